using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Manset.Editions;
using Manset.Looks;

namespace Manset.Site;

/// <summary>JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of an edition or a section.</summary>
public static class JsonFeed
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Paper paper, Edition edition, Section? section, IReadOnlyList<TeaserView> items, string self) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["version"] = "https://jsonfeed.org/version/1.1",
                ["title"] = FeedForm.Title(edition, section),
                ["home_page_url"] = FeedForm.Home(paper, edition, section),
                ["feed_url"] = self,
                ["description"] = edition.Tagline,
                ["language"] = edition.Code,
                ["items"] = new JsonArray([.. items.Select(item => Item(paper, edition, item))]),
            },
            Readable);

    static JsonObject Item(Paper paper, Edition edition, TeaserView item)
    {
        JsonObject told = new()
        {
            ["id"] = FormattableString.Invariant($"{edition.Code}-{item.Id}"),
            ["url"] = paper.Absolute(SiteLinks.Story(edition, item)),
            ["title"] = item.Headline,
            ["content_text"] = item.Standfirst is { Length: > 0 } standfirst ? standfirst : item.Headline,
            ["date_published"] = edition.Iso(item.FirstPublished),
            ["date_modified"] = edition.Iso(item.LastUpdated),
            ["tags"] = new JsonArray(item.Section.Name),
            ["language"] = edition.Code,
        };
        if (item.Byline is { Length: > 0 } byline) told["authors"] = new JsonArray(new JsonObject { ["name"] = byline });
        if (item.Picture is { } picture) told["image"] = paper.Absolute(SiteLinks.Picture(picture, picture.Width));
        return told;
    }
}
