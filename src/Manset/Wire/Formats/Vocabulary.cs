using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>The names that feeds use, each under one short prefix whatever address, version or spelling it came with.</summary>
static class Vocabulary
{
    /// <summary>Our own marks for agencies that speak RSS or Atom and have urgency, status, embargo or takes to tell.</summary>
    public const string Manset = "https://manset.example/ns/wire";

    /// <summary><c>title</c> for what the format itself defines, <c>dc:creator</c> for what another vocabulary does; in small letters.</summary>
    public static string Of(XName name)
    {
        var local = name.LocalName.ToLowerInvariant();
        return Prefix(name.NamespaceName) is { Length: > 0 } prefix ? prefix + ":" + local : local;
    }

    static string Prefix(string space)
    {
        if (space.Length == 0) return "";
        if (Is("search.yahoo.com/mrss") || Is("www.rssboard.org/media-rss")) return "media";
        if (Is("purl.org/dc/elements") || Is("purl.org/dc/terms") || space == "dc") return "dc";
        if (Is("purl.org/rss/1.0/modules/content")) return "content";
        if (Is("www.w3.org/2005/Atom") || Is("purl.org/atom/ns") || space == "http://example.com/newformat#") return "atom";
        if (Is("www.w3.org/1999/xhtml")) return "xhtml";
        if (Is("www.itunes.com/dtds/podcast-1.0.dtd")) return "itunes";
        if (Is("wordpress.org/export/")) return space.Contains("excerpt", StringComparison.OrdinalIgnoreCase) ? "excerpt" : "wp";
        if (space == Manset) return "m";
        if (Is("purl.org/rss/1.0/modules") || Is("purl.org/net/rss") || space.StartsWith("undeclared:", StringComparison.Ordinal)) return "other";
        // RSS was given a namespace of its own by many hands.
        if (Is("purl.org/rss/1.0") || Is("my.netscape.com/") || Is("backend.userland.com/") || Is("channel.netscape.com/")
            || Is("blogs.law.harvard.edu/tech/rss") || Is("www.w3.org/1999/02/22-rdf-syntax-ns")) return "";
        return "other";

        bool Is(string part)
        {
            var scheme = space.IndexOf("://", StringComparison.Ordinal);
            return scheme > 0 && space.AsSpan(scheme + 3).StartsWith(part, StringComparison.OrdinalIgnoreCase);
        }
    }

    public static string Meant(string prefix) => prefix switch
    {
        "dc" => "http://purl.org/dc/elements/1.1/",
        "dcterms" => "http://purl.org/dc/terms/",
        "content" => "http://purl.org/rss/1.0/modules/content/",
        "media" => "http://search.yahoo.com/mrss/",
        "atom" => "http://www.w3.org/2005/Atom",
        "xhtml" => "http://www.w3.org/1999/xhtml",
        "itunes" => "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "rdf" => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "wp" => "http://wordpress.org/export/1.2/",
        "excerpt" => "http://wordpress.org/export/1.2/excerpt/",
        "m" or "manset" => Manset,
        "nitf" => "http://iptc.org/std/NITF/2006-10-18/",
        _ => "undeclared:" + prefix,
    };
}
