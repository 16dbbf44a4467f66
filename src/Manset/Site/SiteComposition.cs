using Manset.Looks;

namespace Manset.Site;

public static class SiteComposition
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<HouseNotices>();
        builder.Services.AddSingleton<Pages>();
        builder.Services.AddSingleton<CommentAnswers>();
    }

    public static void MapSite(this WebApplication app)
    {
        app.MapAssets();
        app.MapPictures();
        app.MapSearch();
        app.MapCommentForm();
        app.MapPreview();
        app.MapFallback("{**path}", Nowhere);
    }

    /// <summary>A path that leads nowhere: said in the language of the edition it begins with.</summary>
    static async Task Nowhere(HttpContext call, Pages pages, Manset.Editions.Paper paper)
    {
        if (call.Request.Path.StartsWithSegments("/api"))
        {
            await TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such call", detail: "See /openapi/v1.json.").ExecuteAsync(call);
            return;
        }

        var edition = paper.Edition(call.Request.Path.Value?.Split('/').ElementAtOrDefault(1)) ?? paper.Main;
        var page = await pages.NotFound(edition);
        await page.Send(call);
    }
}
