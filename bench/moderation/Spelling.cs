using System.Text;
using System.Text.Json;
using Manset.Moderation;

namespace ModerationBench;

static class Spelling
{
    /// <summary>Words marked as misspelt by annotators, against words in findings of spelling and of letters.</summary>
    public static void PrintTokens(string set, Judge judge, string data)
    {
        var (hit, falsely, missed, sound) = (0, 0, 0, 0);
        var show = Environment.GetEnvironmentVariable("SHOWSET") == set;
        foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var tokens = document.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!.Replace('|', ' ')).ToArray();
            var wrong = document.RootElement.GetProperty("wrong").EnumerateArray().Select(mark => mark.GetInt32() == 1).ToArray();
            var text = string.Join(' ', tokens);
            var findings = judge.Weigh(new(text)).Findings.Where(finding => finding.Rule is "spelling" or "turkish-letters").ToList();
            var at = 0;
            for (var i = 0; i < tokens.Length; at += tokens[i].Length + 1, i++)
            {
                var finding = findings.Find(finding => finding.Start < at + tokens[i].Length && finding.End > at);
                if (finding is not null && wrong[i]) hit++;
                else if (finding is not null) falsely++;
                else if (wrong[i]) missed++;
                else sound++;
                if (show && finding is null == wrong[i]) Console.WriteLine($"    {(wrong[i] ? "missed" : "falsely")} {tokens[i]} > {finding?.Suggestion} [{finding?.Rule}] {string.Join(' ', tokens[Math.Max(0, i - 2)..Math.Min(tokens.Length, i + 3)])}");
            }
        }
        var (precision, recall) = ((double)hit / (hit + falsely), (double)hit / (hit + missed));
        Console.WriteLine($"  {set,-24} precision {precision:P1}, recall {recall:P1}, F1 {2 * precision * recall / (precision + recall):F3}; right words flagged {(double)falsely / (falsely + sound):P2}");
    }

    /// <summary>Edited text: nearly every word is right.</summary>
    public static void PrintClean(string name, Judge judge, IEnumerable<string> texts)
    {
        var (words, flagged) = (0, 0);
        var show = Environment.GetEnvironmentVariable("SHOWSET") == name;
        foreach (var text in texts)
        {
            words += text.Split(' ').Count(word => word.Any(char.IsLetter));
            foreach (var finding in judge.Weigh(new(text)).Findings.Where(finding => finding.Rule is "spelling" or "turkish-letters"))
            {
                flagged++;
                if (show) Console.WriteLine($"    {text[finding.Start..finding.End]} > {finding.Suggestion} [{finding.Rule}] {text[Math.Max(0, finding.Start - 20)..Math.Min(text.Length, finding.End + 20)]}");
            }
        }
        Console.WriteLine($"  {name,-24} {words} words, flagged {100.0 * flagged / words:F2} %");
    }
}
