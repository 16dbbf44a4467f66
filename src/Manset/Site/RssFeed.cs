using System.Globalization;
using System.Xml;
using Manset.Editions;

namespace Manset.Site;

/// <summary>RSS 2.0 (https://www.rssboard.org/rss-specification) of an edition or a section.</summary>
public static class RssFeed
{
    const string Atom = "http://www.w3.org/2005/Atom", Dublin = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Paper paper, Edition edition, Section? section, IReadOnlyList<TeaserView> items, string self) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", FeedForm.Title(edition, section));
        xml.WriteElementString("link", FeedForm.Home(paper, edition, section));
        xml.WriteElementString("description", edition.Tagline);
        xml.WriteElementString("language", edition.Code);
        xml.Mark("link", Atom, ("rel", "self"), ("type", "application/rss+xml"), ("href", self));
        if (items.Count > 0) xml.WriteElementString("lastBuildDate", Date(items.Max(item => item.LastUpdated)));
        foreach (var item in items) Item(xml, paper, edition, item);
    });

    static void Item(XmlWriter xml, Paper paper, Edition edition, TeaserView item)
    {
        var address = paper.Absolute(SiteLinks.Story(edition, item));
        xml.WriteStartElement("item");
        xml.WriteElementString("title", XmlText.Clean(item.Headline));
        xml.WriteElementString("link", address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(string.Create(CultureInfo.InvariantCulture, $"{edition.Code}-{item.Id}"));
        xml.WriteEndElement();
        if (item.Standfirst is { Length: > 0 } standfirst) xml.WriteElementString("description", XmlText.Clean(standfirst));
        if (item.Byline is { Length: > 0 } byline) xml.WriteElementString("creator", Dublin, XmlText.Clean(byline));
        xml.WriteElementString("category", item.Section.Name);
        xml.WriteElementString("pubDate", Date(item.FirstPublished));
        xml.WriteEndElement();
    }

    static string Date(DateTimeOffset instant) => instant.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
