using Manset.Moderation;

namespace ModerationBench;

static class Spans
{
    static readonly string[] Rules = ["insult", "profanity", "offence", "belief"];

    /// <summary>Character F1 of the words found, the mean over comments; a comment without a mark asks for no finding.</summary>
    public static void Print(Judge judge, string data)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (item, verdict) in Sets.Judged(data, "toxicspans-en", judge))
        {
            var length = item.GetProperty("text").GetString()!.Length;
            var (marked, found) = (new bool[length], new bool[length]);
            foreach (var span in item.GetProperty("spans").EnumerateArray()) Mark(marked, span[0].GetInt32(), span[1].GetInt32());
            foreach (var finding in verdict.Findings.Where(finding => Rules.Contains(finding.Rule))) Mark(found, finding.Start, finding.End);
            var (right, all) = (marked.Zip(found).Count(pair => pair is { First: true, Second: true }), marked.Count(mark => mark) + found.Count(mark => mark));
            sum += all == 0 ? 1 : 2.0 * right / all;
            count++;
        }
        Console.WriteLine($"  toxicspans-en, spans: character F1 {sum / count:F3} ({count} comments)");
    }

    static void Mark(bool[] marks, int start, int end) => marks.AsSpan(Math.Min(start, marks.Length), Math.Min(end, marks.Length) - Math.Min(start, marks.Length)).Fill(true);
}
