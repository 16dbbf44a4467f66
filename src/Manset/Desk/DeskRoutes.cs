using Manset.Desk.Companions;
using Manset.Desk.Door;
using Manset.Desk.Editing;
using Manset.Desk.Lists;
using Manset.Desk.Recalls;
using Manset.Desk.Refused;
using Manset.Desk.Shares;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk;

/// <summary>The table of the desk's pages.</summary>
public static class DeskRoutes
{
    /// <returns>The desk's own group, for the parts of the program that have pages here as well.</returns>
    public static RouteGroupBuilder MapDesk(this IEndpointRouteBuilder app)
    {
        var desk = app.MapDeskDoor();
        desk.MapSigningIn();
        desk.MapWelcome();
        desk.MapGet("/", Home).RequireAuthorization(Duty.Reporter);
        desk.MapWire();
        desk.MapCompanions();
        desk.MapQuarantine();
        desk.MapStoryList();
        desk.MapShares();
        desk.MapEditor();
        desk.MapDrafts();
        desk.MapMerge();
        desk.MapActs();
        desk.MapHistory();
        desk.MapAlarms();
        desk.MapGet("/not-yours", () => DeskNotice.Of("not-yours", StatusCodes.Status403Forbidden)).RequireAuthorization(Duty.Reporter);
        desk.MapGet("/{**nowhere}", () => DeskNotice.Missing).RequireAuthorization(Duty.Reporter);
        return desk;
    }

    static RedirectHttpResult Home(Colleague colleague) =>
        TypedResults.Redirect(colleague.Role is Role.Moderator ? DeskLinks.Queue : DeskLinks.Wire);
}
