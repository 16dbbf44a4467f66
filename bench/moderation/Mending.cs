using Manset.Moderation;

namespace ModerationBench;

/// <summary>Proper sentences spoilt by a mechanical rule: are they found, and does the rewrite give the sentence back?</summary>
static class Mending
{
    public static void Print(string name, Judge judge, string rule, IEnumerable<string> sentences, Func<string, string> spoil)
    {
        var (spoilt, found, offered, words, same) = (0, 0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var text = spoil(sentence);
            if (text == sentence) continue;

            spoilt++;
            var verdict = judge.Weigh(new(text));
            if (verdict.Decision == Decision.Reject && verdict.Findings.Any(finding => finding.Rule == rule)) found++;
            if (verdict.Rewrite is null) continue;

            offered++;
            var (truth, mended) = (sentence.Split(' '), verdict.Rewrite.Split(' '));
            words += truth.Length;
            same += truth.Zip(mended).Count(pair => pair.First == pair.Second);
        }
        Console.WriteLine($"  {name,-24} {spoilt} sentences, refused {100.0 * found / spoilt:F1} %, rewrite offered {100.0 * offered / spoilt:F1} %, its words right {100.0 * same / words:F1} %");
    }

    public static string Bare(string text) => string.Concat(text.Select(letter => "çğıöşüÇĞİÖŞÜ".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? "cgiosuCGIOSU"[at] : letter));

    public static string HalfBare(string text) => string.Join(' ', text.Split(' ').Select((word, at) => at % 2 == 0 ? Bare(word) : word));

    public static string Shouted(string text) => text.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("tr-TR"));

    public static string ShoutedEnglish(string text) => text.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
