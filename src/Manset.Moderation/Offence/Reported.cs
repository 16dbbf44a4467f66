using System.Collections.Frozen;
using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>Whether a remark seems to tell, or to condemn, what somebody else has said.</summary>
static class Reported
{
    static readonly FrozenSet<string> Telling = new[]
    {
        "dedi", "dedin", "dediler", "demiş", "demişler", "diyor", "diyorlar", "diyen", "diyene", "diyenler", "diyenlere", "deyip", "dediği", "demek", "denmez", "diye", "sözü", "sözleri",
        "sözlerini", "söyleyen", "söyleyenler", "söyledi", "hakaret", "hakaretler", "küfür", "küfreden", "küfretti", "kınıyorum", "kınıyoruz", "kınadı", "kınandı", "ayıptır", "ırkçılık",
        "ırkçılığa", "nefret", "yakışmıyor", "yakışmaz", "said", "says", "saying", "say", "told", "called", "calls", "calling", "call", "quote", "quoted", "wrote", "condemn", "condemned",
        "condemns", "shameful", "ashamed", "racist", "racism", "unacceptable"
    }.ToFrozenSet();

    public static bool In(Reading reading) => reading.Text.AsSpan().IndexOfAny('"', '“', '«') >= 0 || reading.Tokens.Exists(token => IsTelling(token, reading));

    static bool IsTelling(Token token, Reading reading) =>
        token is { Sort: Sort.Word, Length: > 2 and < 16 } && Telling.Contains(Letters.Lower(token.In(reading.Settled), reading.Bench.Turkish));
}
