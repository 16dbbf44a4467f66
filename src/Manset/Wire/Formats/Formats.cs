namespace Manset.Wire;

/// <summary>Bytes of an agency in, items out. Pure: nothing is fetched, kept or thrown; what cannot be read is refused with its reason.</summary>
public static class Formats
{
    /// <summary>No agency sends a document this large; a fault or an attack does.</summary>
    public const int LargestDocument = 20 * 1024 * 1024;

    const string Known = "RSS, Atom, JSON Feed, WordPress WXR, NewsML-G2, NewsML 1.2, NITF, ninjs, IPTC 7901, ANPA 1312, e-mail";

    /// <param name="contentType">As the server said it; null for a file.</param>
    /// <param name="address">Where it came from: relative links in it start there.</param>
    public static Reading Read(ReadOnlyMemory<byte> document, string? contentType, Uri? address) => Read(document, contentType, address, new Wraps());

    internal static Reading Read(ReadOnlyMemory<byte> document, string? contentType, Uri? address, Wraps wraps)
    {
        if (wraps.Depth > Wraps.Deepest) return Refuse($"Wrapped more than {Wraps.Deepest} times.");
        if (document.Length > LargestDocument) return Refuse($"Larger than {LargestDocument / 1024 / 1024} MB.");
        if (document.Span.IndexOfAnyExcept((byte)0, (byte)' ', (byte)'\n') < 0) return Refuse("Empty.");
        if (Wrapping.IsGzip(document.Span))
            return Unpacked(Wrapping.Unpacked(document, wraps), contentType, address, wraps);
        if (Wrapping.OtherThanText(document.Span) is { } kind) return Refuse($"{kind}: none of the formats read here ({Known}).", offset: 0);
        if (WireText.Is(document.Span)) return WireText.Read(document);

        var text = Characters.Of(document.Span, contentType);
        return Characters.FirstMark(text) switch
        {
            ('<', _) => Xml(text, address),
            ('{' or '[', _) => OfJson(text, address, wraps),
            _ when Mail.Is(document.Span, contentType) => Mail.Read(document, address, wraps),
            (_, var line) => Refuse($"Neither XML nor JSON: none of the formats read here ({Known}).", line),
        };
    }

    /// <summary>Of an archive that breaks off, what came before that is read and the rest refused.</summary>
    static Reading Unpacked((byte[]? Document, string? Fault) archive, string? contentType, Uri? address, Wraps wraps)
    {
        if (archive.Document is null) return Refuse(archive.Fault!, offset: 0);
        var reading = Read(archive.Document, contentType, address, wraps.Deeper);
        return archive.Fault is { } fault ? reading with { Refused = [.. reading.Refused, new(fault, Offset: 0)] } : reading;
    }

    static Reading Xml(string text, Uri? address)
    {
        var (root, fault) = XmlTree.Read(text);
        if (root is null) return new(null, [], [fault ?? new("Empty.")]);

        var reading = root.Name.LocalName switch
        {
            "rss" or "RDF" or "channel" or "RSS" => Wxr.Is(root) ? Wxr.Read(root, address) : Rss.Read(root, address),
            "feed" => Atom.Read(root, address),
            "entry" => Atom.ReadEntry(root, address),
            "newsMessage" or "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" => NewsMlG2.Read(root, address),
            "NewsML" or "NewsItem" => NewsMl1.Read(root, address),
            "nitf" or "NITF" => Nitf.Read(root, address),
            "html" or "HTML" => Refuse("A web page, not a feed.", root.Line),
            "opml" => Refuse("A list of feeds (OPML), not a feed.", root.Line),
            var name => Refuse($"XML of a kind not read here: <{Shown(name)}>.", root.Line),
        };
        return fault is null ? reading : reading with { Refused = [.. reading.Refused, fault] };
    }

    static Reading OfJson(string text, Uri? address, Wraps wraps)
    {
        var (values, fault) = Json.Values(text);
        var reading = JsonItems.Read(values, address, wraps);
        if (reading is null) return fault is null ? Refuse($"JSON, but not one of the formats read here ({Known}).", 1) : new(null, [], [fault]);
        return fault is null ? reading : reading with { Refused = [.. reading.Refused, fault] };
    }

    static Reading Refuse(string reason, int? line = null, int? offset = null) => new(null, [], [new(reason, Line: line, Offset: offset)]);

    static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
