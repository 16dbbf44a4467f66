using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>
/// What agencies without fields for it write at the head of a headline: urgent, corrected, embargoed. Only in capitals or brackets,
/// since sanctions too are embargoes.
/// </summary>
static partial class Signs
{
    public static void Read(Draft draft)
    {
        var headline = draft.Headline;
        if (draft.Urgency is null && Urgent.Match(headline) is { Success: true } urgent)
            draft.Urgency = urgent.Groups["flash"].Success ? 1 : 2;
        if (!draft.Corrects && Corrected.IsMatch(headline)) draft.Corrects = true;
        if (draft.Embargo is null && Embargoed.Match(headline) is { Success: true } embargoed)
            draft.EmbargoUntil(embargoed.Groups["until"].Value.Trim());
    }

    [GeneratedRegex(@"^\W*(?:(?<flash>SON DAKİKA|SON DAKIKA|FLAŞ|FLAS|FLASH|BREAKING(?: NEWS)?)|ACİL|URGENT|SNAP)\s*(?:[:\-–—|/)\]]|HABER\b)", RegexOptions.CultureInvariant)]
    static partial Regex Urgent { get; }

    [GeneratedRegex(@"^\W*(?:DÜZELTME|DUZELTME|CORRECTION|CORRECTED|CORRECTS)\s*(?:[:\-–—|/)\]])", RegexOptions.CultureInvariant)]
    static partial Regex Corrected { get; }

    [GeneratedRegex(@"^\W*(?:AMBARGOLU|AMBARGO|EMBARGOED|EMBARGO)\s*(?i:until\b|till\b)?\s*[:\-–—]?\s*(?<until>(?:[^:\-–—()\[\]]|[:\-](?=\d)){0,60}?)\s*(?::(?!\d)|[–—)\]]|\s-\s)"
        + @"|[(\[]\s*(?:(?i:ambargolu|ambargo|embargoed|embargo)\b[^)\]\d]{0,20}(?<until>\d[^)\]]{3,60})|(?:AMBARGOLU|EMBARGOED|EMBARGO|AMBARGO)(?<until>))\s*[)\]]",
        RegexOptions.CultureInvariant)]
    static partial Regex Embargoed { get; }
}
