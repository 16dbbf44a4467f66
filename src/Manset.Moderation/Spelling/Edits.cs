using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>The likeliest word one slip of the hand away.</summary>
/// <param name="letters">Of the language.</param>
sealed class Edits(string letters, Lexicon words, Predicate<string> isWord)
{
    const float Swap = 2.5f;
    const float Drop = 3.5f;
    const float Insertion = 3f;
    const float Other = 6f;
    const float Near = 3.5f;
    const float Mark = 0.5f;
    const float Doubled = 1f;
    const float FirstLetter = 3f;

    // Keys beside each other, row by row, of the Turkish and the English keyboard alike.
    static readonly string[] Rows = ["qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"];

    /// <param name="least">A word less common is not worth guessing.</param>
    public (string Word, float Cost)? Mend(string wrong, float least)
    {
        if (wrong.Length is < 3 or > 30) return null;

        (string, float)? best = null;
        var bestScore = least;
        foreach (var (candidate, cost) in Candidates(wrong))
        {
            // The known form of a rare word is worth little, but more than none; only what costs little may be such a word.
            var weight = words.Find(candidate)?.Weight;
            if (weight is null && (cost > Near || !isWord(candidate))) continue;
            var score = (weight ?? 6.5f) - cost;
            if (score <= bestScore) continue;
            best = (candidate, cost);
            bestScore = score;
        }
        return best;
    }

    IEnumerable<(string Word, float Cost)> Candidates(string wrong)
    {
        for (var i = 0; i < wrong.Length; i++)
        {
            var first = i == 0 ? FirstLetter : 0;
            if (i > 0 && wrong[i] != wrong[i - 1]) yield return (string.Concat(wrong.AsSpan(0, i - 1), [wrong[i], wrong[i - 1]], wrong.AsSpan(i + 1)), Swap + (i == 1 ? FirstLetter : 0));
            yield return (wrong.Remove(i, 1), (i > 0 && wrong[i] == wrong[i - 1] ? Doubled : Drop) + first);
            foreach (var letter in letters)
            {
                if (letter == wrong[i]) continue;
                yield return (string.Concat(wrong.AsSpan(0, i), [letter], wrong.AsSpan(i + 1)), Cost(wrong[i], letter) + first);
            }
        }
        for (var i = 0; i <= wrong.Length; i++)
            foreach (var letter in letters)
                yield return (string.Concat(wrong.AsSpan(0, i), [letter], wrong.AsSpan(i)),
                    i > 0 && wrong[i - 1] == letter ? Doubled : Insertion + (i == 0 ? FirstLetter : 0));
    }

    static float Cost(char wrong, char right)
    {
        if (Letters.Fold(wrong) == Letters.Fold(right)) return Mark;
        if ((wrong, right) is ('d', 't') or ('t', 'd') or ('b', 'p') or ('p', 'b') or ('c', 'ç') or ('ğ', 'y') or ('y', 'ğ') or ('s', 'z') or ('z', 's') or ('v', 'f')
            or ('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e') or ('u', 'ı') or ('ı', 'u') or ('ü', 'i') or ('i', 'ü') or ('k', 'g')) return Swap;
        foreach (var row in Rows)
        {
            var (one, other) = (row.IndexOf(wrong, StringComparison.Ordinal), row.IndexOf(right, StringComparison.Ordinal));
            if (one >= 0 && other >= 0 && Math.Abs(one - other) == 1) return Near;
        }
        return Other;
    }
}
