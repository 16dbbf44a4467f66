using Manset.Moderation;
using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace ModerationBench;

/// <summary>Edited sentences in which a <c>ki</c> or a <c>mi</c> was joined or parted by rule: is it found, is it mended, and is what was right left alone?</summary>
static class Apart
{
    public static void Print(Judge judge, string data)
    {
        var sentences = Texts.Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz").Concat(Texts.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz"))
            .Concat(Texts.Field($"{data}/corpus-ozetnews-tr/ozetnews.jsonl.gz", "text")).Concat(Texts.Field($"{data}/corpus-tr-en-parallel/sib200.jsonl.gz", "tr")).Distinct().ToList();
        Print("ki, a word, joined", judge, sentences, (text, tokens, i) => IsApart(text, tokens, i) && Small(text, tokens[i]) == "ki" ? (tokens[i - 1].End, tokens[i].Start, "") : null);
        Print("-ki, a suffix, parted", judge, sentences, (text, tokens, i) => Small(text, tokens[i]) is { Length: > 6 } small && small[^4..] is "daki" or "deki" or "taki" or "teki" ? (tokens[i].End - 2, tokens[i].End - 2, " ") : null);
        Print("mi, joined", judge, sentences, (text, tokens, i) => IsApart(text, tokens, i) && Clitics.IsQuestion(Small(text, tokens[i])) ? (tokens[i - 1].End, tokens[i].Start, "") : null);
    }

    /// <param name="spoil">The stretch of the text that a slip would put something else for, if there can be one at the token.</param>
    static void Print(string name, Judge judge, List<string> sentences, Func<string, List<Token>, int, (int From, int To, string Slip)?> spoil)
    {
        var (found, mended, all, falsely) = (0, 0, 0, 0);
        var show = Environment.GetEnvironmentVariable("SHOWSET") == name;
        foreach (var sentence in sentences)
        {
            var tokens = Tokens.Of(sentence);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Sort is not Sort.Word || spoil(sentence, tokens, i) is not var (from, to, slip)) continue;

                all++;
                var wrong = string.Concat(sentence.AsSpan(0, from), slip, sentence.AsSpan(to));
                var finding = judge.Weigh(new(wrong)).Findings.FirstOrDefault(finding => finding.Rule == "spelling" && finding.Start <= from + slip.Length && finding.End >= from);
                if (finding is not null) found++;
                if (finding is not null && string.Concat(wrong.AsSpan(0, finding.Start), finding.Suggestion, wrong.AsSpan(finding.End)) == sentence) mended++;
                else if (show) Console.WriteLine($"    missed: {wrong} ({finding?.Suggestion})");

                if (!judge.Weigh(new(sentence)).Findings.Any(finding => finding.Rule == "spelling" && finding.Start <= to && finding.End >= from)) continue;

                falsely++;
                if (show) Console.WriteLine($"    falsely: {sentence}");
            }
        }
        var (precision, recall) = ((double)found / Math.Max(1, found + falsely), (double)found / all);
        Console.WriteLine($"  {name,-28} F1 {2 * precision * recall / (precision + recall):F3}, precision {precision:P1}, recall {recall:P1} of {all}, rightly mended {(double)mended / all:P1}");
    }

    static bool IsApart(string text, List<Token> tokens, int at) => at > 0 && tokens[at - 1].Sort is Sort.Word && tokens[at].Start == tokens[at - 1].End + 1 && text[tokens[at - 1].End] == ' ';

    static string Small(string text, Token token) => Letters.Lower(token.In(text), turkish: true);
}
