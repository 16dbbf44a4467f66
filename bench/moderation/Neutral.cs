using Manset.Moderation;

namespace ModerationBench;

/// <summary>How often harmless sentences are stopped for the group they name.</summary>
static class Neutral
{
    public static void Print(Judge judge, string language)
    {
        using var reader = new StreamReader(typeof(Neutral).Assembly.GetManifestResourceStream($"neutral.{language}.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var patterns = lines.Where(line => line.Contains("{}", StringComparison.Ordinal) && line[0] != '#').ToList();
        foreach (var line in lines.Where(line => line[0] != '#' && !line.Contains("{}", StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var verdicts = line[(colon + 2)..].Split(", ").SelectMany(group => patterns.Select(pattern => judge.Weigh(new(pattern.Replace("{}", group, StringComparison.Ordinal))))).ToList();
            Console.WriteLine($"  {language}, {line[..colon],-12} {verdicts.Count,4} sentences: refused {Part(verdicts, Decision.Reject):P1}, held {Part(verdicts, Decision.Hold):P1}, "
                + $"scores.offensive mean {verdicts.Average(verdict => verdict.Scores["offensive"]):F3}, at or above 0.5 {(double)verdicts.Count(verdict => verdict.Scores["offensive"] >= 0.5) / verdicts.Count:P1}");
        }
    }

    static double Part(List<Verdict> verdicts, Decision decision) => (double)verdicts.Count(verdict => verdict.Decision == decision) / verdicts.Count;
}
