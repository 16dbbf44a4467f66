using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>The likeliest word one slip of the hand away.</summary>
/// <param name="letters">Of the language.</param>
/// <param name="isWord">Whether a rarer form is a word: asked only of what costs little.</param>
sealed class Edits(string letters, Lexicon words, Predicate<string> isWord)
{
    // Which words there may be, by their hashes: nearly every candidate is none, and need not be looked up.
    const int Bits = 1 << 20;
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

        var best = new Best { Score = least };
        Span<char> buffer = stackalloc char[wrong.Length + 1];
        Swapped(wrong, buffer, ref best);
        Replaced(wrong, buffer, ref best);
        Dropped(wrong, buffer, ref best);
        Inserted(wrong, buffer, ref best);
        return best.Word is { } word ? (word, best.Cost) : null;
    }

    void Swapped(string wrong, Span<char> buffer, ref Best best)
    {
        wrong.CopyTo(buffer);
        for (var i = 1; i < wrong.Length; i++)
        {
            if (wrong[i] == wrong[i - 1]) continue;
            (buffer[i - 1], buffer[i]) = (wrong[i], wrong[i - 1]);
            Try(buffer[..wrong.Length], Swap + (i == 1 ? FirstLetter : 0), ref best);
            (buffer[i - 1], buffer[i]) = (wrong[i - 1], wrong[i]);
        }
    }

    void Replaced(string wrong, Span<char> buffer, ref Best best)
    {
        wrong.CopyTo(buffer);
        for (var i = 0; i < wrong.Length; i++)
        {
            foreach (var letter in letters)
            {
                if (letter == wrong[i]) continue;
                buffer[i] = letter;
                Try(buffer[..wrong.Length], Cost(wrong[i], letter) + (i == 0 ? FirstLetter : 0), ref best);
            }
            buffer[i] = wrong[i];
        }
    }

    void Dropped(string wrong, Span<char> buffer, ref Best best)
    {
        for (var i = 0; i < wrong.Length; i++)
        {
            wrong.AsSpan(0, i).CopyTo(buffer);
            wrong.AsSpan(i + 1).CopyTo(buffer[i..]);
            Try(buffer[..(wrong.Length - 1)], i > 0 && wrong[i] == wrong[i - 1] ? Doubled : Drop + (i == 0 ? FirstLetter : 0), ref best);
        }
    }

    void Inserted(string wrong, Span<char> buffer, ref Best best)
    {
        for (var i = 0; i <= wrong.Length; i++)
        {
            wrong.AsSpan(0, i).CopyTo(buffer);
            wrong.AsSpan(i).CopyTo(buffer[(i + 1)..]);
            foreach (var letter in letters)
            {
                buffer[i] = letter;
                Try(buffer, i > 0 && wrong[i - 1] == letter ? Doubled : Insertion + (i == 0 ? FirstLetter : 0), ref best);
            }
        }
    }

    void Try(ReadOnlySpan<char> candidate, float cost, ref Best best)
    {
        if (!MayBe(candidate) && (cost > Swap || RareWord - cost <= best.Score)) return;

        var known = words.Find(candidate);
        if ((known?.Weight ?? RareWord) - cost <= best.Score) return;
        if (known is null && (cost > Swap || !isWord(new(candidate)))) return;

        best = new() { Word = known?.Text ?? new(candidate), Cost = cost, Score = (known?.Weight ?? RareWord) - cost };
    }

    bool MayBe(ReadOnlySpan<char> candidate)
    {
        var hash = LetterContext.Hash(candidate) % Bits;
        return (hashes[hash >> 6] >> (int)(hash & 63) & 1) == 1;
    }

    static ulong[] Hashes(Lexicon words)
    {
        var hashes = new ulong[Bits / 64];
        for (var i = 0; i < words.Count; i++)
        {
            var hash = LetterContext.Hash(words[i]) % Bits;
            hashes[hash >> 6] |= 1UL << (int)(hash & 63);
        }
        return hashes;
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

    struct Best
    {
        public string? Word { get; init; }
        public float Cost { get; init; }
        public float Score { get; init; }
    }
}
