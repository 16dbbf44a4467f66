using System.Globalization;
using System.Xml.Linq;
using Manset.Wire;

namespace Manset.Demo;

/// <summary>
/// An agency's copy as RSS 2.0, with the elements of our own wire namespace for what RSS has no word for: version, status, urgency,
/// embargo and the rest of what a desk must know.
/// </summary>
static class AgencyRss
{
    static readonly XNamespace Own = "https://manset.example/ns/wire";
    static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static XDocument Write(Bureau bureau, IReadOnlyList<AgencyItem> items, Uri address) => new(
        new XElement("rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "content", Content.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "media", Media.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "m", Own.NamespaceName),
            new XElement("channel",
                new XElement("title", bureau.Credit),
                new XElement("link", address),
                new XElement("description", bureau.Name),
                new XElement("language", bureau.Language),
                new XElement("lastBuildDate", items[0].Sent.ToString("R", CultureInfo.InvariantCulture)),
                items.Select(Item))));

    static XElement Item(AgencyItem item) => new("item",
        new XElement("title", item.Copy.Headline),
        item.Copy.Standfirst is { } standfirst ? new XElement("description", standfirst) : null,
        item.Copy.Body.Count > 0 ? new XElement(Content + "encoded", new XCData(Html(item.Copy.Body))) : null,
        new XElement("category", item.Event.Section),
        item.Copy.Byline is { } author ? new XElement(Dublin + "creator", author) : null,
        new XElement(Dublin + "language", item.Bureau.Language),
        new XElement(Dublin + "publisher", item.Bureau.Credit),
        new XElement("pubDate", item.Sent.ToString("R", CultureInfo.InvariantCulture)),
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.Guid),
        item.Picture is { } picture ? Picture(picture) : null,
        item.Copy.Keywords is { Count: > 0 } keywords ? new XElement(Media + "keywords", string.Join(", ", keywords)) : null,
        new XElement(Own + "slug", item.Event.Slug),
        new XElement(Own + "version", item.Take.Version),
        new XElement(Own + "status", Status(item)),
        new XElement(Own + "urgency", item.Take.Urgency),
        item.Embargo is { } embargo ? new XElement(Own + "embargo", embargo.UtcDateTime) : null,
        item.Copy.Dateline is { } dateline ? new XElement(Own + "dateline", dateline) : null,
        item.Copy.Byline is { } byline ? new XElement(Own + "byline", byline) : null,
        item.Copy.Note is { } note ? new XElement(Own + "note", note) : null,
        item.Take.Corrects ? new XElement(Own + "corrects", true) : null);

    static XElement Picture(AgencyPicture picture) => new(Media + "content",
        new XAttribute("url", picture.Address),
        new XAttribute("type", "image/jpeg"),
        new XAttribute("medium", "image"),
        new XAttribute("width", AgencyPicture.Width),
        new XAttribute("height", AgencyPicture.Height),
        new XElement(Media + "description", new XAttribute("type", "plain"), picture.Words.Caption),
        new XElement(Media + "credit", picture.Words.Credit),
        // The text that stands for the picture is what it says to one who cannot see it.
        new XElement(Media + "text", new XAttribute("type", "plain"), picture.Words.Alt));

    static string Html(IEnumerable<Block> body) =>
        string.Concat(body.Select(block => Element(block).ToString(SaveOptions.DisableFormatting)));

    static XElement Element(Block block) => block.Kind switch
    {
        BlockKind.Heading => new("h2", block.Text),
        BlockKind.Quotation => new("blockquote",
            new XElement("p", block.Text),
            block.Source is { } source ? new XElement("cite", source) : null),
        _ => new("p", block.Text),
    };

    static string Status(AgencyItem item) => item.Take.Status switch
    {
        WireStatus.Withheld => "withheld",
        WireStatus.Killed => "killed",
        _ => "usable",
    };
}
