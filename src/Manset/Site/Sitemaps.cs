using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Looks;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>
/// Where everything stands, for search engines: the whole paper (https://www.sitemaps.org/protocol.html), and an edition's last
/// two days as news.
/// </summary>
public static class Sitemaps
{
    public const string Type = "application/xml; charset=utf-8";
    const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";
    const int MostAddresses = 50_000, MostNews = 1000;

    /// <summary>How long a story is news.</summary>
    static readonly TimeSpan NewsAge = TimeSpan.FromDays(2);

    sealed record Place(string Edition, string Section, string Permalink, long Id, DateTimeOffset LastUpdated);

    extension(Newsroom newsroom)
    {
        /// <summary>Fronts and sections first, then the newest stories of all editions.</summary>
        public async Task<byte[]> Sitemap(Paper paper, DateTimeOffset now)
        {
            List<string> standing = [.. paper.Editions.SelectMany(edition =>
                edition.Sections.Select(section => SiteLinks.Section(edition, section)).Prepend(SiteLinks.Front(edition)))];
            var codes = paper.Editions.Select(edition => edition.Code).ToList();
            var places = await newsroom.Stories.Open(now).Where(story => codes.Contains(story.Edition))
                .OrderByDescending(story => story.FirstPublished).ThenByDescending(story => story.Id).Take(MostAddresses - standing.Count)
                .Select(story => new Place(story.Edition, story.Section, story.Permalink, story.Id, story.LastUpdated!.Value)).ToListAsync();
            return XmlText.Write(xml =>
            {
                xml.WriteStartElement("urlset", Space);
                foreach (var path in standing)
                {
                    xml.WriteStartElement("url");
                    xml.WriteElementString("loc", paper.Absolute(path));
                    xml.WriteEndElement();
                }
                foreach (var place in places)
                {
                    var edition = paper.Edition(place.Edition)!;
                    xml.WriteStartElement("url");
                    xml.WriteElementString("loc", paper.Absolute(edition.StoryPath(place.Section, place.Permalink, place.Id)));
                    xml.WriteElementString("lastmod", edition.Iso(place.LastUpdated));
                    xml.WriteEndElement();
                }
            });
        }

        public async Task<byte[]> NewsSitemap(Paper paper, Edition edition, DateTimeOffset now)
        {
            var since = now - NewsAge;
            var fresh = newsroom.Stories.In(edition.Code).Open(now).Where(story => story.FirstPublished >= since)
                .OrderByDescending(story => story.FirstPublished).ThenByDescending(story => story.Id).Take(MostNews);
            var rows = await newsroom.Teasers(fresh).ToListAsync();
            return XmlText.Write(xml =>
            {
                xml.WriteStartElement("urlset", Space);
                xml.WriteAttributeString("xmlns", "news", null, News);
                foreach (var row in rows.OrderByDescending(row => row.FirstPublished).ThenByDescending(row => row.Id))
                {
                    xml.WriteStartElement("url");
                    xml.WriteElementString("loc", paper.Absolute(edition.StoryPath(row.Section, row.Permalink, row.Id)));
                    xml.WriteStartElement("news", News);
                    xml.WriteStartElement("publication", News);
                    xml.WriteElementString("name", News, edition.Name);
                    xml.WriteElementString("language", News, edition.Code);
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", News, edition.Iso(row.FirstPublished));
                    xml.WriteElementString("title", News, XmlText.Clean(row.Headline));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }
            });
        }
    }
}
