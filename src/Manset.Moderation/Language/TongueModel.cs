using System.Runtime.InteropServices;
using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>How far the runs of letters in its words say that a text is Turkish, English or something else. A table of a power of two places, three weights in each.</summary>
sealed class TongueModel(sbyte[] weights)
{
    public const int Tongues = 3;
    public const int LongestRun = 5;
    public const int LongestWord = 40;

    /// <summary>What one step of a stored weight is worth.</summary>
    public const float Step = 1 / 32f;

    static readonly Lazy<TongueModel> Shipped = new(Load);

    readonly int mask = weights.Length / Tongues - 1;

    public static TongueModel Default => Shipped.Value;

    /// <summary>Adds what a word says; in the units of a logarithm of odds.</summary>
    public void Weigh(ReadOnlySpan<char> word, Span<float> sums)
    {
        Span<int> places = stackalloc int[Most(word.Length)];
        foreach (var place in places[..Read(word, places, mask)])
            for (var tongue = 0; tongue < Tongues; tongue++) sums[tongue] += weights[Tongues * place + tongue] * Step;
    }

    /// <summary>How many places a word may have.</summary>
    public static int Most(int length) => LongestRun * (Math.Min(length, LongestWord) + 2);

    /// <summary>Every run of up to five letters in the word with a space at both ends.</summary>
    public static int Read(ReadOnlySpan<char> word, Span<int> places, int mask)
    {
        Span<char> small = stackalloc char[LongestWord + 2];
        var length = Math.Min(word.Length, LongestWord);
        small[0] = small[length + 1] = ' ';
        for (var i = 0; i < length; i++) small[i + 1] = Letters.LowerEnglish(word[i]);
        var count = 0;
        for (var from = 0; from < length + 2; from++)
        {
            var hash = 2166136261u;
            for (var to = from; to < length + 2 && to < from + LongestRun; to++)
            {
                hash = (hash ^ small[to]) * 16777619u;
                places[count++] = (int)((hash ^ (hash >> 15)) & (uint)mask);
            }
        }
        return count;
    }

    static TongueModel Load()
    {
        using var stream = typeof(TongueModel).Assembly.GetManifestResourceStream("tongues.bin")!;
        var weights = new sbyte[stream.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights);
    }
}
