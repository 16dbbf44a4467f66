using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>Sentences that begin small or do not end.</summary>
static class Sentences
{
    public static IEnumerable<Slip> Slips(Reading reading)
    {
        var text = reading.Mended;
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            if (token.Sort is Sort.Word && char.IsLower(text[token.Start]) && Starts(text, reading.Tokens, i))
                yield return new(token.Start, token.Start + 1, Letters.Upper(text[token.Start], reading.Bench.Turkish).ToString(), SlipKind.Sentence);
        }
        if (reading.Tokens.Count > 1 && reading.Tokens[^1].Sort is Sort.Word or Sort.Number)
            yield return new(reading.Tokens[^1].End - 1, reading.Tokens[^1].End, $"{text[reading.Tokens[^1].End - 1]}.", SlipKind.Sentence);
    }

    static bool Starts(string text, List<Token> tokens, int at)
    {
        if (at == 0) return true;

        var before = tokens[at - 1];
        return before.Sort is Sort.Sign && text[before.Start] is '.' or '!' or '?' && before.End < tokens[at].Start && (at < 2 || tokens[at - 2].Sort is Sort.Word && tokens[at - 2].Length > 2);
    }
}
