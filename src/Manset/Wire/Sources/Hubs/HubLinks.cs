using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>The hub that a feed offers, and the name the feed has there (WebSub, section 4): by the header Link, else in the document itself.</summary>
public static partial class HubLinks
{
    public static (Uri Hub, Uri Topic)? Of(ReadOnlyMemory<byte> document, string? contentType, string? linkHeader, Uri address)
    {
        var links = linkHeader is null ? [] : Link.Matches(linkHeader).Select(link => (Rel: link.Groups["rel"].Value, Place: link.Groups["place"].Value)).ToList();
        if (!links.Any(link => Is(link.Rel, "hub"))) links = Within(Characters.Of(document.Span, contentType));
        return First(links, "hub", address) is { } hub ? (hub, First(links, "self", address) ?? address) : null;
    }

    static List<(string Rel, string Place)> Within(string text)
    {
        if (Characters.FirstMark(text) is ('{', _))
        {
            if (Json.Values(text).Values is not [var feed]) return [];
            return
            [
                .. feed.Each("hubs").Where(hub => "websub".Equals(hub.Word("type"), StringComparison.OrdinalIgnoreCase)).Select(hub => ("hub", hub.Word("url") ?? "")),
                ("self", feed.Word("feed_url") ?? ""),
            ];
        }
        if (!text.Contains("hub", StringComparison.OrdinalIgnoreCase) || XmlTree.Read(text).Root is not { } root) return [];
        var channel = root.Elements().FirstOrDefault(part => Vocabulary.Of(part.Name) == "channel") ?? root;
        return [.. channel.Elements().Where(part => part.Name.LocalName == "link").Select(link => ((string?)link.Attribute("rel") ?? "", (string?)link.Attribute("href") ?? ""))];
    }

    static Uri? First(List<(string Rel, string Place)> links, string relation, Uri address) =>
        links.Where(link => Is(link.Rel, relation)).Select(link => Addresses.Resolve(link.Place, address)).FirstOrDefault(place => place is not null);

    static bool Is(string relations, string relation) => relations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(relation, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("""<(?<place>[^<>]{1,2000})>\s*;[^,<]*?\brel\s*=\s*"?(?<rel>[^",;]{1,100})"?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Link { get; }
}
