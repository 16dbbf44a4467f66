namespace Manset.Moderation.Language;

/// <summary>How print writes a word: <c>ev</c>, <c>Ankara</c>, <c>TBMM</c>.</summary>
enum Casing { Small, Capital, Capitals }

/// <summary>A word as it is met in a shouted text, where its letters say nothing.</summary>
/// <param name="Bare">Its bare small letters; empty for none.</param>
/// <param name="Form">The commonest word of the list that it may be.</param>
/// <param name="Stem">Of what it is made, as a number: nothing known, a name, a common word.</param>
/// <param name="Name">Whose name it may be.</param>
/// <param name="Open">The sign before it, or <c>\0</c> for a space.</param>
/// <param name="Sign">The sign behind it; an apostrophe shows a suffix.</param>
readonly record struct ShoutedWord(string Bare, Form? Form, uint Stem, Name Name, char Open, char Sign)
{
    public static readonly ShoutedWord None = new("", null, 0, Name.None, '\0', '\0');

    /// <summary>What the lists know of it.</summary>
    public uint Sort => (Form is null ? 0u : 1u + (uint)Form.Kind * 8 + (uint)Math.Min(7, Form.Weight / 3)) + Stem * 32;
}

/// <summary>What stands around a shouted word, as places in a table of weights.</summary>
static class CasingContext
{
    public const int Most = 64;

    /// <param name="words">The two before it, the word itself and the two after it.</param>
    /// <param name="last">How the word before was written, and the one before that.</param>
    /// <returns>How many places were read.</returns>
    public static int Read(ReadOnlySpan<ShoutedWord> words, (Casing Before, Casing Earlier) last, Span<int> places, int mask)
    {
        var (before, word, after, later) = (words[1], words[2], words[3], words[4]);
        // A word that no list has is one among many alike: what it is by itself teaches nothing.
        var (whole, next, previous) = (Whole(word), Whole(after), Whole(before));
        var history = (uint)last.Before * 3 + (uint)last.Earlier;
        var count = 0;
        Put(1, whole, places);
        Put(2, whole * 31 ^ next, places);
        Put(3, whole * 31 ^ previous, places);
        Put(4, next, places);
        Put(5, previous, places);
        Put(6, Whole(later), places);
        Put(7, whole * 31 ^ Whole(later), places);
        for (var length = 1u; length <= 5; length++) Put(7 + length, Tail(word.Bare, (int)length), places);
        for (var length = 1u; length <= 4; length++) Put(12 + length, Head(word.Bare, (int)length), places);
        for (var length = 2u; length <= 4; length++) Put(16 + length, Tail(after.Bare, (int)length), places);
        for (var length = 2u; length <= 3; length++) Put(20 + length, Tail(before.Bare, (int)length), places);
        Put(24, word.Sort, places);
        Put(25, word.Sort * 31 ^ word.Sign, places);
        Put(26, word.Sort * 31 ^ history, places);
        Put(27, word.Sort * 1009 ^ after.Sort, places);
        Put(28, word.Sort * 1009 ^ before.Sort, places);
        Put(29, word.Sort * 31 ^ Tail(after.Bare, 3), places);
        Put(30, after.Sort * 31 ^ history, places);
        Put(31, word.Sign, places);
        Put(32, (uint)Math.Min(12, word.Bare.Length), places);
        Put(33, (uint)Math.Min(12, word.Bare.Length) * 31 ^ word.Sort, places);
        Put(34, HasVowel(word.Bare) ? 1u : 0u, places);
        Put(35, history, places);
        Put(36, whole * 31 ^ history, places);
        Put(37, next * 31 ^ history, places);
        Put(38, previous * 31 ^ (uint)last.Before, places);
        Put(39, Tail(word.Bare, 3) * 31 ^ history, places);
        Put(40, Tail(word.Bare, 2) * 31 ^ word.Sort, places);
        Put(41, Whole(later) * 31 ^ Tail(after.Bare, 2), places);
        Put(42, (uint)before.Sign * 31 ^ history, places);
        Put(43, after.Sign * 31u ^ word.Sort, places);
        Put(44, 1u, places);
        Put(45, (uint)word.Name, places);
        Put(46, (uint)word.Name * 1009 ^ word.Sort, places);
        Put(47, (uint)word.Name * 31 ^ history, places);
        Put(48, (uint)word.Name * 31 ^ (uint)after.Name, places);
        Put(49, (uint)after.Name * 1009 ^ word.Sort, places);
        Put(50, (uint)before.Name * 31 ^ (uint)last.Before ^ word.Sort * 1009, places);
        Put(51, word.Open, places);
        Put(52, word.Open * 1009u ^ word.Sort, places);
        Put(53, whole * 31 ^ word.Open, places);
        Put(54, (uint)word.Name * 31 ^ word.Sign ^ word.Sort * 1009, places);
        Put(55, Sounds(word.Bare), places);
        Put(56, Sounds(word.Bare) * 1009 ^ word.Sort, places);
        return count;

        void Put(uint kind, uint hash, Span<int> into)
        {
            hash = (hash ^ (kind * 0x27D4EB2Fu)) * 0x2C1B3C6Du;
            hash ^= hash >> 15;
            hash *= 0x85EBCA6Bu;
            hash ^= hash >> 13;
            into[count++] = (int)(hash & (uint)mask);
        }
    }

    static uint Whole(ShoutedWord word) => word.Form is null ? word.Sort * 64 + (uint)word.Name : Hash(word.Bare);

    /// <summary>Of a short word, where its vowels are: acronyms can seldom be said.</summary>
    static uint Sounds(string bare)
    {
        if (bare.Length > 5) return 0;

        var sounds = 1u;
        foreach (var letter in bare) sounds = sounds * 2 + (letter is 'a' or 'e' or 'i' or 'o' or 'u' ? 1u : 0u);
        return sounds;
    }

    static bool HasVowel(string bare) => bare.AsSpan().ContainsAny("aeiou");

    static uint Tail(string word, int length) => Hash(word.AsSpan(Math.Max(0, word.Length - length)));

    static uint Head(string word, int length) => Hash(word.AsSpan(0, Math.Min(word.Length, length)));

    static uint Hash(ReadOnlySpan<char> word) => LetterContext.Hash(word);
}
