using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manset.Moderation.Learnt;

/// <summary>
/// Sums a small weight for each run of letters, word and pair of words that stands in a text, for eight questions at once: the eight
/// weights of one place of the table lie side by side. What stands twice counts once; a long text weighs no more than a short one.
/// </summary>
sealed class LinearModel(sbyte[] weights, float[] steps, float[] offsets)
{
    readonly int mask = weights.Length / Questions.Count - 1;

    public void Weigh(LearntText text, Span<float> sums)
    {
        offsets.CopyTo(sums);
        Add(text.Runs, sums);
        Add(text.Whole, sums);
    }

    /// <summary>What one word adds to one question.</summary>
    public float Share(LearntText text, LearntWord word, int question)
    {
        var runs = Sum(text.Runs[word.FirstRun..word.EndOfRuns], question) / MathF.Sqrt(Math.Max(1, text.Runs.Length));
        var whole = Sum(text.Whole[word.FirstWhole..word.EndOfWhole], question) / MathF.Sqrt(Math.Max(1, text.Whole.Length));
        return (runs + whole) * steps[question];
    }

    /// <summary>The answer to one question were the word alone.</summary>
    public float Alone(LearntText text, LearntWord word, int question)
    {
        var runs = Sum(text.Runs[word.FirstRun..word.EndOfRuns], question) / MathF.Sqrt(Math.Max(1, word.EndOfRuns - word.FirstRun));
        var whole = Sum(text.Whole[word.FirstWhole..word.EndOfWhole], question) / MathF.Sqrt(Math.Max(1, word.EndOfWhole - word.FirstWhole));
        return offsets[question] + (runs + whole) * steps[question];
    }

    int Sum(ReadOnlySpan<uint> hashes, int question)
    {
        var sum = 0;
        foreach (var hash in hashes) sum += weights[(int)(hash & mask) * Questions.Count + question];
        return sum;
    }

    void Add(ReadOnlySpan<uint> hashes, Span<float> sums)
    {
        var touched = Touched.Of(mask + 1);
        var rows = MemoryMarshal.Cast<sbyte, ulong>(weights);
        var (low, high, count) = (Vector128<int>.Zero, Vector128<int>.Zero, 0);
        foreach (var hash in hashes)
        {
            var place = (int)(hash & mask);
            if (!touched.Add(place)) continue;

            var row = Vector128.WidenLower(Vector128.CreateScalar(rows[place]).AsSByte());
            low += Vector128.WidenLower(row);
            high += Vector128.WidenUpper(row);
            count++;
        }
        foreach (var hash in hashes) touched.Remove((int)(hash & mask));
        if (count == 0) return;

        var scale = 1 / MathF.Sqrt(count);
        for (var i = 0; i < 4; i++)
        {
            sums[i] += low[i] * scale * steps[i];
            sums[i + 4] += high[i] * scale * steps[i + 4];
        }
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var places = reader.ReadInt32();
        return new(reader.ReadSteps(places * Questions.Count), reader.ReadFloats(Questions.Count), reader.ReadFloats(Questions.Count));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(mask + 1);
        writer.WriteSteps(weights);
        writer.WriteFloats(steps);
        writer.WriteFloats(offsets);
    }
}
