using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Manset.Looks;

namespace Manset.Site;

/// <summary>What search engines read of a story: schema.org's NewsArticle as JSON-LD.</summary>
static class NewsArticle
{
    /// <summary>Every letter as it is, yet no sign that could end the script element.</summary>
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Script(StoryView story, string logo) =>
        $"""<script type="application/ld+json">{Describe(story, logo).ToJsonString(Readable)}</script>""";

    static JsonObject Describe(StoryView story, string logo)
    {
        var address = story.Paper.Absolute(SiteLinks.Story(story));
        JsonObject article = new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["mainEntityOfPage"] = address,
            ["url"] = address,
            ["headline"] = story.Headline,
            ["inLanguage"] = story.Edition.Code,
            ["articleSection"] = story.Section.Name,
            ["datePublished"] = story.Edition.Iso(story.FirstPublished),
            ["dateModified"] = story.Edition.Iso(story.LastUpdated),
            ["author"] = Author(story),
            ["editor"] = new JsonObject { ["@type"] = "Person", ["name"] = story.Editor },
            ["publisher"] = Publisher(story, logo),
            ["commentCount"] = story.CommentCount,
            ["isAccessibleForFree"] = true,
        };
        if (story.Standfirst is { Length: > 0 } standfirst) article["description"] = standfirst;
        if (story.Tags.Count > 0) article["keywords"] = new JsonArray([.. story.Tags.Select(tag => JsonValue.Create(tag))]);
        if (story.Picture is { } picture) article["image"] = Image(story, picture);
        return article;
    }

    static JsonObject Author(StoryView story) => story.Byline is { Length: > 0 } byline
        ? new() { ["@type"] = "Person", ["name"] = byline }
        : new() { ["@type"] = "Organization", ["name"] = story.Sources is [var agency, ..] ? agency : story.Edition.Name };

    static JsonObject Publisher(StoryView story, string logo) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["name"] = story.Edition.Name,
        ["url"] = story.Paper.Absolute(story.Edition.Path),
        ["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = story.Paper.Absolute(logo), ["width"] = 512, ["height"] = 512 },
    };

    static JsonArray Image(StoryView story, PictureView picture) =>
    [
        new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = story.Paper.Absolute(SiteLinks.Picture(picture, picture.Width)),
            ["width"] = picture.Width,
            ["height"] = picture.Height,
            ["caption"] = picture.Caption ?? picture.Alt,
            ["creditText"] = picture.Credit,
        },
    ];
}
