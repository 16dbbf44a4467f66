using Manset.Moderation;

namespace ModerationBench;

static class Beliefs
{
    /// <summary>How many of the attacks on beliefs <c>scores.belief</c> finds while nine in ten of what it finds are right.</summary>
    public static void Print(Judge judge, string data)
    {
        var scored = Sets.Judged(data, "mayda2021-tr", judge)
            .Select(pair => (Score: pair.Verdict.Scores["belief"], Yes: pair.Item.TryGetProperty("subtypes", out var kinds) && kinds.ToString().Contains("religion", StringComparison.Ordinal)))
            .OrderByDescending(pair => pair.Score).ToList();
        var (yes, hits, found, area) = (scored.Count(pair => pair.Yes), 0, 0, 0L);
        for (var i = 0; i < scored.Count; i++)
        {
            if (scored[i].Yes) hits++; else area += hits;
            if (hits >= 0.9 * (i + 1)) found = hits;
        }
        Console.WriteLine($"  mayda2021-tr, religion: recall {(double)found / yes:P1} at precision 0.90, area {(double)area / ((long)yes * (scored.Count - yes)):F3} ({yes} of {scored.Count})");
    }
}
