using Manset.Moderation;

namespace ModerationBench;

static class Clean
{
    public static void Print(string name, Judge judge, IEnumerable<string> texts)
    {
        var (all, refused, held) = (0, 0, 0);
        var rules = new SortedDictionary<string, int>();
        foreach (var text in texts)
        {
            all++;
            var verdict = judge.Weigh(new(text));
            if (verdict.Decision == Decision.Reject) refused++;
            if (verdict.Decision == Decision.Hold) held++;
            if (verdict.Decision == Decision.Approve) continue;

            foreach (var (rule, score) in verdict.Scores.Where(score => score is { Key: not "offensive", Value: >= 0.5 }))
                rules[$"{rule} {(score >= 0.7 ? "high" : "low")}"] = rules.GetValueOrDefault($"{rule} {(score >= 0.7 ? "high" : "low")}") + 1;
        }
        Console.WriteLine($"  {name,-24} {all,7} texts, refused {100.0 * refused / all:F2} %, held {100.0 * held / all:F2} %   {string.Join(", ", rules.Select(rule => $"{rule.Key} {rule.Value}"))}");
    }
}
