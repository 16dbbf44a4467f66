using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>
/// An instant as agencies write it: ISO 8601, RFC 822 with all its dialects, Turkish dates. Where no zone is said, a date written the
/// Turkish way is Istanbul time and any other is UTC. Null for what is no date.
/// </summary>
static partial class WireTime
{
    static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    /// <summary>Months that English and Turkish write alike.</summary>
    static readonly FrozenSet<string> Shared = FrozenSet.Create("mar", "may");

    static readonly FrozenDictionary<string, int> Months = Numbered(
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "january february march april may june july august september october november december",
        "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
        "- sub - - - - - agu sept - - -");

    static readonly FrozenDictionary<string, TimeSpan> Zones = (
        "Z 0 UT 0 UTC 0 GMT 0 WET 0 BST 1 WEST 1 CET 1 MET 1 CEST 2 MEST 2 EET 2 EEST 3 TRT 3 TSİ 3 TSI 3 MSK 3 "
        + "EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7 AKST -9 AKDT -8 HST -10 AST -4 ADT -3 NST -3.5 NDT -2.5 "
        + "JST 9 KST 9 AEST 10 AEDT 11 NZST 12 NZDT 13").Split(' ').Chunk(2).ToFrozenDictionary(
        zone => zone[0], zone => TimeSpan.FromHours(double.Parse(zone[1], CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);

    public static DateTimeOffset? Of(string? written)
    {
        var text = Blank.Replace(written ?? "", " ").Trim();
        if (text.Length is < 4 or > 80) return null;
        text = Comment.Replace(text, "").Trim();

        if (Iso.Match(text) is { Success: true } iso) return Instant(iso, Number(iso, "month"), turkish: false);
        if (Worded.Match(text) is { Success: true } worded && Month(worded) is { } month) return Instant(worded, month, month.Turkish);
        if (MonthFirst.Match(text) is { Success: true } first && Month(first) is { } named) return Instant(first, named, named.Turkish);
        if (Dotted.Match(text) is { Success: true } dotted) return Instant(dotted, Number(dotted, "month"), turkish: true);
        return null;
    }

    static (int Number, bool Turkish)? Month(Match match)
    {
        var name = match.Groups["month"].Value.ToLower(CultureInfo.InvariantCulture).Replace("İ", "i", StringComparison.Ordinal);
        if (!Months.TryGetValue(name, out var number) && !Months.TryGetValue(name = Turkish(match.Groups["month"].Value), out number)) return null;
        return (number % 100, number > 100);
    }

    static string Turkish(string name) => name.ToLower(CultureInfo.GetCultureInfo("tr-TR"));

    static DateTimeOffset? Instant(Match match, (int Number, bool) month, bool turkish) => Instant(match, month.Number, turkish);

    static DateTimeOffset? Instant(Match match, int month, bool turkish)
    {
        var year = Number(match, "year");
        if (match.Groups["year"].Length <= 3) year += year < 50 ? 2000 : year < 1000 ? 1900 : 0;
        var (day, hour) = (Math.Max(1, Number(match, "day")), Number(match, "hour"));
        month = Math.Max(1, month);
        if (match.Groups["half"].Value is [var half, ..] && hour is >= 1 and <= 12)
            hour = hour % 12 + (half is 'p' or 'P' ? 12 : 0);
        var (minute, second) = (Number(match, "minute"), Math.Min(59, Number(match, "second")));
        if (year is < 1900 or > 9000 || month > 12 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59) return null;
        if (hour == 24 && minute + second > 0) return null;

        var local = new DateTime(year, month, day).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        var offset = Offset(match.Groups["zone"].Value) ?? (turkish ? Istanbul.GetUtcOffset(local) : TimeSpan.Zero);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Null where none is said; a zone that nobody knows is none.</summary>
    static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        if (Zones.TryGetValue(zone, out var known)) return known;
        if (Shift.Match(zone) is not { Success: true } shift) return null;
        var span = new TimeSpan(Number(shift, "hours"), Number(shift, "minutes"), 0);
        if (span > TimeSpan.FromHours(14)) return null;
        return shift.Groups["sign"].Value == "-" ? -span : span;
    }

    static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A month of a Turkish list counts 100 more, so that its name also tells the clock.</summary>
    static FrozenDictionary<string, int> Numbered(params string[] lists)
    {
        var months = new Dictionary<string, int>();
        for (var list = 0; list < lists.Length; list++)
        {
            var names = lists[list].Split(' ');
            for (var month = 0; month < names.Length; month++)
                months.TryAdd(names[month], month + 1 + (list >= 2 && !Shared.Contains(names[month]) && names[month] != "sept" ? 100 : 0));
        }
        months.Remove("-");
        return months.ToFrozenDictionary();
    }

    const string Clock = @"(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?";
    const string Zone = @"\s*(?<zone>[A-Za-zİ]{0,5}(?:\s?[+-]\d{1,2}:?(?:\d{2})?)?)";

    [GeneratedRegex(@"^(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2})(?:[T ]\s*(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?)?)?)?"
        + Zone + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    static partial Regex Iso { get; }

    [GeneratedRegex(@"^(?:\p{L}+[.,]*\s*)?(?<day>\d{1,2})[\s.\-/]+(?<month>\p{L}{3,9})[.,]?[\s\-/]+(?<year>\d{2,4})(?:,?\s*(?:\p{L}+,?\s+)?(?:saat\s+)?"
        + Clock + Zone + ")?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    static partial Regex Worded { get; }

    [GeneratedRegex(@"^(?:\p{L}+[.,]*\s+)?(?<month>\p{L}{3,9})[.,]?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(?<year>\d{4})(?:,?\s+"
        + Clock + Zone + @")?|" + Clock + Zone + @"\s+(?<year>\d{4}))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    static partial Regex MonthFirst { get; }

    [GeneratedRegex(@"^(?<day>\d{1,2})[./\-](?<month>\d{1,2})[./\-](?<year>\d{4})(?:,?\s*(?:-\s*)?(?:saat\s+)?" + Clock + Zone + ")?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    static partial Regex Dotted { get; }

    [GeneratedRegex(@"^(?:GMT|UTC)?\s?(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    static partial Regex Shift { get; }

    [GeneratedRegex(@"\s+")]
    static partial Regex Blank { get; }

    [GeneratedRegex(@"\([^()]*\)")]
    static partial Regex Comment { get; }
}
