using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <param name="First">Token.</param>
/// <param name="Last">Token, included.</param>
readonly record struct Run(int First, int Last, int Words);

/// <summary>The words of a text that are all capitals and need not be.</summary>
sealed record Shouting(List<Run> Runs, int Words, int Shouted)
{
    const int LongestWord = 64;

    public double Share => Words == 0 ? 0 : (double)Shouted / Words;

    public static Shouting In(Reading reading)
    {
        var runs = new List<Run>();
        var (words, shouted, open) = (0, 0, false);
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            if (token.Sort is not Sort.Word) continue;

            var word = token.In(reading.Text);
            if (word.Length < 2 || IsAcronym(reading, i)) continue;

            words++;
            if (!IsCapitals(word)) { open = false; continue; }

            shouted++;
            if (open) runs[^1] = new(runs[^1].First, i, runs[^1].Words + 1);
            else runs.Add(new(i, i, 1));
            open = true;
        }
        return new(runs, words, shouted);
    }

    /// <summary>In sentence case where it shouted; acronyms, names and what stood in small letters stay.</summary>
    public string Calmed(Reading reading)
    {
        if (!Capitals.IsTooMuch(this, reading.Bench.Capitals)) return reading.Text;

        var letters = reading.Text.ToCharArray();
        var turkish = reading.Bench.Turkish;
        var dotless = turkish && Letters.HasTurkish(reading.Text);
        foreach (var (first, last, _) in Runs)
        {
            for (var i = first; i <= last; i++)
            {
                var token = reading.Tokens[i];
                if (token.Sort is not Sort.Word || (token.Length > 1 && (IsAcronym(reading, i) || !IsCapitals(token.In(reading.Text))))) continue;
                if (!turkish && token.Length == 1 && reading.Text[token.Start] == 'I') continue;

                var small = Letters.Lower(token.In(reading.Text), turkish);
                if (turkish && (!dotless || IsForeign(reading, small))) small = small.Replace('ı', 'i');
                small.CopyTo(0, letters, token.Start, token.Length);
                if (StartsSentence(reading, i) || IsName(reading, i, small)) letters[token.Start] = reading.Text[token.Start];
            }
        }
        return new(letters);
    }

    /// <summary>An English word or name, whose <c>I</c> is no <c>ı</c>.</summary>
    static bool IsForeign(Reading reading, string small) => small.Contains('ı', StringComparison.Ordinal)
        && reading.Bench.Words.Forms(Letters.Fold(small)).Length == 0 && reading.Bench.English.Forms(Letters.Fold(small)).Length > 0;

    static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (Letters.IsLetter(letter) && !char.IsUpper(letter)) return false;
        return true;
    }

    static bool IsAcronym(Reading reading, int at)
    {
        var token = reading.Tokens[at];
        var word = token.In(reading.Text);
        if (word.Length > 8 || !IsCapitals(word)) return false;
        if (SuffixBehind(reading, token) is { } suffix && !IsCapitals(suffix.In(reading.Text))) return true;

        return Likeliest(reading, word)?.Kind == Kind.Acronym;
    }

    static Form? Likeliest(Reading reading, ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return null;

        Span<char> bare = stackalloc char[LongestWord];
        Form? likeliest = null;
        foreach (var form in reading.Bench.Words.Forms(Letters.Fold(word, bare)))
            if (likeliest is null || form.Weight > likeliest.Weight) likeliest = form;
        return likeliest;
    }

    static bool IsName(Reading reading, int at, string small)
    {
        if (SuffixBehind(reading, reading.Tokens[at]) is not null && reading.Bench.Turkish) return true;
        if (IsSuffix(reading, at)) return false;

        return Likeliest(reading, small) is { Kind: not Kind.Word };
    }

    static Token? SuffixBehind(Reading reading, Token token)
    {
        if (token.End + 1 >= reading.Text.Length || reading.Text[token.End] is not ('\'' or '’') || !char.IsLetter(reading.Text[token.End + 1])) return null;

        var end = token.End + 1;
        while (end < reading.Text.Length && char.IsLetter(reading.Text[end])) end++;
        return new(token.End + 1, end, Sort.Word);
    }

    static bool IsSuffix(Reading reading, int at) => reading.Tokens[at].Start is > 1 and var start
        && reading.Text[start - 1] is '\'' or '’' && char.IsLetter(reading.Text[start - 2]);

    static bool StartsSentence(Reading reading, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            var token = reading.Tokens[i];
            if (token.Sort is not Sort.Sign) return token.Sort is Sort.Mention;
            if (reading.Text[token.Start] is '.' or '!' or '?' or '…') return true;
        }
        return true;
    }
}
