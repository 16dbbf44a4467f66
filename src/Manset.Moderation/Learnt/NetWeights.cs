using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manset.Moderation.Learnt;

/// <summary>Filters and answers of the network, and how they work; the same whether it learns or judges.</summary>
sealed partial class NetWeights
{
    /// <summary>Of the vector of a word.</summary>
    public const int Size = 32;

    /// <summary>Filters of each width.</summary>
    public const int Filters = 96;
    public const int Widest = 4;

    /// <summary>What the filters saw, then the mean of the words.</summary>
    public const int Seen = Widest * Filters + Size;

    const int Lanes = 8;

    /// <summary>So many filters look at so many places at once, and every sum of theirs stays in a register.</summary>
    const int Abreast = 3 * Lanes;
    const int Places = 4;

    /// <summary>By width; <see cref="Place"/> tells where in one a filter's weight stands.</summary>
    public float[][] Kernels { get; } = [.. Enumerable.Range(1, Widest).Select(width => new float[width * Size * Filters])];
    public float[] Biases { get; } = new float[Widest * Filters];

    /// <summary>Question by question over what was seen.</summary>
    public float[] Answers { get; } = new float[Questions.Count * Seen];
    public float[] Offsets { get; } = new float[Questions.Count];

    /// <summary>Filters that look together have their weights of one input side by side.</summary>
    public static int Place(int width, int filter, int input) => (filter / Abreast * width * Size + input) * Abreast + filter % Abreast;

    /// <summary>The hyperbolic tangent of each.</summary>
    public static void Bend(Span<float> vector)
    {
        foreach (ref var sums in MemoryMarshal.Cast<float, Vector256<float>>(vector))
            sums = Vector256<float>.One - Vector256.Create(2f) / (Vector256.Exp(sums + sums) + Vector256<float>.One);
    }

    public void Answer(ReadOnlySpan<float> seen, Span<float> sums)
    {
        for (var question = 0; question < Questions.Count; question++)
        {
            var sum = Vector256<float>.Zero;
            var answer = Answers.AsSpan(question * Seen, Seen);
            for (var i = 0; i < Seen; i += Lanes) sum = Vector256.FusedMultiplyAdd(Vector256.Create<float>(seen[i..]), Vector256.Create<float>(answer[i..]), sum);
            sums[question] = Vector256.Sum(sum) + Offsets[question];
        }
    }

    public static NetWeights Read(BinaryReader reader)
    {
        var read = new NetWeights();
        foreach (var part in read.Parts) reader.ReadHalves(part);
        return read;
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var part in Parts) writer.WriteHalves(part);
    }

    float[][] Parts => [.. Kernels, Biases, Answers, Offsets];
}
