using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>How Turkish agencies open a text: <c>ANKARA (AA) - </c>. The place is the dateline, the agency is the credit, and the page shows both elsewhere.</summary>
static partial class Opening
{
    public static Dispatch Strip(Dispatch item) =>
        Mark.Match(item.Body) is { Success: true } opening
            ? item with
            {
                Body = string.Concat("<p>", item.Body.AsSpan(opening.Length)),
                Dateline = item.Dateline ?? (opening.Groups["place"].Value.Trim(' ', ',') is { Length: > 0 } place ? place : null),
            }
            : item;

    const string Agency = @"\s*\((?:AA|DHA|İHA|IHA)\)", Close = @"\s*(?:</(?:strong|em)>)?\s*";

    /// <summary>A place in capitals, or any with a dash after the agency: a sentence may name the agency too.</summary>
    [GeneratedRegex(@"^<p>(?:<(?:strong|em)>)?(?:(?<place>[\p{Lu}\p{M}0-9 ,./()'’-]{0,80}?)" + Agency + @"|(?<place>\p{Lu}[\p{L}\p{M} ,./'’-]{0,60}?)" + Agency + "(?=" + Close + "[-–—]))" + Close + "[-–—:]?" + Close, RegexOptions.CultureInvariant)]
    static partial Regex Mark { get; }
}
