using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Words that are not spelt as they should be: each one a finding, and the text refused only when they are many.</summary>
static class Misspelt
{
    /// <summary>A long text may have more slips than a short one.</summary>
    const double LeastShare = 0.06;

    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var slips = reading.Slips.FindAll(slip => !IsExempt(slip, reading, terms));
        if (slips.Count == 0) return [];

        var confidence = Confidence(slips, reading, terms);
        return slips.Select(slip => new Finding("spelling", slip.Start, slip.End, confidence, Explanation(slip, reading, say), slip.Mended));
    };

    static string Explanation(Slip slip, Reading reading, Explanations say)
    {
        var written = reading.Text[slip.Start..slip.End];
        if (slip.Mended is null) return say["spelling.unknown", written];

        // A suffix that stands apart is shown with its word.
        var start = slip.Start;
        while (slip.Kind is SlipKind.Clitic && written[0] is ' ' or '\'' or '’' && start > 0 && !char.IsWhiteSpace(reading.Text[start - 1])) start--;
        var host = reading.Mended[start..slip.Start];
        return say[slip.Kind switch { SlipKind.Clitic => "spelling.de", SlipKind.Sentence => "spelling.sentence", _ => "spelling" }, host + written, host + slip.Mended];
    }

    static double Confidence(List<Slip> slips, Reading reading, HouseRule terms)
    {
        var (least, share, outright) = terms.Strictness switch
        {
            Strictness.Readable => (4, 0.4, 12),
            Strictness.Strict => (1, 0.0, 1),
            _ => (2, 0.2, 4)
        };
        var words = reading.Tokens.Count(token => token.Sort is Sort.Word && token.Length > 1);
        var sure = slips.Count(slip => slip.Kind is not (SlipKind.Unknown or SlipKind.Far));
        var wrong = terms.Strictness is Strictness.Strict ? sure : slips.Count;
        var isMany = sure >= terms.Limits.GetValueOrDefault("outright", outright) && (terms.Strictness is Strictness.Strict || sure >= LeastShare * words);
        return isMany || (wrong >= terms.Limits.GetValueOrDefault("words", least) && wrong > terms.Limits.GetValueOrDefault("share", share) * words) ? 0.85 : 0.4;
    }

    static bool IsExempt(Slip slip, Reading reading, HouseRule terms) =>
        OwnWords.Have(terms.Exempt, reading.Mended.AsSpan(slip.Start, slip.End - slip.Start), reading.Bench.Turkish);
}
