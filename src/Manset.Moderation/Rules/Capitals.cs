using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Whole comments, or long stretches, in capital letters. Acronyms and a word or two of emphasis are spared.</summary>
static class Capitals
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var shouting = reading.Shouting;
        if (!IsTooMuch(shouting, terms)) return [];

        var whole = IsWhole(shouting, terms);
        return shouting.Runs
            .Where(run => whole || Length(run) >= terms.Limits.GetValueOrDefault("run", 6))
            .Select(run => Breach(run, reading, whole, say));
    };

    public static bool IsTooMuch(Shouting shouting, HouseRule terms) =>
        terms.On && shouting.Shouted > 0 && (IsWhole(shouting, terms) || shouting.Runs.Any(run => run.Last - run.First + 1 >= terms.Limits.GetValueOrDefault("run", 6)));

    static bool IsWhole(Shouting shouting, HouseRule terms) =>
        shouting.Shouted >= terms.Limits.GetValueOrDefault("words", 3) && shouting.Share >= terms.Limits.GetValueOrDefault("share", 0.5);

    static int Length((int First, int Last) run) => run.Last - run.First + 1;

    static Finding Breach((int First, int Last) run, Reading reading, bool whole, Explanations say)
    {
        var (start, end) = (reading.Tokens[run.First].Start, reading.Tokens[run.Last].End);
        return new("capitals", start, end, whole ? 0.95 : 0.75, say[whole ? "capitals" : "capitals.run"], reading.Mended[start..end]);
    }
}
