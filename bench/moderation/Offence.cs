using System.Text.Json;
using Manset.Moderation;

namespace ModerationBench;

static class Offence
{
    public static void Print(string set, Judge judge, string data, Func<string, bool> isOffensive)
    {
        var (hit, missed, falsely, clean, refusedRight, refused) = (0, 0, 0, 0, 0, 0);
        foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.GetProperty("fold").GetInt32() > 1) continue;

            var offensive = isOffensive(root.GetProperty("label").GetString()!);
            var verdict = judge.Weigh(new(root.GetProperty("text").GetString()!));
            var found = verdict.Scores["offensive"] >= 0.5;
            if (found) { if (offensive) hit++; else falsely++; }
            else if (offensive) missed++;
            else clean++;
            if (verdict.Scores["offensive"] >= 0.75) { refused++; if (offensive) refusedRight++; }
            if (Environment.GetEnvironmentVariable("SHOWSET") == set && found != offensive)
                Console.WriteLine($"    {(found ? "FP" : "FN")} [{string.Join('|', verdict.Findings.Where(f => f.Rule is "insult" or "profanity").Select(f => root.GetProperty("text").GetString()![f.Start..f.End]))}] {root.GetProperty("text").GetString()}");
        }
        var (precision, recall) = (Ratio(hit, hit + falsely), Ratio(hit, hit + missed));
        var (backPrecision, backRecall) = (Ratio(clean, clean + missed), Ratio(clean, clean + falsely));
        var macro = (F(precision, recall) + F(backPrecision, backRecall)) / 2;
        Console.WriteLine($"  {set,-20} precision {precision:P1}, recall {recall:P1}, macro-F1 {macro:F3}; refused {refused}, rightly {Ratio(refusedRight, refused):P1}");
    }

    static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    static double F(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
