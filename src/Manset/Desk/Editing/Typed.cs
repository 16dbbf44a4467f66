using System.Text.RegularExpressions;
using Manset.Copy;

namespace Manset.Desk.Editing;

/// <summary>Copy as it is typed: paragraphs with empty lines between them, tags only where there is more to say than that.</summary>
static partial class Typed
{
    /// <summary>Canonical copy in the plainest form that says the same.</summary>
    public static string Of(string body)
    {
        var plain = CanonicalHtml.Text(body);
        if (!Tag().IsMatch(plain) && CanonicalHtml.OfText(plain) == body) return plain;

        var unwrapped = Paragraph().Replace(body, "$1\n");
        return CanonicalHtml.Of(Html(unwrapped)) == body ? unwrapped.TrimEnd('\n') : body;
    }

    /// <summary>What was typed as HTML: a piece between empty lines that does not begin with a block is a paragraph.</summary>
    public static string Html(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n");
        if (!Tag().IsMatch(lines)) return CanonicalHtml.OfText(lines);

        return string.Join('\n', Gap().Split(lines).Where(piece => !string.IsNullOrWhiteSpace(piece)).Select(piece =>
            Block().IsMatch(piece) ? piece : $"<p>{piece.Trim('\n').Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
    }

    /// <summary>A list on one line, apart by commas; by semicolons where an entry has a comma of its own.</summary>
    public static string Listed(IReadOnlyList<string> list) =>
        list.Any(each => each.Contains(',')) ? string.Join("; ", list) + ";" : string.Join(", ", list);

    public static IReadOnlyList<string> List(string? typed) =>
        (typed ?? "").Split(typed?.Contains(';') is true ? [';', '\n'] : [',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("</?[A-Za-z]")]
    private static partial Regex Tag();

    [GeneratedRegex("^<p>(.*)</p>$", RegexOptions.Multiline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("\n[ \t]*\n")]
    private static partial Regex Gap();

    /// <summary>Begins, or goes on, with a tag that is no word of a sentence.</summary>
    [GeneratedRegex(@"^\s*</?(?!(a|strong|em|b|i|cite|br|q|span)\b)[A-Za-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
