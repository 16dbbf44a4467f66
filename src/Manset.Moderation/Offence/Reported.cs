using System.Collections.Frozen;
using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>Whether a remark seems to tell, or to condemn, what somebody else has said.</summary>
static class Reported
{
    /// <summary>They stand behind what was said.</summary>
    static readonly FrozenSet<string> Telling = new[]
    {
        "dedi", "dedin", "dediler", "demiş", "demişler", "diyor", "diyorlar", "diyen", "diyene", "diyenler", "diyenlere", "deyip", "dediği", "demek", "denmez", "denir", "diye", "denen",
        "sözü", "sözleri", "sözlerini", "söyledi", "söyleyen", "söyleyenler"
    }.ToFrozenSet();

    /// <summary>They stand before it.</summary>
    static readonly FrozenSet<string> Naming = new[] { "called", "calls", "calling", "call", "said", "says", "saying" }.ToFrozenSet();

    static readonly FrozenSet<string> Condemning = new[]
    {
        "hakaret", "hakarettir", "hakaretler", "küfür", "küfreden", "küfretti", "kınıyorum", "kınıyoruz", "kınadı", "kınandı", "ayıptır", "ırkçılık", "ırkçılığa", "nefret", "yakışmıyor", "yakışmaz",
        "suçtur", "say", "told", "quote", "quoted", "wrote", "condemn", "condemned", "condemns", "shameful", "ashamed", "racist", "racism", "unacceptable", "apologise", "apologize"
    }.ToFrozenSet();

    public static bool Tells(string word) => Telling.Contains(word);

    public static bool Names(string word) => Naming.Contains(word);

    public static bool In(Reading reading) => reading.Text.AsSpan().IndexOfAny('"', '“', '«') >= 0 || reading.Tokens.Exists(token => IsTelling(token, reading));

    static bool IsTelling(Token token, Reading reading)
    {
        if (token is not { Sort: Sort.Word, Length: > 2 and < 16 }) return false;

        var word = Letters.Lower(token.In(reading.Settled), reading.Bench.Turkish);
        return Telling.Contains(word) || Naming.Contains(word) || Condemning.Contains(word);
    }
}
