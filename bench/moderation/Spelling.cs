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

    /// <summary>Single words of a misspelling corpus, each on its own.</summary>
    public static void PrintWords(string set, Judge judge, string data)
    {
        foreach (var source in (string[])["aspell", "birkbeck", "wikipedia"])
        {
            var (hit, falsely, missed, mended, sound) = (0, 0, 0, 0, 0);
            foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                if (root.GetProperty("source").GetString() != source) continue;

                var text = root.GetProperty("text").GetString()!;
                var wrong = root.GetProperty("label").GetString() == "wrong";
                var finding = judge.Weigh(new(text)).Findings.FirstOrDefault(finding => finding.Rule == "spelling");
                if (finding is null) { if (wrong) missed++; else sound++; continue; }
                if (wrong) hit++; else falsely++;
                if (wrong && finding.Suggestion == root.GetProperty("gold").GetString()) mended++;
            }
            if (hit + missed == 0) continue;
            Console.WriteLine($"  {set + ", " + source,-28} found {(double)hit / (hit + missed):P1} of {hit + missed}, first suggestion right {(double)mended / (hit + missed):P1}; right words flagged {(falsely + sound == 0 ? 0 : (double)falsely / (falsely + sound)):P1} of {falsely + sound}");
        }
    }

    /// <summary>Turkish letters taken off, in whole or in every second word, against the text as it was: told apart by the rule.</summary>
    public static void PrintBare(string name, Judge judge, IEnumerable<string> texts)
    {
        var (hit, falsely, missed, all) = (0, 0, 0, 0);
        foreach (var text in texts)
        {
            var words = text.Split(' ');
            var whole = string.Join(' ', words.Select(Bare));
            var half = string.Join(' ', words.Select((word, at) => at % 2 == 0 ? Bare(word) : word));
            all++;
            if (IsFlagged(text)) falsely++;
            foreach (var bare in (string[])[whole, half])
            {
                if (bare == text) continue;
                if (IsFlagged(bare)) hit++; else missed++;
            }
        }
        var (precision, recall) = ((double)hit / (hit + falsely), (double)hit / (hit + missed));
        Console.WriteLine($"  {name,-28} F1 {2 * precision * recall / (precision + recall):F3}, found {recall:P1}; correct text flagged {(double)falsely / all:P2}");

        bool IsFlagged(string text) => judge.Weigh(new(text)).Scores.GetValueOrDefault("turkish-letters") >= 0.5;
    }

    static string Bare(string word)
    {
        var bare = new StringBuilder(word);
        foreach (var (one, other) in (ReadOnlySpan<(char, char)>)[('ç', 'c'), ('ğ', 'g'), ('ı', 'i'), ('ö', 'o'), ('ş', 's'), ('ü', 'u'), ('Ç', 'C'), ('Ğ', 'G'), ('İ', 'I'), ('Ö', 'O'), ('Ş', 'S'), ('Ü', 'U')])
            bare.Replace(one, other);
        return bare.ToString();
    }

    /// <summary>The language that is found in the first letters of a text.</summary>
    public static void PrintTongue(string name, Judge judge, bool own, IEnumerable<string> texts)
    {
        var (all, foreign) = (0, 0);
        foreach (var text in texts)
        {
            all++;
            if (judge.Weigh(new(text)).Scores.GetValueOrDefault("language") >= 0.5) foreign++;
        }
        Console.WriteLine($"  {name,-28} {100.0 * foreign / all:F2} % of {all} held as another language{(own ? " (all falsely)" : "")}");
    }
}
