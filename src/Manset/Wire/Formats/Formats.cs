namespace Manset.Wire;

/// <summary>Bytes of an agency in, items out. Pure: nothing is fetched, kept or thrown; what cannot be read is refused with its reason.</summary>
public static class Formats
{
    /// <summary>No agency sends a document this large; a fault or an attack does.</summary>
    public const int LargestDocument = 20 * 1024 * 1024;

    const string Known = "RSS, Atom, JSON Feed, WordPress WXR, NewsML-G2, NewsML 1.2, NITF, ninjs, IPTC 7901, ANPA 1312, e-mail";
    /// <summary>A document may come in an archive, in a message, in an answer: no deeper than this.</summary>
    const int MostWrappings = 3;

    /// <param name="contentType">As the server said it; null for a file.</param>
    /// <param name="address">Where it came from: relative links in it start there.</param>
    public static Reading Read(ReadOnlyMemory<byte> document, string? contentType, Uri? address) => Read(document, contentType, address, 0);

    internal static Reading Read(ReadOnlyMemory<byte> document, string? contentType, Uri? address, int wrappings)
    {
        if (wrappings > MostWrappings) return Refuse($"Wrapped more than {MostWrappings} times.");
        if (document.Length > LargestDocument) return Refuse($"Larger than {LargestDocument / 1024 / 1024} MB.");
        if (document.Span.IndexOfAnyExcept((byte)0, (byte)' ', (byte)'\n') < 0) return Refuse("Empty.");
        if (Wrapping.IsGzip(document.Span))
            return Wrapping.Unpacked(document) is ({ } inside, _) ? Read(inside, contentType, address, wrappings + 1) : Refuse(Wrapping.Unpacked(document).Fault!, offset: 0);
        if (Wrapping.OtherThanText(document.Span) is { } kind) return Refuse($"{kind}: none of the formats read here ({Known}).", offset: 0);
        if (WireText.Is(document.Span)) return WireText.Read(document);

        var text = Characters.Of(document.Span, contentType);
        return Characters.FirstMark(text) switch
        {
            ('<', _) => Xml(text, address),
            ('{' or '[', _) => OfJson(text, address, wrappings),
            _ when Mail.Is(document.Span, contentType) => Mail.Read(document, address, wrappings),
            (_, var line) => Refuse($"Neither XML nor JSON: none of the formats read here ({Known}).", line),
        };
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

    static Reading OfJson(string text, Uri? address, int wrappings)
    {
        var (values, fault) = Json.Values(text);
        var reading = JsonItems.Read(values, address, wrappings);
        if (reading is null) return fault is null ? Refuse($"JSON, but not one of the formats read here ({Known}).", 1) : new(null, [], [fault]);
        return fault is null ? reading : reading with { Refused = [.. reading.Refused, fault] };
    }

    static Reading Refuse(string reason, int? line = null, int? offset = null) => new(null, [], [new(reason, Line: line, Offset: offset)]);

    static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
