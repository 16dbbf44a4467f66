using System.Text;
using System.Text.Json;
using Manset.Moderation;

namespace ModerationBench;

static class Spelling
{
    /// <summary>Words marked as misspelt by annotators, against words in findings of spelling and of letters.</summary>
    public static void PrintTokens(string set, Judge judge, string data, bool onlyDe = false)
    {
        var (hit, falsely, missed, sound) = (0, 0, 0, 0);
        var show = Environment.GetEnvironmentVariable("SHOWSET") == set;
        foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var tokens = document.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!.Replace('|', ' ')).ToArray();
            var wrong = document.RootElement.GetProperty("wrong").EnumerateArray().Select(mark => mark.GetInt32() == 1).ToArray();
            var text = string.Join(' ', tokens);
            var findings = judge.Weigh(new(text)).Findings.Where(finding => (finding.Rule is "spelling" or "turkish-letters") && (!onlyDe || IsDe(finding.Suggestion))).ToList();
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
        Console.WriteLine($"  {set + (onlyDe ? ", de/da" : ""),-28} precision {precision:P1}, recall {recall:P1}, F1 {2 * precision * recall / (precision + recall):F3}; right words flagged {(double)falsely / (falsely + sound):P2}");
    }

    /// <summary>It writes a <c>de</c> apart or joins it.</summary>
    static bool IsDe(string? suggestion) => suggestion is not null && (suggestion.TrimStart('\'', '’') is "de" or "da" or "te" or "ta"
        || suggestion.EndsWith(" de", StringComparison.Ordinal) || suggestion.EndsWith(" da", StringComparison.Ordinal) || suggestion.Contains('\'', StringComparison.Ordinal));

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

    /// <summary>Real misuse: words marked as lacking Turkish letters, restored; and the right ones, which must stay.</summary>
    public static void PrintRestored(string set, string data)
    {
        var (marked, restored, sound, spoiled) = (0, 0, 0, 0);
        foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var (tokens, gold) = (Strings(document, "tokens"), Strings(document, "gold"));
            var bare = document.RootElement.GetProperty("deascii").EnumerateArray().Select(mark => mark.GetInt32() == 1).ToArray();
            var wrong = document.RootElement.GetProperty("wrong").EnumerateArray().Select(mark => mark.GetInt32() == 1).ToArray();
            var again = TurkishLetters.Restore(string.Join(' ', tokens)).Split(' ');
            for (var i = 0; i < tokens.Length; i++)
            {
                if (bare[i] && tokens[i].Length == gold[i].Length && Bare(tokens[i]) == Bare(gold[i]))
                {
                    marked++;
                    if (again[i] == gold[i]) restored++;
                }
                else if (!wrong[i])
                {
                    sound++;
                    if (again[i] != tokens[i]) spoiled++;
                }
            }
        }
        Console.WriteLine($"  {set,-28} {(double)restored / marked:P1} of {marked} misused words restored, {(double)spoiled / sound:P2} of {sound} right ones spoiled");
    }

    static string[] Strings(JsonDocument line, string name) => [.. line.RootElement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>Turkish letters taken off, in whole or in every second word, against the text as it was: told apart by the rule.</summary>
    public static void PrintBare(string name, Judge judge, IEnumerable<string> texts)
    {
        foreach (var least in (double[])[0.01, 0.5]) PrintBare(name, judge, [.. texts], least);
    }

    static void PrintBare(string name, Judge judge, List<string> texts, double least)
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
        Console.WriteLine($"  {name + (least < 0.5 ? ", any finding" : ", score >= 0.5"),-36} F1 {2 * precision * recall / (precision + recall):F3}, found {recall:P1}; correct text flagged {(double)falsely / all:P2}");

        bool IsFlagged(string text) => judge.Weigh(new(text)).Scores.GetValueOrDefault("turkish-letters") >= least;
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
