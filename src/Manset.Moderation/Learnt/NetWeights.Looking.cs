using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manset.Moderation.Learnt;

sealed partial class NetWeights
{
    /// <param name="vectors">Of the words, and of <see cref="Widest"/> - 1 silent ones behind them.</param>
    /// <param name="places">Where each filter saw most; may be empty.</param>
    public void Look(ReadOnlySpan<float> vectors, int words, Span<float> seen, Span<int> places)
    {
        Span<float> answers = stackalloc float[Places * Abreast];
        seen.Fill(float.NegativeInfinity);
        for (var width = 1; width <= Widest; width++)
        {
            var kernel = Kernels[width - 1].AsSpan();
            for (var filter = 0; filter < Filters; filter += Abreast)
            {
                var abreast = kernel.Slice(filter * width * Size, width * Size * Abreast);
                var best = seen.Slice((width - 1) * Filters + filter, Abreast);
                for (var word = 0; word < words; word += Places)
                {
                    AnswerFour(vectors, word, words - 1, width * Size, abreast, answers);
                    if (places.IsEmpty) Keep(answers, best);
                    else Keep(answers, word, words - 1, best, places.Slice((width - 1) * Filters + filter, Abreast));
                }
            }
        }
        for (var i = 0; i < Biases.Length; i++) seen[i] = words == 0 ? 0 : MathF.Max(0, seen[i] + Biases[i]);
        Mean(vectors, words, seen[Biases.Length..]);
    }

    /// <summary>What the filters answer at a word and the three behind it; behind the last word, at that one again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AnswerFour(ReadOnlySpan<float> vectors, int word, int last, int length, ReadOnlySpan<float> kernel, Span<float> answers)
    {
        var (a0, a1, a2) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (b0, b1, b2, c0, c1, c2, d0, d1, d2) = (a0, a0, a0, a0, a0, a0, a0, a0, a0);
        ref var one = ref MemoryMarshal.GetReference(vectors.Slice(word * Size, length));
        ref var two = ref MemoryMarshal.GetReference(vectors.Slice(Math.Min(word + 1, last) * Size, length));
        ref var three = ref MemoryMarshal.GetReference(vectors.Slice(Math.Min(word + 2, last) * Size, length));
        ref var four = ref MemoryMarshal.GetReference(vectors.Slice(Math.Min(word + 3, last) * Size, length));
        ref var row = ref MemoryMarshal.GetReference(kernel[..(length * Abreast)]);
        for (var i = 0; i < length; i++)
        {
            var (k0, k1, k2) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes), Vector256.LoadUnsafe(ref row, 2 * Lanes));
            var input = Vector256.Create(Unsafe.Add(ref one, i));
            a0 = Vector256.FusedMultiplyAdd(input, k0, a0);
            a1 = Vector256.FusedMultiplyAdd(input, k1, a1);
            a2 = Vector256.FusedMultiplyAdd(input, k2, a2);
            input = Vector256.Create(Unsafe.Add(ref two, i));
            b0 = Vector256.FusedMultiplyAdd(input, k0, b0);
            b1 = Vector256.FusedMultiplyAdd(input, k1, b1);
            b2 = Vector256.FusedMultiplyAdd(input, k2, b2);
            input = Vector256.Create(Unsafe.Add(ref three, i));
            c0 = Vector256.FusedMultiplyAdd(input, k0, c0);
            c1 = Vector256.FusedMultiplyAdd(input, k1, c1);
            c2 = Vector256.FusedMultiplyAdd(input, k2, c2);
            input = Vector256.Create(Unsafe.Add(ref four, i));
            d0 = Vector256.FusedMultiplyAdd(input, k0, d0);
            d1 = Vector256.FusedMultiplyAdd(input, k1, d1);
            d2 = Vector256.FusedMultiplyAdd(input, k2, d2);
            row = ref Unsafe.Add(ref row, Abreast);
        }
        var all = MemoryMarshal.Cast<float, Vector256<float>>(answers);
        (all[0], all[1], all[2]) = (a0, a1, a2);
        (all[3], all[4], all[5]) = (b0, b1, b2);
        (all[6], all[7], all[8]) = (c0, c1, c2);
        (all[9], all[10], all[11]) = (d0, d1, d2);
    }

    static void Keep(ReadOnlySpan<float> answers, Span<float> best)
    {
        for (var i = 0; i < Abreast; i += Lanes)
        {
            var most = Vector256.Create<float>(best[i..]);
            for (var place = 0; place < Places; place++) most = Vector256.Max(most, Vector256.Create<float>(answers[(place * Abreast + i)..]));
            most.CopyTo(best[i..]);
        }
    }

    static void Keep(ReadOnlySpan<float> answers, int word, int last, Span<float> best, Span<int> places)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] <= best[i % Abreast]) continue;
            best[i % Abreast] = answers[i];
            places[i % Abreast] = Math.Min(word + i / Abreast, last);
        }
    }

    static void Mean(ReadOnlySpan<float> vectors, int words, Span<float> mean)
    {
        mean.Clear();
        for (var i = 0; i < words * Size; i++) mean[i % Size] += vectors[i];
        for (var i = 0; i < Size; i++) mean[i] /= Math.Max(1, words);
    }
}
