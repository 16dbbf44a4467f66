using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>
/// What stands around a letter of doubt, as places in a table of weights. Bare letters on both sides, its whole word and that word
/// with each neighbour are the same whatever is restored; the letters before it as they were restored show which vowels may follow.
/// </summary>
static class LetterContext
{
    public const int Reach = 6;
    public const int Fixed = 2 * Reach + 15;
    public const int Running = 15;

    /// <param name="bare">Bare small letters; words parted by single spaces.</param>
    /// <param name="inWord">How many letters of its word stand before it.</param>
    /// <param name="capital">0 in a small word, 1 with a capital in front, 2 in capitals.</param>
    /// <param name="before">Hash of the word before; <paramref name="word"/> and <paramref name="after"/> alike. 0 when there is none.</param>
    public static void ReadFixed(ReadOnlySpan<char> bare, int at, int inWord, int capital, uint before, uint word, uint after, Span<int> places, int mask)
    {
        Span<uint> left = stackalloc uint[Reach + 1];
        Span<uint> right = stackalloc uint[Reach + 1];
        left[0] = right[0] = bare[at] * 0x9E3779B1u;
        for (var i = 1; i <= Reach; i++)
        {
            left[i] = Mix(left[i - 1], at - i >= 0 ? bare[at - i] : '\0');
            right[i] = Mix(right[i - 1], at + i < bare.Length ? bare[at + i] : '\0');
        }

        var place = 0;
        for (var i = 1; i <= Reach; i++)
        {
            places[place++] = Place(left[i], 1u, mask);
            places[place++] = Place(right[i], 2u, mask);
        }
        places[place++] = Place(left[1] ^ Turn(right[1]), 3u, mask);
        places[place++] = Place(left[2] ^ Turn(right[1]), 4u, mask);
        places[place++] = Place(left[1] ^ Turn(right[2]), 5u, mask);
        places[place++] = Place(left[2] ^ Turn(right[2]), 6u, mask);
        places[place++] = Place(left[3] ^ Turn(right[2]), 7u, mask);
        places[place++] = Place(left[2] ^ Turn(right[3]), 8u, mask);
        places[place++] = Place(left[3] ^ Turn(right[3]), 9u, mask);
        places[place++] = Place(left[4] ^ Turn(right[2]), 10u, mask);
        places[place++] = Place(left[4] ^ Turn(right[4]), 11u, mask);
        places[place++] = Place(left[5] ^ Turn(right[1]), 12u, mask);

        var here = word ^ ((uint)inWord * 0x85EBCA6Bu);
        places[place++] = Place(here, 13u, mask);
        places[place++] = Place(here ^ Turn(before), 14u, mask);
        places[place++] = Place(here ^ Turn(after * 3), 15u, mask);
        places[place++] = Place(left[1] ^ Turn(right[1]) ^ (uint)capital * 0x85EBCA6Bu, 16u, mask);
        places[place] = Place(left[0] ^ (uint)capital * 0x85EBCA6Bu, 17u, mask);
    }

    /// <param name="restored">The text so far, restored; ends before the letter.</param>
    /// <param name="bare">As above; the letter stands at the end of <paramref name="restored"/>.</param>
    public static void ReadRunning(ReadOnlySpan<char> restored, ReadOnlySpan<char> bare, int inWord, Span<int> places, int mask)
    {
        var at = restored.Length;
        var letter = bare[at] * 0x9E3779B1u;
        var next = Mix(letter, at + 1 < bare.Length ? bare[at + 1] : '\0');
        var afterNext = Mix(next, at + 2 < bare.Length ? bare[at + 2] : '\0');
        var place = 0;
        var left = letter;
        for (var i = 1; i <= 5; i++)
        {
            left = Mix(left, at - i >= 0 ? restored[at - i] : '\0');
            places[place++] = Place(left, 30u, mask);
            places[place++] = Place(left ^ Turn(next), 31u, mask);
        }

        var (last, other) = ('\0', '\0');
        for (var i = at - 1; i >= 0 && at - i < 12; i--)
        {
            if (restored[i] == ' ') break;
            if (restored[i] is not ('a' or 'e' or 'ı' or 'i' or 'o' or 'ö' or 'u' or 'ü')) continue;
            if (last != '\0') { other = restored[i]; break; }
            last = restored[i];
        }
        places[place++] = Place(letter ^ Turn(last), 33u, mask);
        places[place++] = Place(afterNext ^ Turn(last), 34u, mask);
        places[place++] = Place(next ^ Turn(Mix(last, other)), 35u, mask);

        var stem = letter;
        for (var i = at - inWord; i < at; i++) stem = Mix(stem, restored[i]);
        places[place++] = Place(stem, 36u, mask);
        places[place] = Place(stem ^ Turn(afterNext), 37u, mask);
    }

    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = Mix(hash, letter);
        return hash;
    }

    static uint Mix(uint hash, char letter) => (hash ^ letter) * 16777619u;

    static uint Turn(uint hash) => uint.RotateLeft(hash, 13) * 0xC2B2AE35u;

    static int Place(uint hash, uint kind, int mask)
    {
        hash ^= kind * 0x27D4EB2Fu;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        return (int)(hash & (uint)mask);
    }
}
