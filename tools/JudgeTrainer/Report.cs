namespace JudgeTrainer;

/// <summary>Figures of a score against the truth.</summary>
static class Report
{
    /// <summary>The best macro-F1 at any threshold, and that threshold.</summary>
    public static (double MacroF1, float Threshold, double Area) Best(List<(float Score, bool Yes)> scored)
    {
        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        var (yes, all) = (scored.Count(pair => pair.Yes), scored.Count);
        var (best, threshold, hits, area) = (0.0, 0f, 0, 0.0);
        for (var i = 0; i < all; i++)
        {
            if (scored[i].Yes) hits++; else area += hits;
            if (i + 1 < all && scored[i + 1].Score == scored[i].Score) continue;
            if (MacroF1(hits, i + 1 - hits, yes - hits, all - i - 1 - (yes - hits)) is var f && f > best) (best, threshold) = (f, scored[i].Score);
        }
        return (best, threshold, area / Math.Max(1.0, (double)yes * (all - yes)));
    }

    public static double MacroF1(int hit, int falsely, int missed, int clean) => (F(hit, falsely, missed) + F(clean, missed, falsely)) / 2;

    static double F(int hit, int falsely, int missed) => hit == 0 ? 0 : 2.0 * hit / (2.0 * hit + falsely + missed);

    /// <summary>The threshold of the best F1.</summary>
    public static float BestF1(List<(float Score, bool Yes)> scored)
    {
        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        var (yes, hits, best, threshold) = (scored.Count(pair => pair.Yes), 0, 0.0, 0f);
        for (var i = 0; i < scored.Count; i++)
        {
            if (scored[i].Yes) hits++;
            if (2.0 * hits / (i + 1 + yes) is var f && f > best) (best, threshold) = (f, scored[i].Score);
        }
        return threshold;
    }

    /// <summary>The largest part found while so many of those found are right.</summary>
    public static double RecallAt(List<(float Score, bool Yes)> scored, double precision)
    {
        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        var (hits, best) = (0, 0);
        for (var i = 0; i < scored.Count; i++)
        {
            if (scored[i].Yes) hits++;
            if (hits >= precision * (i + 1)) best = hits;
        }
        return best / Math.Max(1.0, scored.Count(pair => pair.Yes));
    }
}
