using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>The likeliest word one slip of the hand away.</summary>
/// <param name="letters">Of the language.</param>
/// <param name="isWord">Whether a rarer form is a word: asked only of what costs little.</param>
sealed partial class Edits(string letters, Lexicon words, Predicate<string> isWord)
{
    // Which words there may be, by their hashes: nearly every candidate is none, and need not even be written out.
    const int Bits = 1 << 20;
    const uint Base = 0x01000193;
    readonly ulong[] hashes = Hashes(words);

    const float Swap = 2.5f;
    const float Drop = 3.5f;
    const float Insertion = 3f;
    const float Other = 6f;
    const float Near = 3.5f;
    const float Mark = 0.5f;
    const float Doubled = 1f;
    const float FirstLetter = 3f;
    const float RareWord = 6.5f;
    const int Longest = 30;

    // Keys beside each other, row by row, of the Turkish and the English keyboard alike.
    static readonly string[] Rows = ["qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"];

    /// <param name="least">A word less common is not worth guessing.</param>
    public (string Word, float Cost)? Mend(string wrong, float least)
    {
        if (wrong.Length is < 3 or > Longest) return null;

        // The hash of a candidate is made of that of what stands before the slip and that of what stands behind it.
        Span<uint> before = stackalloc uint[wrong.Length + 1];
        Span<uint> behind = stackalloc uint[wrong.Length + 1];
        Span<uint> powers = stackalloc uint[wrong.Length + 2];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * Base;
        before[0] = behind[wrong.Length] = 0;
        for (var i = 0; i < wrong.Length; i++) before[i + 1] = before[i] * Base + wrong[i];
        for (var i = wrong.Length - 1; i >= 0; i--) behind[i] = wrong[i] * powers[wrong.Length - 1 - i] + behind[i + 1];

        var best = new Best { Score = least };
        var slip = new Wrong(wrong, before, behind, powers);
        Each(slip, listed: true, ref best);
        if (RareWord - Mark > best.Score) Each(slip, listed: false, ref best);
        return best.Word is { } word ? (word, best.Cost) : null;
    }

    /// <param name="listed">Whether the words of the list are tried, or what is a word without being there.</param>
    void Each(Wrong wrong, bool listed, ref Best best)
    {
        Span<char> buffer = stackalloc char[wrong.Text.Length + 1];
        var text = wrong.Text;
        for (var i = 0; i <= text.Length; i++)
        {
            var first = i == 0 ? FirstLetter : 0;
            if (i < text.Length && i > 0 && text[i] != text[i - 1] && Is(listed, wrong, i - 1, i + 1, [text[i], text[i - 1]]))
                Try(wrong.Write(i - 1, i + 1, [text[i], text[i - 1]], buffer), Swap + (i == 1 ? FirstLetter : 0), listed, ref best);
            if (i < text.Length && Is(listed, wrong, i, i + 1, []))
                Try(wrong.Write(i, i + 1, [], buffer), i > 0 && text[i] == text[i - 1] ? Doubled : Drop + first, listed, ref best);
            foreach (var letter in letters)
            {
                if (i < text.Length && letter != text[i] && Is(listed, wrong, i, i + 1, [letter]))
                    Try(wrong.Write(i, i + 1, [letter], buffer), (listed ? Cost(text[i], letter) : Confusion(text[i], letter)) + first, listed, ref best);
                if (Is(listed, wrong, i, i, [letter]))
                    Try(wrong.Write(i, i, [letter], buffer), i > 0 && text[i - 1] == letter ? Doubled : Insertion + first, listed, ref best);
            }
        }
    }

    bool Is(bool listed, Wrong wrong, int from, int to, ReadOnlySpan<char> letters) => !listed || MayBe(wrong.Hash(from, to, letters));

    void Try(ReadOnlySpan<char> candidate, float cost, bool listed, ref Best best)
    {
        if (!listed && (cost > Swap || RareWord - cost <= best.Score)) return;

        var known = words.Find(candidate);
        if (listed != known is not null) return;

        var score = (known?.Weight ?? RareWord) - cost;
        if (score <= best.Score || (known is null && !isWord(new(candidate)))) return;

        best = new() { Word = known?.Text ?? new(candidate), Cost = cost, Score = score };
    }

    bool MayBe(uint hash)
    {
        hash = Mixed(hash);
        return (hashes[hash >> 6] >> (int)(hash & 63) & 1) == 1;
    }

    static ulong[] Hashes(Lexicon words)
    {
        var hashes = new ulong[Bits / 64];
        for (var i = 0; i < words.Count; i++)
        {
            var hash = 0u;
            foreach (var letter in words[i]) hash = hash * Base + letter;
            hash = Mixed(hash);
            hashes[hash >> 6] |= 1UL << (int)(hash & 63);
        }
        return hashes;
    }

    static uint Mixed(uint hash) => ((hash ^ (hash >> 15)) * 0x2C1B3C6Du) >> 12;

    static float Cost(char wrong, char right)
    {
        if (Confusion(wrong, right) is < Other and var cost) return cost;
        foreach (var row in Rows)
        {
            var (one, other) = (row.IndexOf(wrong, StringComparison.Ordinal), row.IndexOf(right, StringComparison.Ordinal));
            if (one >= 0 && other >= 0 && Math.Abs(one - other) == 1) return Near;
        }
        return Other;
    }

    /// <summary>Letters that sound or look alike; the keys beside each other are not asked.</summary>
    static float Confusion(char wrong, char right) => Letters.Fold(wrong) == Letters.Fold(right) ? Mark
        : (wrong, right) is ('d', 't') or ('t', 'd') or ('b', 'p') or ('p', 'b') or ('c', 'ç') or ('ğ', 'y') or ('y', 'ğ') or ('s', 'z') or ('z', 's') or ('v', 'f')
            or ('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e') or ('u', 'ı') or ('ı', 'u') or ('ü', 'i') or ('i', 'ü') or ('k', 'g') ? Swap
        : Other;
}
