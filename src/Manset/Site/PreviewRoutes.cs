using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Looks;
using Manset.Staff;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>The very page that readers would get, made from what the editor has typed so far.</summary>
static class PreviewRoutes
{
    public static void MapPreview(this IEndpointRouteBuilder app) =>
        app.MapGet("/desk/stories/{id:long}/preview", Show).RequireAuthorization(Duty.Reporter).ExcludeFromDescription();

    static async Task Show(long id, Newsroom newsroom, PageRenderer renderer, Pages pages, HouseNotices notices, Paper paper, Colleague colleague, TimeProvider clock, HttpContext call)
    {
        var story = await newsroom.First(newsroom.Stories.Include(row => row.Corrections).Where(row => row.Id == id));
        if (story is null)
        {
            await (await pages.NotFound(paper.Main)).Send(call);
            return;
        }

        var edition = paper.Edition(story.Edition)!;
        if (story.Killed is { } kill)
        {
            var gone = new GoneView { Paper = paper, Edition = edition, At = edition.Local(kill.At), Why = kill.Why };
            await new Page(StatusCodes.Status410Gone, Page.Html, await renderer.Render<GonePage>(gone), []).Send(call);
            return;
        }

        var draft = await newsroom.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.StoryId == id && row.Member == colleague.Name);
        var view = await newsroom.ViewOf(story, draft?.Copy ?? story.Copy, paper, edition, clock.GetUtcNow());
        var body = await renderer.Render<StoryPage>(view with
        {
            HouseRules = notices.Of(edition),
            Picture = view.Picture is { } picture ? picture with { Folder = "/desk/pictures" } : null,
        });
        await new Page(StatusCodes.Status200OK, Page.Html, body, []).Send(call);
    }
}
