using System.Runtime.InteropServices;

namespace Manset.Moderation.Language;

/// <summary>How far its surroundings say that a bare letter stands for a Turkish one. Weights in a table of a power of two places.</summary>
sealed class LetterModel(sbyte[] weights)
{
    static readonly Lazy<LetterModel> Shipped = new(Load);

    /// <summary>What one step of a stored weight is worth.</summary>
    public const float Step = 1 / 24f;

    public static LetterModel Default => Shipped.Value;

    public int Mask { get; } = weights.Length - 1;

    /// <summary>Above 0 for the Turkish letter; in the units of a logarithm of odds.</summary>
    public float Margin(ReadOnlySpan<int> places)
    {
        var sum = 0;
        foreach (var place in places) sum += weights[place];
        return sum * Step;
    }

    static LetterModel Load()
    {
        using var stream = typeof(LetterModel).Assembly.GetManifestResourceStream("letters.bin")!;
        var weights = new sbyte[stream.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights);
    }
}
