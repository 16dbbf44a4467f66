using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Manset.Tests.Wire.Formats;

/// <summary>
/// One clause of what a test document of Python's feedparser states about itself: <c>entries[0]['title'] == u'x'</c>. Literals are strings
/// and tuples of whole numbers; clauses of another form have no path.
/// </summary>
sealed partial record Expectation(string Path, string? Text, IReadOnlyList<int> Numbers)
{
    public static IReadOnlyList<Expectation> In(string document) =>
        Statement.Match(document) is { Success: true } statement ? [.. Clauses(statement.Groups["clauses"].Value.Trim()).Select(Of)] : [];

    public static string? ServedType(string document) =>
        Served.Match(document) is { Success: true } header ? header.Groups["type"].Value.Trim() : null;

    static Expectation Of(string clause)
    {
        if (Equation.Match(clause) is not { Success: true } equation) return new("", null, []);
        var path = string.Join('.', Step.Matches(equation.Groups["path"].Value).Select(step => step.Value));
        var literal = equation.Groups["literal"].Value.Trim();
        if (Sum.IsMatch(literal)) return new("", null, []);
        if (Quoted.Match(literal) is { Success: true } quoted)
            return new(path, quoted.Groups["raw"].Success ? quoted.Groups["text"].Value : Unescaped(quoted.Groups["text"].Value), []);
        if (Tuple.IsMatch(literal)) return new(path, null, [.. Whole.Matches(literal).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))]);
        return int.TryParse(literal, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new(path, null, [count]) : new("", null, []);
    }

    static IEnumerable<string> Clauses(string statement)
    {
        var (start, quote) = (0, '\0');
        for (var at = 0; at < statement.Length; at++)
        {
            if (quote != '\0' && statement[at] == '\\') at++;
            else if (quote != '\0') quote = statement[at] == quote ? '\0' : quote;
            else if (statement[at] is '\'' or '"') quote = statement[at];
            else if (string.CompareOrdinal(statement, at, " and ", 0, 5) == 0)
            {
                yield return statement[start..at].Trim();
                start = at + 5;
            }
        }
        yield return statement[start..].Trim();
    }

    static string Unescaped(string text) => Escape.Replace(text, escape => escape.Groups["code"] switch
    {
        { Success: true, Value: var code } => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        _ => escape.Value[1] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", var other => other.ToString() },
    });

    [GeneratedRegex(@"Expect:\s*(?<clauses>.*?)\s*(?:-->|""\s*,|\r?\n\s*\r?\n)", RegexOptions.Singleline)]
    static partial Regex Statement { get; }

    [GeneratedRegex(@"Header:\s*Content-type:\s*(?<type>[^\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Served { get; }

    [GeneratedRegex(@"^\(?(?<path>(?:entries\[\d+\]|feed|encoding|len\(entries\))(?:\['?\w+'?\]|\.\w+)*)\s*==\s*(?<literal>.+)$", RegexOptions.Singleline)]
    static partial Regex Equation { get; }

    [GeneratedRegex(@"^(?:u|b|(?<raw>u?r))?(?<mark>['""])(?<text>.*)\k<mark>\)?$", RegexOptions.Singleline)]
    static partial Regex Quoted { get; }

    [GeneratedRegex(@"^\((?:\s*\d+\s*,?)+\)$")]
    static partial Regex Tuple { get; }

    [GeneratedRegex(@"['""]\s*\+\s*['""]|^''")]
    static partial Regex Sum { get; }

    [GeneratedRegex(@"\d+")]
    static partial Regex Whole { get; }

    [GeneratedRegex(@"\w+")]
    static partial Regex Step { get; }

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-fA-F]{4})|x(?<code>[0-9a-fA-F]{2})|U(?<code>[0-9a-fA-F]{8})|.)", RegexOptions.Singleline)]
    static partial Regex Escape { get; }
}
