using Manset.Moderation;

namespace ModerationBench;

/// <summary>Offensive or not: <c>scores.offensive</c> of a half and more, and what the house rules decide.</summary>
static class Offence
{
    public static void Print(string set, Judge judge, string data, Func<string, bool> isOffensive)
    {
        var (hit, missed, falsely, clean, refusedRight, refused, held) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var (item, verdict) in Sets.Judged(data, set, judge))
        {
            var offensive = isOffensive(item.Label());
            if (verdict.Scores["offensive"] >= 0.5) { if (offensive) hit++; else falsely++; }
            else if (offensive) missed++;
            else clean++;
            var decision = verdict.Findings.Any(IsOffence) ? verdict.Decision : Decision.Approve;
            if (decision is Decision.Reject) { refused++; if (offensive) refusedRight++; }
            if (decision is Decision.Hold) held++;
        }
        var (precision, recall) = (Ratio(hit, hit + falsely), Ratio(hit, hit + missed));
        var macro = (F(precision, recall) + F(Ratio(clean, clean + missed), Ratio(clean, clean + falsely))) / 2;
        Console.WriteLine($"  {set,-20} macro-F1 {macro:F3}, precision {precision:P1}, recall {recall:P1}; "
            + $"refused {refused}, rightly {Ratio(refusedRight, refused):P1}; held {held}; of {hit + missed + falsely + clean}");
    }

    static bool IsOffence(Finding finding) => finding.Rule is "insult" or "profanity" or "offence" or "belief";

    static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    static double F(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
