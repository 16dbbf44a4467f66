using System.Globalization;
using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>
/// One message of IPTC 7901: <c>source and number, priority, category, word count, keyword</c> before STX; the text; the day and hour
/// (<c>221405 GMT NOV 26</c>) after ETX. Priorities are 1 to 6, and 9 for what has none.
/// </summary>
static partial class Iptc7901
{
    public static bool IsHeader(string header) => Header.IsMatch(header);

    public static bool Read(string header, string text, string tail, Draft draft)
    {
        if (Header.Match(header) is not { Success: true } fields) return false;
        var (source, number) = (fields.Groups["source"].Value, fields.Groups["number"].Value);
        draft.Sent = Hour(tail);
        draft.Guid = string.Join(':', new[] { source.ToLowerInvariant(), draft.Sent?.ToString("yyyyMMdd", CultureInfo.InvariantCulture), number }.Where(part => part is { Length: > 0 }));
        draft.Credit = source.Length > 0 ? source : null;
        draft.Urgency = Marks.Whole(fields.Groups["priority"].Value) is >= 1 and <= 8 and var urgency ? urgency : null;
        if (fields.Groups["category"].Value is { Length: > 0 } category) draft.Subjects.Add(category);
        if (Prose.Plain(fields.Groups["keyword"].Value) is { Length: > 0 } keyword) draft.Slug = keyword;
        TeleprinterText.Read(text, draft);
        return true;
    }

    /// <summary>Day, hour and minute in digits, then zone, month and year where they are said.</summary>
    public static DateTimeOffset? Hour(string tail) => Filed.Match(tail) is { Success: true } filed
        ? WireTime.Of($"{filed.Groups["day"].Value} {filed.Groups["month"].Value} {filed.Groups["year"].Value} {filed.Groups["hour"].Value}:{filed.Groups["minute"].Value} {filed.Groups["zone"].Value}".Trim())
        : WireTime.Of(Prose.Plain(tail));

    [GeneratedRegex(@"^\s*(?:ZCZC\s+)?(?<source>\p{L}{2,6}?)\s?(?<number>\d{2,5})[ \t]+(?<priority>\d)[ \t]+(?<category>[\p{L}/]{1,4})(?:[ \t]+(?<words>\d{1,5}))?(?:[ \t]+(?<keyword>[^\r\n]{1,120}))?[ \t]*(?:\r?\n(?<more>[^\u0002]{0,500}))?\s*$")]
    static partial Regex Header { get; }

    [GeneratedRegex(@"(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})\s*(?<zone>[A-Za-z]{1,5}(?:[+-]\d{1,4})?)?[\s-]+(?<month>\p{L}{3})[\s.-]+(?<year>\d{2,4})")]
    static partial Regex Filed { get; }
}
