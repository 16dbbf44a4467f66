using System.Globalization;
using System.Text;

namespace Manset.Wire;

/// <summary>What stands around a fault, in letters and in hexadecimal; whatever could act on a screen is shown as a sign.</summary>
/// <param name="Packed">The document is an archive; this is what is in it.</param>
public sealed record Excerpt(IReadOnlyList<Excerpt.Line> Lines, IReadOnlyList<string> Bytes, bool Packed)
{
    const int Around = 4, LongestLine = 240, Wide = 16, Rows = 16;

    public sealed record Line(int Number, string Text, bool IsAt);

    public static Excerpt Of(ReadOnlyMemory<byte> document, Unreadable fault)
    {
        var inside = Wrapping.IsGzip(document.Span) ? Wrapping.Unpacked(document, new()).Document : null;
        var bytes = (inside ?? document).Span;
        var at = Math.Clamp(fault.Offset ?? (fault.Line is { } line ? StartOf(bytes, line) : 0), 0, Math.Max(0, bytes.Length - 1));
        return new(Text(bytes, at, fault.Line ?? 1 + bytes[..at].Count((byte)'\n')), Hexadecimal(bytes, at), inside is not null);
    }

    static int StartOf(ReadOnlySpan<byte> bytes, int line)
    {
        var at = 0;
        for (; line > 1; line--)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            if (end < 0) break;
            at += end + 1;
        }
        return at;
    }

    static List<Line> Text(ReadOnlySpan<byte> bytes, int at, int number)
    {
        var (start, first) = (bytes[..at].LastIndexOf((byte)'\n') + 1, number);
        for (; first > number - Around && start > 0; first--) start = bytes[..(start - 1)].LastIndexOf((byte)'\n') + 1;
        var lines = new List<Line>();
        for (var line = first; line <= number + Around && start < bytes.Length; line++)
        {
            var end = bytes[start..].IndexOf((byte)'\n') is >= 0 and var length ? start + length : bytes.Length;
            // Of a line without end, what stands around the fault.
            var from = line == number && at - start > LongestLine / 2 ? at - LongestLine / 2 : start;
            var until = Math.Min(end, from + LongestLine);
            lines.Add(new(line, $"{(from > start ? "…" : "")}{Harmless(Encoding.UTF8.GetString(bytes[from..until]).TrimEnd('\r'))}{(until < end ? "…" : "")}", line == number));
            start = end + 1;
        }
        return lines;
    }

    static List<string> Hexadecimal(ReadOnlySpan<byte> bytes, int at)
    {
        var rows = new List<string>();
        for (var start = Math.Max(0, at / Wide - Rows / 2) * Wide; start < bytes.Length && rows.Count < Rows; start += Wide)
        {
            var row = new StringBuilder(start.ToString("x8", CultureInfo.InvariantCulture)).Append("  ");
            var part = bytes[start..Math.Min(bytes.Length, start + Wide)];
            foreach (var one in part) row.Append(one.ToString("x2", CultureInfo.InvariantCulture)).Append(' ');
            row.Append(' ', 3 * (Wide - part.Length) + 1);
            foreach (var one in part) row.Append(one is >= 0x20 and < 0x7F ? (char)one : '.');
            rows.Add(row.ToString());
        }
        return rows;
    }

    /// <summary>Controls as their pictures; marks that turn the direction of writing as a full stop.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(character => character switch
    {
        '\t' => ' ',
        < ' ' => (char)('\u2400' + character),
        '\u007F' => '\u2421',
        _ when char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '.',
        _ => character,
    }));
}
