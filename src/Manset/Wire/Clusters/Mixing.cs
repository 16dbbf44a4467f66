namespace Manset.Wire.Clusters;

/// <summary>Hashes that mean the same on every machine and for ever: they are kept in the database.</summary>
static class Mixing
{
    /// <summary>FNV-1a over the characters (Fowler, Noll, Vo).</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text) hash = (hash ^ character) * 1099511628211UL;
        return Mix(hash);
    }

    public static ulong Of(ulong one, ulong other) => Mix(one * 31 + other);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every bit of the output.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
