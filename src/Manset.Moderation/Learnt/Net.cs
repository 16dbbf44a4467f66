using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manset.Moderation.Learnt;

/// <summary>
/// A small convolutional network: each word is a sum of vectors of its letters and of itself; filters look at one to four words at a
/// time and keep the strongest answer they got anywhere; those and the mean of the words answer the eight questions.
/// </summary>
sealed class Net(sbyte[] table, float step, NetWeights weights)
{
    [ThreadStatic] static float[]? mine;

    readonly int mask = table.Length / NetWeights.Size - 1;

    public void Weigh(LearntText text, Span<float> sums)
    {
        var words = text.Words.Count;
        var needed = (words + NetWeights.Widest - 1) * NetWeights.Size;
        if (mine is null || mine.Length < needed) mine = new float[needed];
        var vectors = mine.AsSpan(0, needed);
        for (var i = 0; i < words; i++) Vector(text, text.Words[i], vectors.Slice(i * NetWeights.Size, NetWeights.Size));
        vectors[(words * NetWeights.Size)..].Clear();

        Span<float> seen = stackalloc float[NetWeights.Seen];
        weights.Look(vectors, words, seen, []);
        weights.Answer(seen, sums);
    }

    void Vector(LearntText text, LearntWord word, Span<float> vector)
    {
        Span<int> sum = stackalloc int[NetWeights.Size];
        sum.Clear();
        Add(text.Runs[word.FirstRun..word.EndOfRuns], sum);
        Add(text.Whole[word.FirstWhole..word.EndOfWhole], sum);
        for (var i = 0; i < sum.Length; i++) vector[i] = sum[i] * step;
        NetWeights.Bend(vector);
    }

    void Add(ReadOnlySpan<uint> hashes, Span<int> sum)
    {
        var sums = MemoryMarshal.Cast<int, Vector256<int>>(sum);
        foreach (var hash in hashes)
        {
            var row = Vector256.Create<sbyte>(table.AsSpan((int)(hash & mask) * NetWeights.Size, NetWeights.Size));
            var (low, high) = Vector256.Widen(row);
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            sums[0] += first;
            sums[1] += second;
            sums[2] += third;
            sums[3] += fourth;
        }
    }

    public static Net Read(BinaryReader reader)
    {
        var rows = reader.ReadInt32();
        return new(reader.ReadSteps(rows * NetWeights.Size), reader.ReadSingle(), NetWeights.Read(reader));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(mask + 1);
        writer.WriteSteps(table);
        writer.Write(step);
        weights.Write(writer);
    }
}
