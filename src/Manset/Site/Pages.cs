using System.Globalization;
using Manset.Data;
using Manset.Editions;
using Manset.Looks;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>The table of public pages: from a path to the page that stands there now.</summary>
public sealed class Pages(IDbContextFactory<Newsroom> newsrooms, PageRenderer renderer, Paper paper, HouseNotices notices, TimeProvider clock)
{
    /// <summary>
    /// The path a plate is kept under. The one query that a page here knows is its cursor; any other changes nothing, so it is
    /// left away and cannot fill the memory with copies of one page.
    /// </summary>
    public static string? PathOf(HttpRequest request)
    {
        var path = request.Path.Value;
        if (!request.QueryString.HasValue || path is null || !path.EndsWith('/') || path.AsSpan().Count('/') != 3) return path;
        return long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? string.Create(CultureInfo.InvariantCulture, $"{path}?after={after}")
            : path;
    }

    public bool Has(string path)
    {
        if (path is "/" or "/robots.txt" or SiteLinks.Sitemap) return true;
        if (EditionAt(path) is not { } edition) return false;
        return !path.AsSpan(1 + edition.Code.Length).Equals("/search", StringComparison.Ordinal);
    }

    public async Task<Page> Make(string path)
    {
        if (path == "/") return Page.Moved(paper.Main.Path) with { Status = StatusCodes.Status302Found };
        if (path == "/robots.txt") return Robots.Page(paper);

        await using var newsroom = await newsrooms.CreateDbContextAsync();
        newsroom.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        // One connection for all that a page asks, instead of one for each question.
        await newsroom.Database.OpenConnectionAsync();
        if (path == SiteLinks.Sitemap) return await Map(newsroom);

        var edition = EditionAt(path)!;
        var made = await (path[(1 + edition.Code.Length)..].Split('/') switch
        {
            [""] => Task.FromResult<Page?>(Page.Moved(edition.Path)),
            ["", ""] => Front(newsroom, edition),
            ["", "news-sitemap.xml"] => News(newsroom, edition),
            ["", var name] when FeedForm.Named(name) is { } form => Feed(newsroom, edition, null, form),
            ["", "imprint"] => Imprint(edition),
            ["", var slug] when edition.Section(slug) is { } section => Task.FromResult<Page?>(Page.Moved(SiteLinks.Section(edition, section))),
            ["", var slug, var rest] when edition.Section(slug) is { } section && (rest.Length == 0 || rest[0] == '?') => Section(newsroom, edition, section, rest),
            ["", var slug, var name] when edition.Section(slug) is { } section && FeedForm.Named(name) is { } form => Feed(newsroom, edition, section, form),
            ["", _, var last] when IdAtEnd(last) is { } id => Story(newsroom, edition, id, path),
            // A slash too many, or the address of the form under a story, asked for again.
            ["", _, var last, ""] when IdAtEnd(last) is not null => Task.FromResult<Page?>(Page.Moved(path[..^1])),
            ["", _, var last, "comments"] when IdAtEnd(last) is not null => Task.FromResult<Page?>(Page.Moved(path[..path.LastIndexOf('/')]) with { Status = StatusCodes.Status302Found }),
            _ => Task.FromResult<Page?>(null),
        });
        return made ?? await NotFound(edition);
    }

    public async Task<Page> NotFound(Edition edition) =>
        new(StatusCodes.Status404NotFound, Page.Html, await renderer.Render<NotFoundPage>(new NotFoundView { Paper = paper, Edition = edition }), []) { Keep = false };

    async Task<Page?> Front(Newsroom newsroom, Edition edition)
    {
        var view = await newsroom.Front(paper, edition, clock.GetUtcNow());
        var shown = view.Latest.Concat(view.Seconds).Concat(view.Blocks.SelectMany(block => block.Items)).Concat(view.Lead is { } lead ? [lead] : []);
        return new(StatusCodes.Status200OK, Page.Html, await renderer.Render<FrontPage>(view),
        [
            PageKeys.List(edition.Code), PageKeys.Lead(edition.Code, ""),
            .. edition.Sections.Select(section => PageKeys.List(edition.Code, section.Key)),
            .. shown.Select(teaser => teaser.Id).Concat(view.Considered).Distinct().Select(PageKeys.Teaser),
        ]);
    }

    async Task<Page?> Section(Newsroom newsroom, Edition edition, Section section, string rest)
    {
        var after = rest.Length == 0 ? (long?)null : long.Parse(rest.AsSpan("?after=".Length), CultureInfo.InvariantCulture);
        var view = await newsroom.SectionPage(paper, edition, section, after, clock.GetUtcNow());
        return new(StatusCodes.Status200OK, Page.Html, await renderer.Render<SectionPage>(view),
        [
            PageKeys.List(edition.Code, section.Key), PageKeys.Lead(edition.Code, section.Key),
            .. view.Items.Select(teaser => teaser.Id).Concat(view.Considered).Select(PageKeys.Teaser),
        ])
        {
            // A cursor may be any number: kept, such pages would push out those that are read.
            Keep = after is null,
        };
    }

    async Task<Page?> Story(Newsroom newsroom, Edition edition, long id, string path)
    {
        if (await newsroom.StoryAt(paper, edition, id, clock.GetUtcNow()) is not { } found) return null;
        if (found.Gone is { } gone)
            return new(StatusCodes.Status410Gone, Page.Html, await renderer.Render<GonePage>(gone), [PageKeys.Story(id)]);

        var view = found.Story! with { HouseRules = notices.Of(edition) };
        var right = SiteLinks.Story(view);
        return right != path
            ? Page.Moved(right)
            : new(StatusCodes.Status200OK, Page.Html, await renderer.Render<StoryPage>(view),
            [
                PageKeys.Story(id), PageKeys.Comments(id), PageKeys.Translations(found.Root),
                .. view.Translations.Select(translation => PageKeys.Teaser(translation.Id)),
            ]);
    }

    async Task<Page?> Feed(Newsroom newsroom, Edition edition, Section? section, FeedForm form)
    {
        var items = await newsroom.Newest(edition, section?.Key, FeedForm.Items, clock.GetUtcNow());
        // A feed is read elsewhere: of what may not be handed on it says the headline and where it stands.
        items = [.. items.Select(item => item.Syndicate ? item : item with { Standfirst = null, Byline = null, Picture = null })];
        var self = paper.Absolute(SiteLinks.Feed(edition, section, form));
        return new(StatusCodes.Status200OK, $"{form.Type}; charset=utf-8", form.Write(paper, edition, section, items, self),
            [PageKeys.List(edition.Code, section?.Key), .. items.Select(item => PageKeys.Teaser(item.Id))]);
    }

    async Task<Page> Map(Newsroom newsroom) =>
        new(StatusCodes.Status200OK, Sitemaps.Type, await newsroom.Sitemap(paper, clock.GetUtcNow()), [.. paper.Editions.Select(edition => PageKeys.Every(edition.Code))]);

    /// <summary>Not kept: what is news ages without any act.</summary>
    async Task<Page?> News(Newsroom newsroom, Edition edition) =>
        new(StatusCodes.Status200OK, Sitemaps.Type, await newsroom.NewsSitemap(paper, edition, clock.GetUtcNow()), []) { Keep = false };

    async Task<Page?> Imprint(Edition edition) =>
        new(StatusCodes.Status200OK, Page.Html, await renderer.Render<ImprintPage>(new ImprintView { Paper = paper, Edition = edition }), []);

    Edition? EditionAt(string path)
    {
        foreach (var edition in paper.Editions)
        {
            var rest = path.AsSpan(1);
            if (rest.StartsWith(edition.Code, StringComparison.Ordinal) && (rest.Length == edition.Code.Length || rest[edition.Code.Length] == '/')) return edition;
        }
        return null;
    }

    /// <summary>The number behind the last dash: <c>koprude-anlasma-42</c> is 42.</summary>
    public static long? IdAtEnd(string name) =>
        long.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
