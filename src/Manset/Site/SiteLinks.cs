using Manset.Editions;

namespace Manset.Site;

/// <summary>Every public path, said once.</summary>
public static class SiteLinks
{
    public static string Front(Edition edition) => edition.Path;

    public static string Section(Edition edition, Section section) => $"/{edition.Code}/{section.Slug}/";

    public static string Section(Edition edition, Section section, string after) =>
        $"{Section(edition, section)}?after={Uri.EscapeDataString(after)}";

    public static string Story(Edition edition, Section section, string permalink, long id) =>
        FormattableString.Invariant($"/{edition.Code}/{section.Slug}/{permalink}-{id}");

    public static string Story(StoryView story) => Story(story.Edition, story.Section, story.Permalink, story.Id);

    public static string Story(Edition edition, TeaserView story) => Story(edition, story.Section, story.Permalink, story.Id);

    public static string Story(TranslationView story) => Story(story.Edition, story.Section, story.Permalink, story.Id);

    public static string Comments(string story) => $"{story}/comments";

    public static string Comment(string story, long id) => FormattableString.Invariant($"{story}#comment-{id}");

    public static string Search(Edition edition) => $"/{edition.Code}/search";

    public static string Search(Edition edition, string query, string? after = null) =>
        $"{Search(edition)}?q={Uri.EscapeDataString(query)}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";

    public static string Imprint(Edition edition) => $"/{edition.Code}/imprint";

    public static string Feed(Edition edition, Section? section, FeedForm form) =>
        (section is null ? Front(edition) : Section(edition, section)) + form.Name;

    public const string Sitemap = "/sitemap.xml";

    public static string NewsSitemap(Edition edition) => $"/{edition.Code}/news-sitemap.xml";

    public static string Picture(PictureView picture, int width) =>
        FormattableString.Invariant($"{picture.Folder}/{picture.Id}-{width}.{picture.Extension}");
}
