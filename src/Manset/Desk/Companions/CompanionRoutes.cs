using Manset.Data;
using Manset.Desk.Door;
using Manset.Desk.Lists;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Manset.Desk.Door.DeskPage<Manset.Desk.Lists.WireItemPage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Door.NoticePage>>;

namespace Manset.Desk.Companions;

/// <summary>Putting items beside each other, and taking them apart.</summary>
static class CompanionRoutes
{
    public static void MapCompanions(this RouteGroupBuilder desk)
    {
        var cluster = desk.MapGroup("/wire/{id:long}/cluster").RequireAuthorization(Duty.Editor);
        cluster.MapPost("/", Put);
        cluster.MapPost("/removal", TakeOut);
    }

    static async Task<Answer> Put(long id, HttpRequest request, Placing placing, Newsroom newsroom, Paper paper, Colleague colleague, TimeProvider clock, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        return await Answer(id, await placing.Put(id, form["beside"], colleague.Name, stop), newsroom, paper, clock, stop);
    }

    static async Task<Answer> TakeOut(long id, Placing placing, Newsroom newsroom, Paper paper, Colleague colleague, TimeProvider clock, CancellationToken stop) =>
        await Answer(id, await placing.TakeOut(id, colleague.Name, stop), newsroom, paper, clock, stop);

    static async Task<Answer> Answer(long id, Placed? placed, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        if (placed is null) return DeskNotice.Missing;
        if (placed.Refusal is not { } refusal) return TypedResults.Redirect(DeskLinks.WireItem(id));
        if (await WireRoutes.View(id, newsroom, paper, clock, stop) is not { } view) return DeskNotice.Missing;

        return new DeskPage<WireItemPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);
    }
}
