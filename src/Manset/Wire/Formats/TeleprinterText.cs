using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>The text of a teleprinter message: hard line ends within paragraphs, which begin with blank space or after an empty line.</summary>
static partial class TeleprinterText
{
    const int LongestHeading = 250;

    /// <param name="table">Its lines end where they end.</param>
    public static void Read(string text, Draft draft, bool table = false)
    {
        text = text.Replace("\u000e", "", StringComparison.Ordinal).Replace("\u000f", "", StringComparison.Ordinal).Replace("\u0013", "", StringComparison.Ordinal).Replace("\u0014", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var paragraphs = Paragraphs(text).Select(each => Tidy(each, draft, table)).Where(each => each.Length > 0).ToList();
        if (draft.Headline.Length == 0 && paragraphs.FirstOrDefault() is { Length: <= LongestHeading } heading && paragraphs.Count > 1)
        {
            draft.Headline = Prose.Plain(heading);
            paragraphs.RemoveAt(0);
        }
        if (paragraphs.FirstOrDefault() is { } first && Dateline.Match(first) is { Success: true } place) draft.Dateline ??= Prose.Plain(place.Groups["place"].Value);
        draft.Body = Prose.OfText(string.Join("\n\n", paragraphs.Where(each => !End.IsMatch(each))));
    }

    /// <summary>A paragraph on one line; the lines that mean something are taken out of it.</summary>
    static string Tidy(string paragraph, Draft draft, bool table)
    {
        var kept = Meaning.Replace(paragraph, found =>
        {
            var line = Prose.Plain(found.Groups["line"].Value);
            if (By.Match(line) is { Success: true } by) draft.Byline ??= by.Groups["name"].Value.Trim();
            else if (Keyword.IsMatch(line)) draft.Slug ??= line;
            else if (draft.Headline.Length == 0 && line.Length > 0 && found.Groups["end"].Value == "<") draft.Headline = line;
            else if (Advisory.IsMatch(line)) draft.Note = Draft.Joined(draft.Note, line, " ");
            else if (line.Length > 0 && draft.Byline is null) return found.Value.Trim('^', '<', '=');
            return "\n";
        });
        kept = kept.Trim('\n', ' ', '\t', '<', '^');
        return table ? string.Join('\n', kept.Split('\n').Select(Prose.Plain).Where(line => line.Length > 0)) : Prose.Plain(kept);
    }

    static IEnumerable<string> Paragraphs(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (lines.Count > 0 && (line.Trim().Length == 0 || line.StartsWith("   ", StringComparison.Ordinal) || line[0] is '\t' or '^' || lines[^1].TrimEnd().EndsWith('<')))
            {
                yield return string.Join('\n', lines);
                lines.Clear();
            }
            if (line.Trim().Length > 0) lines.Add(line);
        }
        if (lines.Count > 0) yield return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\s*\^(?<line>[^\n<=]{0,300})(?<end>[<=])", RegexOptions.Multiline)]
    static partial Regex Meaning { get; }

    [GeneratedRegex("^(?:BC|AM|PM|AP)-")]
    static partial Regex Keyword { get; }

    [GeneratedRegex(@"^By\s+(?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex By { get; }

    [GeneratedRegex(@"^(?:Eds|Editors|Note|Not)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Advisory { get; }

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L} .,'’/-]{1,60}?)\s*\(\p{Lu}[\p{L} /-]{1,20}\)\s*[-–—_:]")]
    static partial Regex Dateline { get; }

    [GeneratedRegex(@"^(?:-{2,}|\*{3,}|#{2,}|=+|\(?(?:end|son|more|devamı var)\)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex End { get; }
}
