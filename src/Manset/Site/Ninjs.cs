using System.Globalization;
using System.Text.Json.Serialization;
using Manset.Copy;
using Manset.Editions;

namespace Manset.Site;

/// <summary>A published story as ninjs 3.1 (https://iptc.org/standards/ninjs/), for programs that ask for <c>application/ninjs+json</c>.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record Ninjs
{
    public const string MediaType = "application/ninjs+json";

    public required string Uri { get; init; }
    public string Type => "text";
    public string RepresentationType => "full";
    public required string Version { get; init; }
    public required DateTimeOffset FirstCreated { get; init; }
    public required DateTimeOffset VersionCreated { get; init; }
    public string PubStatus => "usable";
    public required string Language { get; init; }
    public required IReadOnlyList<Text> Headlines { get; init; }
    public required IReadOnlyList<Text> Descriptions { get; init; }
    public required IReadOnlyList<Text> Bodies { get; init; }
    public required string By { get; init; }
    public required string Located { get; init; }
    public required IReadOnlyList<Named> Subjects { get; init; }
    public required IReadOnlyList<Named> InfoSources { get; init; }
    public required IReadOnlyList<Picture> Associations { get; init; }
    public Conformance Standard { get; } = new();

    public sealed record Text(string Role, string ContentType, string Value);
    public sealed record Named(string Name);
    public sealed record Rendition(string Name, string Href, string ContentType, int Width, int Height);

    public sealed record Picture(string Name, string Uri, string By, IReadOnlyList<Text> Descriptions, IReadOnlyList<Rendition> Renditions)
    {
        public string Type => "picture";
    }

    public sealed record Conformance
    {
        public string Name => "ninjs";
        public string Version => "3.1";
        public string Schema => "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    }

    public static Ninjs Of(StoryView story) => new()
    {
        Uri = story.Paper.Absolute(SiteLinks.Story(story)),
        Version = story.LastUpdated.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        FirstCreated = story.FirstPublished,
        VersionCreated = story.LastUpdated,
        Language = story.Edition.Code,
        Headlines = [new("main", "text/plain", story.Headline)],
        Descriptions = string.IsNullOrEmpty(story.Standfirst) ? [] : [new("summary", "text/plain", story.Standfirst)],
        Bodies = [new("main", "text/html", story.Body), new("text", "text/plain", CanonicalHtml.Text(story.Body))],
        By = story.Byline ?? "",
        Located = story.Dateline ?? "",
        Subjects = [new(story.Section.Name), .. story.Tags.Select(tag => new Named(tag))],
        InfoSources = [.. story.Sources.Select(source => new Named(source))],
        Associations = story.Picture is { } picture ? [Of(picture, story.Paper)] : [],
    };

    static Picture Of(PictureView picture, Paper paper) => new(
        "lead",
        paper.Absolute(SiteLinks.Picture(picture, picture.Width)),
        picture.Credit ?? "",
        [new("caption", "text/plain", picture.Caption ?? ""), new("altText", "text/plain", picture.Alt)],
        [
            .. picture.Widths.Select(width => new Rendition(
                $"w{width}", paper.Absolute(SiteLinks.Picture(picture, width)), "image/jpeg", width, (int)Math.Round((double)picture.Height * width / picture.Width))),
        ]);
}
