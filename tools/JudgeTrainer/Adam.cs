using System.Numerics;
using System.Runtime.InteropServices;

namespace JudgeTrainer;

/// <summary>Values that learn by Adam (Kingma and Ba 2015). Of a sparse table only the rows that a batch touched take a step.</summary>
sealed class Adam(float[] values)
{
    const float First = 0.9f;
    const float Second = 0.999f;

    readonly float[] means = new float[values.Length];
    readonly float[] squares = new float[values.Length];
    float firstLeft = 1, secondLeft = 1;

    public float[] Values => values;

    public void Tick() => (firstLeft, secondLeft) = (firstLeft * First, secondLeft * Second);

    public void Step(float[] slopes, float rate)
    {
        Tick();
        Step(slopes, 0, slopes.Length, rate);
    }

    public void Step(float[] slopes, int from, int count, float rate)
    {
        var scale = rate * MathF.Sqrt(1 - secondLeft) / (1 - firstLeft);
        for (var i = from; i < from + count; i++)
        {
            means[i] = First * means[i] + (1 - First) * slopes[i];
            squares[i] = Second * squares[i] + (1 - Second) * slopes[i] * slopes[i];
            values[i] -= scale * means[i] / (MathF.Sqrt(squares[i]) + 1e-8f);
        }
    }

    /// <summary>Lengths are multiples of eight.</summary>
    public static void Add(float scale, ReadOnlySpan<float> what, Span<float> to)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(what);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(to);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < from.Length; i++) sums[i] += from[i] * factor;
    }
}
