using Manset.Data;
using Manset.Desk.Door;
using Manset.Looks;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk.Triage;

/// <summary>Acts on one line of the wire list. A script gets the line as it stands now, a form goes back to where it was sent from.</summary>
static class HandlingRoutes
{
    public static void MapHandlings(this RouteGroupBuilder wire)
    {
        wire.MapPost("/{id:long}/handling", Handle);
        wire.MapGet("/{id:long}/handling", (long id) => TypedResults.Redirect(DeskLinks.WireItem(id)));
    }

    static async Task<Results<RedirectHttpResult, FileContentHttpResult, DeskPage<NoticePage>>> Handle(
        long id, HttpContext call, Inbasket basket, Newsroom newsroom, PageRenderer pages, Colleague colleague, TimeProvider clock, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        var done = form["act"].ToString() switch
        {
            "Undo" => await basket.Undo(id, colleague.Name, stop),
            var act when Enum.TryParse<Handled>(act, out var kind) && Enum.IsDefined(kind) => await basket.Handle(id, kind, form["section"], colleague.Name, stop),
            _ => new("missing"),
        };
        if (done?.Code is "missing") return DeskNotice.Missing;
        if (done is not null) return DeskNotice.Of("no-section", StatusCodes.Status422UnprocessableEntity);
        if (call.Request.Headers.XRequestedWith.Count == 0) return TypedResults.Redirect(DeskLinks.Within(form["then"]) ?? DeskLinks.WireItem(id));

        var row = (await newsroom.Rows(newsroom.WireItems.Where(item => item.Id == id), stop))[0];
        return TypedResults.Bytes(await pages.Fragment<ItemRow>(new Dictionary<string, object?>
        {
            [nameof(ItemRow.Seat)] = await Seat.Of(call),
            [nameof(ItemRow.Row)] = row,
            [nameof(ItemRow.Now)] = clock.GetUtcNow(),
        }), "text/html; charset=utf-8");
    }
}
