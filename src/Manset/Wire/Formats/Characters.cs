using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>
/// Which characters the bytes of a document are. Feeds say it in up to three places and are wrong in any of them,
/// so the bytes have the first word: what is valid UTF-8 beyond ASCII is hardly ever anything else.
/// </summary>
static partial class Characters
{
    const int TurkishWindows = 1254;

    static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\0\uFEFF");

    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static Characters() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Of(ReadOnlySpan<byte> document, string? contentType) => WithoutControls(Decoded(document, contentType));

    /// <summary>Controls of Latin-1 that nobody means are the letters which Windows has in their place.</summary>
    static string WithoutControls(string text) => !text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? text : string.Create(text.Length, text, static (output, text) =>
    {
        for (var at = 0; at < output.Length; at++)
            output[at] = text[at] is >= '\u0080' and <= '\u009F' and not '\u0085' ? Encoding.GetEncoding(1252).GetString([(byte)text[at]])[0] : text[at];
    });

    static string Decoded(ReadOnlySpan<byte> document, string? contentType)
    {
        if (Marked(document) is var (encoding, skip)) return encoding.GetString(document[skip..]);

        var head = document[..Math.Min(document.Length, 512)];
        var declared = Named(Declaration.Match(Encoding.Latin1.GetString(head)).Groups["name"].Value);
        var served = Named(Charset.Match(contentType ?? "").Groups["name"].Value);
        if (!Ascii.IsValid(document))
        {
            try
            {
                return OnceDecoded(StrictUtf8.GetString(document));
            }
            catch (DecoderFallbackException)
            {
                // Not UTF-8, whatever anyone says.
            }
        }
        // A server that says Latin-1 is often only saying nothing; the document knows better.
        var said = served is null || (IsLatin(served) && declared is not null) ? declared : served;
        return (said is null or UTF8Encoding ? Fallback(document) : said).GetString(document);
    }

    /// <summary>The first character that says what a document is, past blank space and what a failing server printed before its XML.</summary>
    /// <returns>With its line, from 1.</returns>
    public static (char Kind, int Line) FirstMark(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Blank);
        if (first < 0) return (' ', 1);
        var line = 1 + text.AsSpan(0, first).Count('\n');
        if (text[first] is '<' or '{' or '[') return (text[first], line);
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        return head.Contains("<?xml", StringComparison.Ordinal) || head.Contains("<rss", StringComparison.OrdinalIgnoreCase) ? ('<', line) : ('?', line);
    }

    /// <summary>
    /// A feed that somebody took for Windows text and encoded once more shows <c>FlÃ¼ss</c>. When the whole of it decodes back, that is what happened.
    /// </summary>
    static string OnceDecoded(string text)
    {
        if (!Twice.IsMatch(text)) return text;
        try
        {
            return StrictUtf8.GetString(Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    static Encoding Fallback(ReadOnlySpan<byte> document) =>
        Ascii.IsValid(document) ? Encoding.UTF8 : Encoding.GetEncoding(TurkishWindows);

    static bool IsLatin(Encoding encoding) => encoding.CodePage is 1252 or 20127 or 28591;

    /// <summary>By byte order mark, or by how the first <c>&lt;</c> of XML is laid out.</summary>
    static (Encoding, int Skip)? Marked(ReadOnlySpan<byte> document) => document switch
    {
        [0xEF, 0xBB, 0xBF, ..] when IsUtf8(document[3..]) => (Encoding.UTF8, 3),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.GetEncoding(TurkishWindows), 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(bigEndian: true, false), 0),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => (Encoding.GetEncoding(37), 0),
        _ => null,
    };

    static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Names that the web reads as their larger Windows relations are read so here.</summary>
    static Encoding? Named(string name)
    {
        if (name.Length == 0) return null;
        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.CodePage switch
            {
                28599 => Encoding.GetEncoding(TurkishWindows),
                28591 or 20127 => Encoding.GetEncoding(1252),
                // Declared in single bytes, so it cannot be these.
                1200 or 1201 or 12000 or 12001 or 65000 => null,
                _ => encoding,
            };
        }
        // UTF-7 is known and refused.
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z0-9._:\-]+)["']""", RegexOptions.NonBacktracking)]
    static partial Regex Declaration { get; }

    [GeneratedRegex("[ÃÄÅÐÑ][\u0080-\u00BF\u0152-\u017E\u02C6\u02DC\u2010-\u203A\u20AC\u2122]")]
    static partial Regex Twice { get; }

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9._:\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Charset { get; }
}
