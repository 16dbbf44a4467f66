using System.Net;
using System.Text.RegularExpressions;
using Manset.Copy;

namespace Manset.Wire;

/// <summary>The text of feeds as it was meant: titles without tags, bodies canonical, entities unescaped as often as they were escaped.</summary>
static partial class Prose
{
    public const int LongestHeadline = 500;
    const int LongestBody = 1_000_000;

    /// <summary>One line of plain text from what may be HTML.</summary>
    public static string OneLine(string text)
    {
        if (text.Length > LongestBody) text = text[..LongestBody];
        var plain = text.AsSpan().ContainsAny('<', '&') ? CanonicalHtml.Text(text) : text;
        return Plain(plain);
    }

    /// <summary>One line of what is plain text already: a less-than is a less-than.</summary>
    public static string Plain(string text)
    {
        if (text.Length > LongestBody) text = text[..LongestBody];
        if (LeftEntity.IsMatch(text)) text = WebUtility.HtmlDecode(text);
        return Spaces.Replace(string.Concat(text.Where(character => !char.IsControl(character) || char.IsWhiteSpace(character))), " ").Trim().Normalized();
    }

    public static string Body(string html, Uri? baseAddress)
    {
        if (html.Length > LongestBody) html = html[..LongestBody];
        if (!html.Contains('<', StringComparison.Ordinal) && EscapedTag.IsMatch(html)) html = WebUtility.HtmlDecode(html);
        html = TwiceEscaped.Replace(html, "&");
        return html.Contains('<', StringComparison.Ordinal) ? CanonicalHtml.Of(html, baseAddress) : CanonicalHtml.OfText(WebUtility.HtmlDecode(html));
    }

    public static string OfText(string text) =>
        CanonicalHtml.OfText(text.Length > LongestBody ? text[..LongestBody] : text);

    /// <summary>To at most so many characters, at a word where there is one.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 2);
        if (cut < most / 2) cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..cut] + "…";
    }

    static string Normalized(this string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()).Normalize() : text.Normalize();

    [GeneratedRegex("&(?:amp|quot|apos|nbsp|lt|gt|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{1,2}(?:uml|cedil|circ|acute|grave|tilde|ring)|[lr][sd]quo|hellip|[mn]dash);")]
    static partial Regex LeftEntity { get; }

    [GeneratedRegex("&amp;(?=(?:amp|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{1,2}(?:uml|cedil|circ|acute|grave|tilde|ring)|[lr][sd]quo|hellip|[mn]dash);)")]
    static partial Regex TwiceEscaped { get; }

    [GeneratedRegex(@"&lt;/?(?:p|br|div|a|b|i|strong|em|ul|ol|li|span|img|h[1-6])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex EscapedTag { get; }

    [GeneratedRegex(@"\s+")]
    static partial Regex Spaces { get; }
}
