using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Words that are not spelt as they should be: each one a finding, and the text refused only when they are many.</summary>
static class Misspelt
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var slips = reading.Slips;
        if (slips.Count == 0) return [];

        var confidence = Confidence(slips, reading, terms);
        return slips.Select(slip => new Finding("spelling", slip.Start, slip.End, confidence,
            slip.Mended is null ? say["spelling.unknown", reading.Text[slip.Start..slip.End]] : say["spelling", reading.Text[slip.Start..slip.End], slip.Mended], slip.Mended));
    };

    static double Confidence(List<Slip> slips, Reading reading, HouseRule terms)
    {
        var words = reading.Tokens.Count(token => token.Sort is Sort.Word && token.Length > 1);
        var least = terms.Limits.GetValueOrDefault("words", 2);
        var outright = terms.Limits.GetValueOrDefault("outright", 4);
        var share = terms.Limits.GetValueOrDefault("share", 0.2);
        return slips.Count >= outright || (slips.Count >= least && slips.Count > share * words) ? 0.85 : 0.4;
    }
}
