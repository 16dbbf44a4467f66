using Manset.Editions;

namespace Manset.Site;

/// <summary>A way to tell programs what is new in an edition or a section: its file name there, its type, its writer.</summary>
public sealed record FeedForm(string Name, string Type, FeedForm.Writer Write)
{
    public const int Items = 30;

    /// <param name="self">The absolute address of the feed itself.</param>
    public delegate byte[] Writer(Paper paper, Edition edition, Section? section, IReadOnlyList<TeaserView> items, string self);

    /// <summary>In the order they are offered.</summary>
    public static readonly IReadOnlyList<FeedForm> All =
    [
        new("feed.xml", "application/rss+xml", RssFeed.Write),
        new("atom.xml", "application/atom+xml", AtomFeed.Write),
        new("feed.json", "application/feed+json", JsonFeed.Write),
    ];

    public static FeedForm? Named(string name) => All.FirstOrDefault(form => form.Name == name);

    public static string Title(Edition edition, Section? section) => section is null ? edition.Name : $"{edition.Name}: {section.Name}";

    public static string Home(Paper paper, Edition edition, Section? section) =>
        paper.Absolute(section is null ? SiteLinks.Front(edition) : SiteLinks.Section(edition, section));
}
