using Manset.Data;
using Manset.Desk.Companions;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Lists;

/// <summary>What the agencies sent, newest first.</summary>
static class WireRoutes
{
    const int PageLength = 50;

    public static void MapWire(this RouteGroupBuilder desk)
    {
        var wire = desk.MapGroup("/wire").RequireAuthorization(Duty.Reporter);
        wire.MapGet("/", List);
        wire.MapGet("/{id:long}", Show);
        wire.MapPost("/{id:long}/story", File);
        wire.MapGet("/{id:long}/story", (long id) => TypedResults.Redirect(DeskLinks.WireItem(id)));
    }

    static async Task<DeskPage<WirePage>> List(
        string? q, string? edition, string? section, string? before, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        var asked = new Asked(q, edition, section);
        var items = newsroom.WireItemsSaying(asked.Query).AsNoTracking().Newest;
        if (asked.Edition is { } face) items = items.Where(item => item.Edition == face);
        if (asked.Section is { } part) items = items.Where(item => item.Section == part);
        var rest = items;
        if (long.TryParse(before, out var last) && await newsroom.WireItems.FindAsync([last], stop) is { } cursor)
            rest = rest.Where(item => item.Received <= cursor.Received && (item.Received < cursor.Received || item.Id < cursor.Id));

        var rows = await newsroom.Rows(rest.OrderByDescending(item => item.Received).ThenByDescending(item => item.Id).Take(PageLength + 1), stop);
        var more = rows.Count > PageLength;
        if (more) rows.RemoveAt(PageLength);
        var next = more ? rows[^1].Id : (long?)null;
        rows = await newsroom.Grouped(rows, items, stop);

        return new(new WireView(asked, paper.Editions, rows, next, last > 0, clock.GetUtcNow()));
    }

    static async Task<Results<DeskPage<WireItemPage>, DeskPage<NoticePage>>> Show(long id, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop) =>
        await View(id, newsroom, paper, clock, stop) is { } view ? new DeskPage<WireItemPage>(view) : DeskNotice.Missing;

    static async Task<Results<RedirectHttpResult, DeskPage<WireItemPage>, DeskPage<NoticePage>>> File(
        long id, Newsdesk desk, Newsroom newsroom, Paper paper, Colleague colleague, TimeProvider clock, CancellationToken stop)
    {
        var done = await desk.FileFrom(id, colleague.Name, stop);
        if (done.Refusal is null && done.Story is { } story) return TypedResults.Redirect(DeskLinks.Story(story.Id));
        if (await View(id, newsroom, paper, clock, stop) is not { } view) return DeskNotice.Missing;

        return new DeskPage<WireItemPage>(view with { Refusal = done.Refusal }, StatusCodes.Status409Conflict);
    }

    public static async Task<WireItemView?> View(long id, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        if (await newsroom.WireItems.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, stop) is not { } item) return null;

        return new()
        {
            Item = item,
            Edition = paper.Edition(item.Edition) ?? paper.Main,
            Takes = await newsroom.WireItems.AsNoTracking().Of(item.Wire, item.Guid).OrderByDescending(take => take.Take)
                .Select(take => new Take(take.Id, take.Take, take.Version, take.Headline, take.Status, take.Received)).ToListAsync(stop),
            Story = await newsroom.Stories.From(item.Wire, item.Guid).OrderBy(story => story.Id).Select(story => (long?)story.Id).FirstOrDefaultAsync(stop),
            Beside = await newsroom.Beside(item, stop),
            Now = clock.GetUtcNow(),
        };
    }
}
