using Manset.Looks;
using Manset.Site.Surfaces;

namespace Manset.Site;

public static class SiteComposition
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<HouseNotices>();
        builder.Services.AddSingleton<Pages>();
        builder.Services.AddSingleton<CommentAnswers>();
        builder.Services.AddSurfaces();
    }

    public static void MapSite(this WebApplication app)
    {
        app.MapAssets();
        app.MapPictures();
        app.MapSearch();
        app.MapCommentForm();
        app.MapPreview();
    }
}
