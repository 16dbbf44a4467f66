using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Whole comments, or long stretches, in capital letters. Acronyms and a word or two of emphasis are spared; a heading is only pointed out.</summary>
static class Capitals
{
    const double LargePart = 0.25;

    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var shouting = reading.Shouting;
        if (!IsTooMuch(shouting, terms)) return [];

        var whole = IsWhole(shouting, terms);
        var confidence = whole ? 0.95 : shouting.Share >= LargePart ? 0.75 : 0.4;
        return shouting.Runs.Where(run => whole || IsLong(run, terms)).Select(run => Breach(run, reading, confidence, say[whole ? "capitals" : "capitals.run"]));
    };

    public static bool IsTooMuch(Shouting shouting, HouseRule terms) =>
        terms.On && (IsWhole(shouting, terms) || shouting.Runs.Exists(run => IsLong(run, terms)));

    /// <summary>A word or two are emphasis while they are short.</summary>
    static bool IsWhole(Shouting shouting, HouseRule terms) => shouting.Share >= terms.Limits.GetValueOrDefault("share", 0.5)
        && (shouting.Shouted >= Math.Max(1, terms.Limits.GetValueOrDefault("words", 3)) || (shouting.Share == 1 && shouting.Letters >= Math.Max(1, terms.Limits.GetValueOrDefault("letters", 9))));

    static bool IsLong(Run run, HouseRule terms) => run.Words >= terms.Limits.GetValueOrDefault("run", 6);

    static Finding Breach(Run run, Reading reading, double confidence, string explanation)
    {
        var (start, end) = (reading.Tokens[run.First].Start, reading.Tokens[run.Last].End);
        return new("capitals", start, end, confidence, explanation, reading.Mended[start..end]);
    }
}
