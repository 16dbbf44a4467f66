using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manset.Moderation.Learnt;

/// <summary>Filters and answers of the network, and how they work; the same whether it learns or judges.</summary>
sealed class NetWeights
{
    /// <summary>Of the vector of a word.</summary>
    public const int Size = 32;

    /// <summary>Filters of each width.</summary>
    public const int Filters = 96;
    public const int Widest = 4;

    /// <summary>What the filters saw, then the mean of the words.</summary>
    public const int Seen = Widest * Filters + Size;

    const int Lanes = 8;
    const int Block = 4;

    /// <summary>By width; of a filter's first input the weights of all filters side by side.</summary>
    public float[][] Kernels { get; } = [.. Enumerable.Range(1, Widest).Select(width => new float[width * Size * Filters])];
    public float[] Biases { get; } = new float[Widest * Filters];

    /// <summary>Question by question over what was seen.</summary>
    public float[] Answers { get; } = new float[Questions.Count * Seen];
    public float[] Offsets { get; } = new float[Questions.Count];

    /// <param name="vectors">Of the words, and of <see cref="Widest"/> - 1 silent ones behind them.</param>
    /// <param name="places">Where each filter saw most; may be empty.</param>
    public void Look(ReadOnlySpan<float> vectors, int words, Span<float> seen, Span<int> places)
    {
        Span<float> answers = stackalloc float[2 * Block * Lanes];
        seen.Fill(float.NegativeInfinity);
        for (var width = 1; width <= Widest; width++)
        {
            var kernel = MemoryMarshal.Cast<float, Vector256<float>>(Kernels[width - 1]);
            for (var block = 0; block < Filters; block += Block * Lanes)
            {
                var first = (width - 1) * Filters + block;
                for (var word = 0; word < words; word += 2)
                {
                    var two = word + 1 < words;
                    Two(vectors, word, two ? word + 1 : word, width * Size, kernel[(block / Lanes)..], answers);
                    Keep(answers[..(Block * Lanes)], word, first, seen, places);
                    if (two) Keep(answers[(Block * Lanes)..], word + 1, first, seen, places);
                }
            }
        }
        for (var i = 0; i < Biases.Length; i++) seen[i] = words == 0 ? 0 : MathF.Max(0, seen[i] + Biases[i]);
        Mean(vectors, words, seen[Biases.Length..]);
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

    /// <summary>Two places at once, so that each weight is fetched once for both.</summary>
    static void Two(ReadOnlySpan<float> vectors, int one, int other, int length, ReadOnlySpan<Vector256<float>> kernel, Span<float> answers)
    {
        var (a0, a1, a2, a3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (b0, b1, b2, b3) = (a0, a0, a0, a0);
        var first = vectors.Slice(one * Size, length);
        var second = vectors.Slice(other * Size, length);
        for (var i = 0; i < first.Length; i++)
        {
            var row = kernel.Slice(i * (Filters / Lanes), Block);
            var (x, y) = (Vector256.Create(first[i]), Vector256.Create(second[i]));
            a0 = Vector256.FusedMultiplyAdd(x, row[0], a0);
            a1 = Vector256.FusedMultiplyAdd(x, row[1], a1);
            a2 = Vector256.FusedMultiplyAdd(x, row[2], a2);
            a3 = Vector256.FusedMultiplyAdd(x, row[3], a3);
            b0 = Vector256.FusedMultiplyAdd(y, row[0], b0);
            b1 = Vector256.FusedMultiplyAdd(y, row[1], b1);
            b2 = Vector256.FusedMultiplyAdd(y, row[2], b2);
            b3 = Vector256.FusedMultiplyAdd(y, row[3], b3);
        }
        var all = MemoryMarshal.Cast<float, Vector256<float>>(answers);
        (all[0], all[1], all[2], all[3]) = (a0, a1, a2, a3);
        (all[4], all[5], all[6], all[7]) = (b0, b1, b2, b3);
    }

    static void Keep(ReadOnlySpan<float> answers, int word, int first, Span<float> seen, Span<int> places)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] <= seen[first + i]) continue;
            seen[first + i] = answers[i];
            if (!places.IsEmpty) places[first + i] = word;
        }
    }

    static void Mean(ReadOnlySpan<float> vectors, int words, Span<float> mean)
    {
        mean.Clear();
        for (var i = 0; i < words * Size; i++) mean[i % Size] += vectors[i];
        for (var i = 0; i < Size; i++) mean[i] /= Math.Max(1, words);
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
