using System.Xml.Linq;
using Manset.Wire;

namespace Manset.Demo;

/// <summary>
/// An agency's copy as a NewsML-G2 2.35 news message; the Turkish agency writes its text in NITF, the English one in XHTML, as agencies differ.
/// </summary>
static class AgencyNewsMl
{
    static readonly XNamespace Nar = "http://iptc.org/std/nar/2006-10-01/";
    static readonly XNamespace Nitf = "http://iptc.org/std/NITF/2006-10-18/";
    static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static XDocument Write(Bureau bureau, IReadOnlyList<AgencyItem> items) => new(
        new XElement(Nar + "newsMessage",
            new XElement(Nar + "header",
                new XElement(Nar + "sent", items[0].Sent.UtcDateTime),
                new XElement(Nar + "sender", bureau.Domain),
                new XElement(Nar + "origin", bureau.Name)),
            new XElement(Nar + "itemSet", items.Select(Item))));

    static XElement Item(AgencyItem item) => new(Nar + "newsItem",
        new XAttribute("guid", item.Guid),
        new XAttribute("version", item.Take.Version),
        new XAttribute("standard", "NewsML-G2"),
        new XAttribute("standardversion", "2.35"),
        new XAttribute("conformance", "power"),
        new XAttribute(XNamespace.Xml + "lang", item.Bureau.Language),
        new XElement(Nar + "catalogRef", new XAttribute("href", "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml")),
        new XElement(Nar + "catalog",
            new XElement(Nar + "scheme", new XAttribute("alias", "section"), new XAttribute("uri", "https://manset.example/ns/section/"))),
        new XElement(Nar + "rightsInfo",
            new XElement(Nar + "copyrightHolder", new XAttribute("literal", item.Bureau.Domain), new XElement(Nar + "name", item.Bureau.Name))),
        About(item),
        Content(item),
        new XElement(Nar + "contentSet", item.Bureau.Language == "tr" ? NitfText(item) : XhtmlText(item)));

    static XElement About(AgencyItem item) => new(Nar + "itemMeta",
        Coded("itemClass", "ninat:text"),
        new XElement(Nar + "provider",
            new XAttribute("literal", item.Bureau.Domain),
            new XElement(Nar + "name", item.Bureau.Name)),
        new XElement(Nar + "versionCreated", item.Sent.UtcDateTime),
        new XElement(Nar + "firstCreated", item.FirstSent.UtcDateTime),
        item.Embargo is { } embargo ? new XElement(Nar + "embargoed", embargo.UtcDateTime) : null,
        Coded("pubStatus", item.Take.Status switch
        {
            WireStatus.Withheld => "stat:withheld",
            WireStatus.Killed => "stat:canceled",
            _ => "stat:usable",
        }),
        item.Copy.Note is { } note ? new XElement(Nar + "edNote", note) : null,
        item.Take.Corrects ? Coded("signal", "sig:correction") : null,
        item.Picture is { } picture ? Link(picture) : null);

    static XElement Link(AgencyPicture picture) => new(Nar + "link",
        new XAttribute("rel", "irel:seeAlso"),
        new XAttribute("href", picture.Address),
        new XAttribute("contenttype", "image/jpeg"),
        new XElement(Nar + "title", picture.Words.Caption),
        new XElement(Nar + "description", new XAttribute("role", "drol:caption"), picture.Words.Caption),
        new XElement(Nar + "description", new XAttribute("role", "drol:altText"), picture.Words.Alt),
        new XElement(Nar + "creditline", picture.Words.Credit));

    static XElement Content(AgencyItem item) => new(Nar + "contentMeta",
        new XElement(Nar + "urgency", item.Take.Urgency),
        new XElement(Nar + "contentCreated", item.FirstSent.UtcDateTime),
        new XElement(Nar + "contentModified", item.Sent.UtcDateTime),
        item.Copy.Dateline is { } place
            ? new XElement(Nar + "located", new XAttribute("literal", place), new XElement(Nar + "name", place))
            : null,
        new XElement(Nar + "creditline", item.Bureau.Credit),
        new XElement(Nar + "language", new XAttribute("tag", item.Bureau.Language)),
        item.Copy.Keywords.Select(word => new XElement(Nar + "keyword", word)),
        Subject(item),
        new XElement(Nar + "slugline", item.Event.Slug),
        new XElement(Nar + "headline", item.Copy.Headline),
        item.Copy.Dateline is { } dateline ? new XElement(Nar + "dateline", dateline) : null,
        item.Copy.Byline is { } byline ? new XElement(Nar + "by", byline) : null,
        item.Copy.Standfirst is { } standfirst
            ? new XElement(Nar + "description", new XAttribute("role", "drol:summary"), standfirst)
            : null);

    static IEnumerable<XElement> Subject(AgencyItem item)
    {
        var (topic, turkish, english) = Topics[item.Event.Section];
        if (topic is not null) yield return Named(topic);
        yield return Named("section:" + item.Event.Section);

        XElement Named(string code) => new(Nar + "subject",
            new XAttribute("qcode", code),
            new XElement(Nar + "name", new XAttribute(XNamespace.Xml + "lang", "tr"), turkish),
            new XElement(Nar + "name", new XAttribute(XNamespace.Xml + "lang", "en"), english));
    }

    /// <summary>The media topic of a section, where there is one, and the section's names.</summary>
    static readonly Dictionary<string, (string? Topic, string Turkish, string English)> Topics = new()
    {
        ["politics"] = ("medtop:11000000", "Siyaset", "Politics"),
        ["world"] = (null, "Dünya", "World"),
        ["economy"] = ("medtop:04000000", "Ekonomi", "Economy"),
        ["sport"] = ("medtop:15000000", "Spor", "Sport"),
        ["culture"] = ("medtop:01000000", "Kültür", "Culture"),
        ["science"] = ("medtop:13000000", "Bilim", "Science"),
        ["health"] = ("medtop:07000000", "Sağlık", "Health"),
        ["turkey"] = (null, "Türkiye", "Turkey"),
    };

    static XElement NitfText(AgencyItem item) => new(Nar + "inlineXML",
        new XAttribute("contenttype", "application/nitf+xml"),
        new XElement(Nitf + "nitf",
            new XElement(Nitf + "body",
                new XElement(Nitf + "body.head", new XElement(Nitf + "hedline", new XElement(Nitf + "hl1", item.Copy.Headline))),
                new XElement(Nitf + "body.content", item.Copy.Body.Select(block => block.Kind switch
                {
                    BlockKind.Heading => new XElement(Nitf + "hl2", block.Text),
                    BlockKind.Quotation => new(Nitf + "bq",
                        new XElement(Nitf + "block", new XElement(Nitf + "p", block.Text)),
                        block.Source is { } source ? new XElement(Nitf + "credit", source) : null),
                    _ => new(Nitf + "p", block.Text),
                })))));

    static XElement XhtmlText(AgencyItem item) => new(Nar + "inlineXML",
        new XAttribute("contenttype", "application/xhtml+xml"),
        new XElement(Xhtml + "html",
            new XElement(Xhtml + "head", new XElement(Xhtml + "title", item.Copy.Headline)),
            new XElement(Xhtml + "body", item.Copy.Body.Select(block => block.Kind switch
            {
                BlockKind.Heading => new XElement(Xhtml + "h2", block.Text),
                BlockKind.Quotation => new(Xhtml + "blockquote",
                    new XElement(Xhtml + "p", block.Text),
                    block.Source is { } source ? new XElement(Xhtml + "cite", source) : null),
                _ => new(Xhtml + "p", block.Text),
            }))));

    static XElement Coded(string name, string code) => new(Nar + name, new XAttribute("qcode", code));
}
