using System.Buffers;

namespace Manset.Wire;

/// <summary>Bytes of an agency in, items out. Pure: nothing is fetched, kept or thrown; what cannot be read is refused with its reason.</summary>
public static class Formats
{
    /// <summary>No agency sends a document this large; a fault or an attack does.</summary>
    public const int LargestDocument = 20 * 1024 * 1024;

    static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\0\uFEFF");

    /// <param name="contentType">As the server said it; null for a file.</param>
    /// <param name="address">Where it came from: relative links in it start there.</param>
    public static Reading Read(ReadOnlyMemory<byte> document, string? contentType, Uri? address)
    {
        if (document.Length > LargestDocument) return Refuse($"Larger than {LargestDocument / 1024 / 1024} MB.");
        if (document.Span.IndexOfAnyExcept((byte)0, (byte)' ', (byte)'\n') < 0) return Refuse("Empty.");

        var text = Characters.Of(document.Span, contentType);
        var (kind, line) = FirstMark(text);
        if (kind != '<')
            return Refuse(kind is '{' or '['
                ? "JSON, not one of the formats read here (RSS, Atom, NewsML-G2)."
                : "Not XML: none of the formats read here (RSS, Atom, NewsML-G2).", line);

        var (root, fault) = XmlTree.Read(text);
        if (root is null) return new(null, [], [fault ?? new("Empty.")]);

        var reading = root.Name.LocalName switch
        {
            "rss" or "RDF" or "channel" or "RSS" => Rss.Read(root, address),
            "feed" => Atom.Read(root, address),
            "entry" => Atom.ReadEntry(root, address),
            "newsMessage" or "newsItem" => NewsMlG2.Read(root, address),
            "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" => NewsMlG2.Read(root, address),
            "html" or "HTML" => Refuse("A web page, not a feed.", root.Line),
            "opml" => Refuse("A list of feeds (OPML), not a feed.", root.Line),
            var name => Refuse($"XML of a kind not read here: <{Shown(name)}>.", root.Line),
        };
        return fault is null ? reading : reading with { Refused = [.. reading.Refused, fault] };
    }

    static Reading Refuse(string reason, int? line = null) => new(null, [], [new(reason, Line: line)]);

    static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";

    /// <summary>The first character that says what a document is, past blank space and what a failing server printed before its XML.</summary>
    static (char Kind, int Line) FirstMark(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Blank);
        if (first < 0) return (' ', 1);
        var line = 1 + text.AsSpan(0, first).Count('\n');
        if (text[first] is '<' or '{' or '[') return (text[first], line);
        return text.Contains("<?xml", StringComparison.Ordinal) || text.Contains("<rss", StringComparison.OrdinalIgnoreCase) ? ('<', line) : ('?', line);
    }
}
