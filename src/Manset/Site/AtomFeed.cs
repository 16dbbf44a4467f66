using System.Globalization;
using System.Xml;
using Manset.Editions;
using Manset.Looks;

namespace Manset.Site;

/// <summary>Atom (RFC 4287) of an edition or a section.</summary>
public static class AtomFeed
{
    const string Space = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Paper paper, Edition edition, Section? section, IReadOnlyList<TeaserView> items, string self) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("feed", Space);
        xml.WriteAttributeString("xml", "lang", null, edition.Code);
        xml.WriteElementString("id", self);
        xml.WriteElementString("title", FeedForm.Title(edition, section));
        xml.WriteElementString("subtitle", edition.Tagline);
        // A feed must tell when it last changed; one that holds nothing yet never did.
        xml.WriteElementString("updated", edition.Iso(items.Select(item => item.LastUpdated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        xml.WriteStartElement("author");
        xml.WriteElementString("name", edition.Name);
        xml.WriteEndElement();
        xml.Mark("link", Space, ("rel", "self"), ("type", "application/atom+xml"), ("href", self));
        xml.Mark("link", Space, ("rel", "alternate"), ("type", "text/html"), ("href", FeedForm.Home(paper, edition, section)));
        foreach (var item in items) Entry(xml, paper, edition, item);
    });

    static void Entry(XmlWriter xml, Paper paper, Edition edition, TeaserView item)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", Id(paper, edition, item));
        xml.WriteElementString("title", XmlText.Clean(item.Headline));
        xml.Mark("link", Space, ("rel", "alternate"), ("type", "text/html"), ("href", paper.Absolute(SiteLinks.Story(edition, item))));
        xml.WriteElementString("published", edition.Iso(item.FirstPublished));
        xml.WriteElementString("updated", edition.Iso(item.LastUpdated));
        xml.Mark("category", Space, ("term", item.Section.Key), ("label", item.Section.Name));
        if (item.Byline is { Length: > 0 } byline)
        {
            xml.WriteStartElement("author");
            xml.WriteElementString("name", XmlText.Clean(byline));
            xml.WriteEndElement();
        }
        if (item.Standfirst is { Length: > 0 } standfirst) xml.WriteElementString("summary", XmlText.Clean(standfirst));
        xml.WriteEndElement();
    }

    /// <summary>The same for ever, whatever becomes of the headline and the address (RFC 4151).</summary>
    static string Id(Paper paper, Edition edition, TeaserView item) => string.Create(
        CultureInfo.InvariantCulture, $"tag:{paper.Origin.IdnHost},{item.FirstPublished.UtcDateTime:yyyy-MM-dd}:{edition.Code}-{item.Id}");
}
