using System.Globalization;
using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>
/// One message of ANPA 1312: service and number, <c>US</c>, priority, category, format, version and keyword, month and day, word count.
/// In the text <c>^</c> begins and <c>&lt;</c> or <c>=</c> ends a line with a meaning: headline, byline.
/// </summary>
static partial class Anpa1312
{
    public static bool IsHeader(string header) => First.IsMatch(header) && Second.IsMatch(header);

    public static bool Read(string header, string text, string tail, Draft draft)
    {
        if (First.Match(header) is not { Success: true } first || Second.Match(header) is not { Success: true } second) return false;
        draft.Sent = Hour(tail) ?? Iptc7901.Hour(tail);
        var keyword = Prose.Plain(second.Groups["keyword"].Value).Trim('-', ' ', ',');
        draft.Guid = string.Join(':', new[] { first.Groups["service"].Value + first.Groups["number"].Value, draft.Sent?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? $"{second.Groups["month"].Value}-{second.Groups["day"].Value}", keyword }
            .Where(part => part.Length > 0));
        draft.Urgency = char.ToLowerInvariant(second.Groups["priority"].Value[0]) switch { 'f' => 1, 'b' => 2, 'u' => 3, 'r' or 'a' => 4, 'd' or 'p' => 5, 's' or 'w' or 'h' => 6, _ => null };
        draft.Subjects.Add("anpa:" + second.Groups["category"].Value.ToLowerInvariant());
        if (keyword.Length > 0) draft.Slug = keyword;
        Take(keyword, draft);
        TeleprinterText.Read(Layout.Replace(text, sign => sign.Value.ToUpperInvariant() is "&MD;" ? "\u2014" : ""), draft, IsTable(header));
        return true;
    }

    /// <summary>A later take says so at the end of its keyword: first lead, second lead, correction, kill.</summary>
    static void Take(string keyword, Draft draft)
    {
        if (Lead.Match(keyword) is { Success: true } lead) draft.Version = 1 + (Marks.Whole(lead.Groups["take"].Value) is >= 1 and <= 99 and { } take ? take : 1);
        if (Correction.IsMatch(keyword)) draft.Corrects = true;
        if (Kill.IsMatch(keyword)) draft.Status = WireStatus.Killed;
    }

    /// <summary>DC2 before the keyword says that the lines are those of a table.</summary>
    static bool IsTable(string header) => header.Contains('\u0012', StringComparison.Ordinal) && !header.Contains('\u0011', StringComparison.Ordinal);

    /// <summary><c>AP-NY-11-22-26 1405EST</c></summary>
    static DateTimeOffset? Hour(string tail) => Filed.Match(tail) is { Success: true } filed
        ? WireTime.Of($"20{filed.Groups["year"].Value}-{filed.Groups["month"].Value}-{filed.Groups["day"].Value}T{filed.Groups["hour"].Value}:{filed.Groups["minute"].Value} {filed.Groups["zone"].Value}".Trim())
        : null;

    [GeneratedRegex(@"^[\s\x16]*(?<service>\p{L}{1,3})(?<number>\d{3,4})(?:[\x1e\x1f]|\s)")]
    static partial Regex First { get; }

    [GeneratedRegex(@"(?:^|[\s\x1e\x1f-])(?<priority>[A-Za-z])[\x1f ]{1,2}(?<category>[A-Za-z])[ \x11-\x14\x1f]{1,5}(?:(?<format>bc|am|pm|ap)-{1,2}|&[A-Z]{0,2};?)?(?<keyword>[^\r\n]{0,100}?)[\s,]+(?<month>\d{2})-(?<day>\d{2})(?:\s+(?<words>\d{1,5}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Second { get; }

    /// <summary>What set a line flush, centred or in another face.</summary>
    [GeneratedRegex("&(?:Q[LCR]|[UL]R|[ML]D|TR|BD|RM);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Layout { get; }

    [GeneratedRegex(@"(?<take>\d{1,2})(?:st|nd|rd|th)?[- ]?(?:Ld|Lead|Take|Writethru)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Lead { get; }

    [GeneratedRegex(@"\b(?:CORR?|Correction|Corrective)\b", RegexOptions.CultureInvariant)]
    static partial Regex Correction { get; }

    [GeneratedRegex(@"\b(?:KILL|Kill|ELIMINATION|WITHHOLD)\b", RegexOptions.CultureInvariant)]
    static partial Regex Kill { get; }

    [GeneratedRegex(@"(?<month>\d{2})-(?<day>\d{2})-(?<year>\d{2})\s+(?<hour>\d{2})(?<minute>\d{2})(?<zone>[A-Z]{2,4})?")]
    static partial Regex Filed { get; }
}
