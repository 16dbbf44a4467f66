using System.Globalization;
using System.Xml;
using Manset.Editions;

namespace Manset.Site;

/// <summary>RSS 2.0 (https://www.rssboard.org/rss-specification) of an edition or a section.</summary>
public static class RssFeed
{
    public const string Type = "application/rss+xml; charset=utf-8";
    public const int Items = 30;
    const string Atom = "http://www.w3.org/2005/Atom", Dublin = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Paper paper, Edition edition, Section? section, IReadOnlyList<TeaserView> items)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, Dublin);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", section is null ? edition.Name : $"{edition.Name}: {section.Name}");
            xml.WriteElementString("link", paper.Absolute(section is null ? SiteLinks.Front(edition) : SiteLinks.Section(edition, section)));
            xml.WriteElementString("description", edition.Tagline);
            xml.WriteElementString("language", edition.Code);
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteAttributeString("href", paper.Absolute(section is null ? SiteLinks.Rss(edition) : SiteLinks.Rss(edition, section)));
            xml.WriteEndElement();
            if (items.Count > 0) xml.WriteElementString("lastBuildDate", Date(items.Max(item => item.LastUpdated)));
            foreach (var item in items) Item(xml, paper, edition, item);
        }
        return bytes.ToArray();
    }

    static void Item(XmlWriter xml, Paper paper, Edition edition, TeaserView item)
    {
        var address = paper.Absolute(SiteLinks.Story(edition, item));
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Clean(item.Headline));
        xml.WriteElementString("link", address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(string.Create(CultureInfo.InvariantCulture, $"{edition.Code}-{item.Id}"));
        xml.WriteEndElement();
        if (item.Standfirst is { Length: > 0 } standfirst) xml.WriteElementString("description", Clean(standfirst));
        if (item.Byline is { Length: > 0 } byline) xml.WriteElementString("creator", Dublin, Clean(byline));
        xml.WriteElementString("category", item.Section.Name);
        xml.WriteElementString("pubDate", Date(item.FirstPublished));
        xml.WriteEndElement();
    }

    static string Date(DateTimeOffset instant) => instant.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no way to write most control characters; copy from outside may still hold one.</summary>
    static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
