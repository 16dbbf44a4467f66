namespace Manset.Moderation.Spelling;

/// <summary>Words with a letter held down: <c>çoook</c>, <c>evett</c>.</summary>
static class Stretched
{
    /// <summary>The known word that remains when repeated letters are let go of, first those that stand most often; null when there is none.</summary>
    public static string? Mend(string small, Predicate<string> isKnown)
    {
        if (!HasPair(small)) return null;

        // Each run once; and each run twice, for words with a double letter of their own.
        var once = Cut(small, 1);
        if (once.Length > 1 && once != small && isKnown(once)) return once;

        var twice = Cut(small, 2);
        if (twice != small && isKnown(twice)) return twice;

        for (var i = 1; i < twice.Length; i++)
        {
            if (twice[i] != twice[i - 1]) continue;
            var one = twice.Remove(i, 1);
            if (one.Length > 1 && isKnown(one)) return one;
        }
        return null;
    }

    public static bool HasRun(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
            if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        return false;
    }

    static bool HasPair(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (word[i] == word[i - 1]) return true;
        return false;
    }

    static string Cut(string word, int most)
    {
        Span<char> cut = stackalloc char[word.Length];
        var (length, run) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most) cut[length++] = word[i];
        }
        return new(cut[..length]);
    }
}
