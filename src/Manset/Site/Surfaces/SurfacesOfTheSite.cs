using Manset.Desk.Recalls;
using Manset.Editions;

namespace Manset.Site.Surfaces;

/// <summary>The table of what of this site can show a story. What is added to the site is added here.</summary>
static class SurfacesOfTheSite
{
    const string Search = "search", Api = "api", News = "news-sitemap", Page = "page", Front = "front", SectionFront = "section", Feeds = "feeds", Map = "sitemap", Others = "translations";

    public static void AddSurfaces(this IServiceCollection services)
    {
        services.AddSingleton<FrontDoor>();
        services.AddSurface(door => new OwnAddress(Page, door, story => [story.Path]));
        services.AddSurface(door => new WebSurface(Front, door, story => [SiteLinks.Front(story.Edition)]));
        services.AddSurface(door => new WebSurface(SectionFront, door, story => story.Sections.Select(section => SiteLinks.Section(story.Edition, section))));
        services.AddSurface(door => new WebSurface(Feeds, door, story =>
            from section in story.Sections.Prepend<Section?>(null) from form in FeedForm.All select SiteLinks.Feed(story.Edition, section, form)));
        services.AddSurface(door => new WebSurface(Map, door, _ => [SiteLinks.Sitemap]));
        services.AddSurface(door => new WebSurface(News, door, story => [SiteLinks.NewsSitemap(story.Edition)]));
        services.AddSurface(door => new WebSurface(Search, door, story => [SiteLinks.Search(story.Edition, story.Headline)]));
        services.AddSurface(door => new OwnAddress(Api, door, story => [Of(story)]));
        services.AddSurface(door => new OwnAddress("ninjs", door, story => [Of(story)], Ninjs.MediaType));
        services.AddSurface(door => new WebSurface("api-lists", door, Lists));
        services.AddSurface(door => new WebSurface(Others, door, story => story.Translations));
        services.AddSingleton<ISurface, PictureSurface>();
    }

    static void AddSurface(this IServiceCollection services, Func<FrontDoor, ISurface> surface) =>
        services.AddSingleton(provider => surface(provider.GetRequiredService<FrontDoor>()));

    static string Of(Withdrawn story) => FormattableString.Invariant($"/api/v1/stories/{story.Id}");

    static IEnumerable<string> Lists(Withdrawn story)
    {
        var all = $"/api/v1/stories?edition={story.Edition.Code}";
        return [all, .. story.Sections.Select(section => $"{all}&section={Uri.EscapeDataString(section.Key)}"), $"{all}&q={Uri.EscapeDataString(story.Headline)}"];
    }
}
