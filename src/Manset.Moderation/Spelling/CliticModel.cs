using System.Runtime.InteropServices;

namespace Manset.Moderation.Spelling;

/// <summary>How far its surroundings say that a <c>de</c> is a word of its own. Weights in a table of a power of two places.</summary>
sealed class CliticModel(sbyte[] weights)
{
    static readonly Lazy<CliticModel> Shipped = new(Load);

    /// <summary>What one step of a stored weight is worth.</summary>
    public const float Step = 1 / 24f;

    public static CliticModel Default => Shipped.Value;

    /// <summary>Above 0 for a word of its own; in the units of a logarithm of odds.</summary>
    public float Margin(string word, string before, string after, bool isName)
    {
        Span<int> places = stackalloc int[CliticContext.Most];
        var count = CliticContext.Read(word, before, after, isName, places, weights.Length - 1);
        var sum = 0;
        foreach (var place in places[..count]) sum += weights[place];
        return sum * Step;
    }

    static CliticModel Load()
    {
        using var stream = typeof(CliticModel).Assembly.GetManifestResourceStream("clitics.bin")!;
        var weights = new sbyte[stream.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights);
    }
}
