using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Manset.Wire;

namespace Manset.Demo;

/// <summary>An item as Anadolu Agency writes NewsML 2.9: often without its namespace, with a <c>priority</c> that the standard does not know, and HTML escaped as text.</summary>
static class SubscriberNewsMl
{
    public static string Write(AgencyItem item, string id, string? picture, bool namesPicture, bool bare)
    {
        XNamespace nar = bare ? "" : "http://iptc.org/std/nar/2006-10-01/";
        var (category, name) = Category(item.Event.Section);
        var body = string.Concat(item.Copy.Body.Select((block, at) => $"<p>{(at == 0 ? $"{item.Copy.Dateline} (AA) - " : "")}{WebUtility.HtmlEncode(block.Text)}</p>"));
        var document = new XDocument(new XElement(nar + "newsMessage", new XElement(nar + "itemSet", new XElement(nar + "newsItem",
            new XAttribute("guid", id),
            new XAttribute("version", item.Take.Version),
            new XAttribute("standard", "NewsML-G2"),
            new XAttribute("standardversion", "2.9"),
            new XAttribute(XNamespace.Xml + "lang", item.Bureau.Language),
            new XElement(nar + "itemMeta",
                Coded("itemClass", "ninat:text"),
                new XElement(nar + "provider", new XAttribute("literal", item.Bureau.Credit)),
                new XElement(nar + "versionCreated", item.Sent.UtcDateTime),
                item.Embargo is { } embargo ? new XElement(nar + "embargoed", embargo.UtcDateTime) : null,
                Coded("pubStatus", item.Take.Status switch { WireStatus.Withheld => "stat:withheld", WireStatus.Killed => "stat:canceled", _ => "stat:usable" }),
                new XElement(nar + "priority", item.Take.Urgency.ToString(CultureInfo.InvariantCulture)),
                item.Copy.Note is { } note ? new XElement(nar + "edNote", note) : null,
                item.Take.Corrects ? Coded("signal", "sig:correction") : null,
                picture is not null && namesPicture
                    ? new XElement(nar + "link", new XAttribute("rel", "irel:seeAlso"), new XAttribute("residref", picture), new XElement(nar + "title", item.Picture!.Words.Caption))
                    : null),
            new XElement(nar + "contentMeta",
                new XElement(nar + "slugline", item.Event.Slug),
                new XElement(nar + "headline", item.Copy.Headline),
                item.Copy.Keywords.Select(word => new XElement(nar + "keyword", word)),
                new XElement(nar + "subject", new XAttribute("qcode", $"AAcat:{category}"),
                    new XElement(nar + "name", new XAttribute(XNamespace.Xml + "lang", "tr"), name)),
                item.Copy.Dateline is { } place ? new XElement(nar + "located", new XAttribute("type", "cptype:city"), new XElement(nar + "name", place)) : null),
            new XElement(nar + "contentSet", new XElement(nar + "inlineXML", new XElement(nar + "nitf", new XElement(nar + "body",
                new XElement(nar + "body.head",
                    new XElement(nar + "headline", new XElement(nar + "hl1", item.Copy.Headline)),
                    item.Copy.Byline is { } byline ? new XElement(nar + "byline", new XElement(nar + "byttl", byline)) : null,
                    item.Copy.Standfirst is { } standfirst ? new XElement(nar + "abstract", standfirst) : null),
                new XElement(nar + "body.content", body)))))))));
        return document.ToString(SaveOptions.DisableFormatting);

        XElement Coded(string name, string code) => new(nar + name, new XAttribute("qcode", code));
    }

    static (string Code, string Name) Category(string section) => section switch
    {
        "sport" => ("SPO", "Spor"),
        "economy" => ("EKO", "Ekonomi"),
        "health" => ("SAG", "Sağlık"),
        "science" => ("BIL", "Bilim"),
        "politics" => ("POL", "Politika"),
        "culture" => ("KUL", "Kültür"),
        "world" => ("DIS", "Dünya"),
        _ => ("GEN", "Genel"),
    };
}
