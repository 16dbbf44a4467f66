namespace Manset.Moderation.Language;

/// <summary>
/// What stands around a letter, as places in a table of weights: runs of up to seven letters before and after it, pairs of such
/// runs, its whole word, and that word with each neighbour. One letter of doubt has one table place for each.
/// </summary>
static class LetterContext
{
    public const int Reach = 8;
    public const int Count = 2 * Reach + 10 + 3;

    /// <param name="bare">Bare small letters; words parted by single spaces.</param>
    /// <param name="before">Hash of the word before; <paramref name="word"/> and <paramref name="after"/> alike. 0 when there is none.</param>
    public static void Read(ReadOnlySpan<char> bare, int at, int inWord, uint before, uint word, uint after, Span<int> places, int mask)
    {
        Span<uint> left = stackalloc uint[Reach + 1];
        Span<uint> right = stackalloc uint[Reach + 1];
        var letter = bare[at] * 0x9E3779B1u;
        left[0] = right[0] = letter;
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
        places[place] = Place(here ^ Turn(after * 3), 15u, mask);
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
