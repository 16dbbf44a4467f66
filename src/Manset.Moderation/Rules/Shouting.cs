using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <param name="First">Token.</param>
/// <param name="Last">Token, included.</param>
readonly record struct Run(int First, int Last, int Words);

/// <summary>The words of a text that are all capitals and need not be.</summary>
/// <param name="Letters">Of the words that shout.</param>
sealed record Shouting(List<Run> Runs, int Words, int Shouted, int Letters)
{
    public double Share => Words == 0 ? 0 : (double)Shouted / Words;

    public static Shouting In(Reading reading)
    {
        var runs = new List<Run>();
        var (words, shouted, count, open) = (0, 0, 0, false);
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            if (token.Sort is not Sort.Word) continue;

            var word = token.In(reading.Text);
            if (word.Length < 2 || IsAcronym(reading, i)) continue;

            words++;
            if (!IsCapitals(word)) { open = false; continue; }

            shouted++;
            count += word.Length;
            if (open) runs[^1] = new(runs[^1].First, i, runs[^1].Words + 1);
            else runs.Add(new(i, i, 1));
            open = true;
        }
        return new(runs, words, shouted, count);
    }

    /// <summary>As print would write it where it shouted; what stood in small letters stays.</summary>
    public string Calmed(Reading reading)
    {
        if (!Capitals.IsTooMuch(this, reading.Bench.Capitals)) return reading.Text;

        var letters = reading.Text.ToCharArray();
        var turkish = reading.Bench.Turkish;
        var dotless = turkish && Text.Letters.HasTurkish(reading.Text);
        var casings = Casings.Of(reading);
        foreach (var (first, last, _) in Runs)
        {
            for (var i = first; i <= last; i++)
            {
                var token = reading.Tokens[i];
                if (token.Sort is not Sort.Word || casings[i] is Casing.Capitals || HasSmallSuffix(reading, token) || (token.Length > 1 && !IsCapitals(token.In(reading.Text)))) continue;

                var small = Text.Letters.Lower(token.In(reading.Text), turkish);
                if (turkish && (!dotless || IsForeign(reading, small))) small = small.Replace('ı', 'i');
                small.CopyTo(0, letters, token.Start, token.Length);
                if (casings[i] is Casing.Capital) letters[token.Start] = reading.Text[token.Start];
            }
        }
        return new(letters);
    }

    /// <summary>An English word or name, whose <c>I</c> is no <c>ı</c>.</summary>
    static bool IsForeign(Reading reading, string small) => small.Contains('ı', StringComparison.Ordinal)
        && reading.Bench.Words.Forms(Text.Letters.Fold(small)).Length == 0 && reading.Bench.English.Forms(Text.Letters.Fold(small)).Length > 0;

    public static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (Text.Letters.IsLetter(letter) && !char.IsUpper(letter)) return false;
        return true;
    }

    /// <summary>One that is known, or that has its suffix in small letters.</summary>
    static bool IsAcronym(Reading reading, int at)
    {
        var token = reading.Tokens[at];
        var word = token.In(reading.Text);
        if (word.Length > 8 || !IsCapitals(word)) return false;
        return HasSmallSuffix(reading, token) || reading.Bench.Words.Likeliest(word)?.Kind == Kind.Acronym;
    }

    /// <summary><c>CHP'nin</c>.</summary>
    static bool HasSmallSuffix(Reading reading, Token token) => token.End + 1 < reading.Text.Length
        && reading.Text[token.End] is '\'' or '’' && char.IsLower(reading.Text[token.End + 1]);
}
