using Manset.Copy;

namespace Manset.Desk;

/// <summary>The check of the copy before it goes out: pure, from copy to flaws.</summary>
public static class Preflight
{
    const int LongestHeadline = 300;

    public static IReadOnlyList<Flaw> Check(StoryCopy copy) =>
    [
        .. Missing("headline", copy.Headline),
        .. Missing("body", CanonicalHtml.Text(copy.Body)),
        .. TooLong("headline", copy.Headline, LongestHeadline),
        .. copy.PictureId is null ? [] : Missing("alt", copy.PictureAlt),
        .. copy.PictureId is null ? [] : Missing("credit", copy.PictureCredit).Select(flaw => flaw with { Blocks = false }),
        .. OpenQuotation("headline", copy.Headline),
        .. OpenQuotation("standfirst", copy.Standfirst),
    ];

    static IEnumerable<Flaw> Missing(string field, string text) =>
        string.IsNullOrWhiteSpace(text) ? [new("missing", field, 0, 0, Blocks: true)] : [];

    static IEnumerable<Flaw> TooLong(string field, string text, int longest) =>
        text.Length > longest ? [new("too-long", field, longest, text.Length, Blocks: true)] : [];

    /// <summary>A quotation that is opened and never closed.</summary>
    static IEnumerable<Flaw> OpenQuotation(string field, string text)
    {
        var open = text.LastIndexOf('“');
        if (open >= 0 && text.IndexOf('”', open) < 0) yield return new("open-quotation", field, open, text.Length, Blocks: false);
        else if (text.Count(letter => letter == '"') % 2 == 1) yield return new("open-quotation", field, text.LastIndexOf('"'), text.Length, Blocks: false);
    }
}
