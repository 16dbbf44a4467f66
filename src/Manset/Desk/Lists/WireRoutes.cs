using Manset.Data;
using Manset.Desk.Companions;
using Manset.Desk.Door;
using Manset.Desk.Triage;
using Manset.Editions;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Lists;

/// <summary>The wire: its list, and each item with all that the agency said in it.</summary>
static class WireRoutes
{
    public static void MapWire(this RouteGroupBuilder desk)
    {
        var wire = desk.MapGroup("/wire").RequireAuthorization(Duty.Reporter);
        wire.MapWireList();
        wire.MapWireStream();
        wire.MapHandlings();
        wire.MapGet("/{id:long}", Show);
        wire.MapPost("/{id:long}/story", File);
        wire.MapGet("/{id:long}/story", (long id) => TypedResults.Redirect(DeskLinks.WireItem(id)));
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
            Handlings = await newsroom.Handlings.AsNoTracking().Join(newsroom.WireItems.Of(item.Wire, item.Guid), each => each.WireItem, take => take.Id, (each, _) => each)
                .OrderBy(each => each.Id).ToListAsync(stop),
            Beside = await newsroom.Beside(item, stop),
            Now = clock.GetUtcNow(),
        };
    }
}
