using Manset.Copy;
using Manset.Data;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Lists;

/// <summary>The stories of the paper in whatever state, those filed last first.</summary>
static class StoriesRoutes
{
    const int PageLength = 50;

    public static void MapStoryList(this RouteGroupBuilder desk) =>
        desk.MapGet("/stories", List).RequireAuthorization(Duty.Reporter);

    static async Task<DeskPage<StoriesPage>> List(
        string? q, string? edition, string? state, string? before, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        var asked = new Asked(q, edition, state: state);
        var stories = newsroom.Stories.AsNoTracking().InState(asked.State);
        if (asked.Edition is { } face) stories = stories.In(face);
        if (long.TryParse(before, out var last)) stories = stories.Where(story => story.Id < last);

        var found = newsroom.Rows(stories).OrderByDescending(row => row.Id);
        // Headlines are few and short, and drafts are in no index: words are looked for here, folded, until a page is full.
        var rows = asked.Words.Count == 0
            ? await found.Take(PageLength + 1).ToListAsync(stop)
            : await found.AsAsyncEnumerable().Where(row => asked.Words.All(Folding.Of(row.Headline).Contains)).Take(PageLength + 1).ToListAsync(stop);
        var more = rows.Count > PageLength;
        if (more) rows.RemoveAt(PageLength);

        return new(new StoriesView(asked, paper.Editions, rows, more ? rows[^1].Id : null, last > 0, clock.GetUtcNow()));
    }
}
