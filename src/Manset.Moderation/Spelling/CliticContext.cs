using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>What stands around a <c>de</c> that may be a word or a suffix, as places in a table of weights.</summary>
static class CliticContext
{
    public const int Most = 40;

    /// <param name="word">Small; without the <c>de</c>.</param>
    /// <param name="before">The word before it, small; empty at the start. <paramref name="after"/> alike.</param>
    /// <param name="isName">It is written with a capital.</param>
    /// <returns>How many places were read.</returns>
    public static int Read(string word, string before, string after, bool isName, Span<int> places, int mask)
    {
        var count = 0;
        var ends = Stems.Turkish.Ends(word);
        Put(1, Hash(word), places);
        for (var length = 1; length <= 5; length++) Put(2u + (uint)length, Hash(word.AsSpan(Math.Max(0, word.Length - length))), places);
        Put(10, Hash(after), places);
        Put(11, Tail(after, 2), places);
        Put(12, Tail(after, 3), places);
        Put(13, Hash(before), places);
        Put(14, Tail(before, 2), places);
        Put(15, Tail(before, 3), places);
        Put(16, (uint)ends * 31 + (uint)(ends >> 32), places);
        Put(17, Hash(word) * 31 ^ Hash(after), places);
        Put(18, Tail(word, 3) * 31 ^ Hash(after), places);
        Put(19, Tail(word, 2) * 31 ^ Tail(after, 2), places);
        Put(20, Tail(word, 2) * 31 ^ Tail(before, 2), places);
        Put(21, Hash(before) * 31 ^ Tail(word, 3), places);
        Put(22, (uint)ends * 31 ^ Tail(after, 2), places);
        Put(23, (uint)ends * 31 ^ Tail(before, 2), places);
        Put(24, Leaning(word), places);
        Put(25, (uint)ends * 7 ^ Leaning(word), places);
        Put(26, isName ? 1u : 0u, places);
        Put(27, before.Length == 0 ? 1u : after.Length == 0 ? 2u : 0u, places);
        Put(28, Tail(word, 4) * 31 ^ Tail(after, 3), places);
        Put(29, 1u, places);
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

    /// <summary>How much commoner the word is with the suffix than it is usual, in steps.</summary>
    static uint Leaning(string word)
    {
        var last = Vowels.Last(word);
        var suffixed = $"{word}{(Vowels.IsVoiceless(word[^1]) ? 't' : 'd')}{(Vowels.IsFront(last) ? 'e' : 'a')}";
        var (alone, joined) = (Lexicon.Turkish.Find(word)?.Weight ?? 0, Lexicon.Turkish.Find(suffixed)?.Weight ?? 0);
        return alone == 0 ? joined == 0 ? 100u : 101u : joined == 0 ? 102u + (uint)(alone / 3) : (uint)Math.Clamp(20 + (joined - alone), 0, 40);
    }

    static uint Tail(string word, int length) => Hash(word.AsSpan(Math.Max(0, word.Length - length)));

    static uint Hash(ReadOnlySpan<char> word) => LetterContext.Hash(word);
}
