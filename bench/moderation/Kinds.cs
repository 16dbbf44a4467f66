using Manset.Moderation;

namespace ModerationBench;

/// <summary>Five classes: none when <c>scores.offensive</c> is below a half, else the kind with the highest score.</summary>
static class Kinds
{
    static readonly string[] Labels = ["INSULT", "PROFANITY", "RACIST", "SEXIST", "OTHER"];
    static readonly string[] Scores = ["insult", "profanity", "racism", "sexism"];

    public static void Print(Judge judge, string data)
    {
        var counts = new int[5, 5];
        foreach (var (item, verdict) in Sets.Judged(data, "teknofest2023-tr", judge))
            counts[Array.IndexOf(Labels, item.Label()), Kind(verdict)]++;

        var f = Enumerable.Range(0, 5).Average(kind => F(kind, counts));
        Console.WriteLine($"  teknofest2023-tr, five classes: macro-F1 {f:F3} ({string.Join(", ", Labels.Select((label, kind) => $"{label} {F(kind, counts):F3}"))})");
    }

    static int Kind(Verdict verdict)
    {
        if (verdict.Scores["offensive"] < 0.5) return 4;

        var best = 0;
        for (var kind = 1; kind < 4; kind++)
            if (verdict.Scores[Scores[kind]] > verdict.Scores[Scores[best]]) best = kind;
        return best;
    }

    static double F(int kind, int[,] counts)
    {
        var (said, real) = (0, 0);
        for (var other = 0; other < 5; other++) (said, real) = (said + counts[other, kind], real + counts[kind, other]);
        return 2.0 * counts[kind, kind] / Math.Max(1, said + real);
    }
}
