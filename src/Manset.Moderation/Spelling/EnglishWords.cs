using Manset.Moderation.Language;

namespace Manset.Moderation.Spelling;

/// <summary>Which words are English: those of the list, and what the endings and beginnings of English make of them.</summary>
static class EnglishWords
{
    static readonly string[] Endings = ["'s", "s", "es", "ed", "d", "ing", "er", "ers", "r", "est", "ly", "ness", "able", "less", "ful", "ish", "like", "y", "wise", "ism", "ist", "ists", "ment", "ments"];
    static readonly string[] Beginnings = ["un", "re", "non", "pre", "anti", "over", "under", "out", "dis", "mis", "inter", "super", "sub", "semi", "post", "co"];
    static readonly Lazy<Lexicon> Shipped = new(() => new(WordTable.Load("words.en.bin")));

    public static Lexicon All => Shipped.Value;

    public static bool IsWord(string small)
    {
        if (All.Find(small) is not null) return true;

        foreach (var ending in Endings)
        {
            if (small.Length < ending.Length + 3 || !small.EndsWith(ending, StringComparison.Ordinal)) continue;

            var stem = small[..^ending.Length];
            if (IsListed(stem) && !(ending[0] is 'e' or 'i' && All.Find($"{stem}{stem[^1]}{ending}") is not null)) return true;
            if (ending[0] is 'e' or 'i' or 'a' or 'y' && IsListed(stem + "e")) return true;
            if (stem[^1] == 'i' && IsListed(stem[..^1] + "y")) return true;
            if (stem.Length > 3 && stem[^1] == stem[^2] && ending[0] is 'e' or 'i' && IsListed(stem[..^1])) return true;
        }
        foreach (var beginning in Beginnings)
            if (small.Length > beginning.Length + 4 && small.StartsWith(beginning, StringComparison.Ordinal) && IsListed(small[beginning.Length..])) return true;
        return false;
    }

    /// <summary>Common enough that its derivations are words and not slips.</summary>
    static bool IsListed(string word) => word.Length > 2 && All.Find(word) is { Weight: >= 8 };
}
