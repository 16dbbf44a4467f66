using Manset.Data;
using Manset.Desk.Door;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Recalls;

public sealed record AlarmsView(IReadOnlyList<AlarmView> Standing, IReadOnlyList<AlarmView> Acknowledged, DateTimeOffset Now);

static class AlarmRoutes
{
    const int Shown = 100;

    public static void MapAlarms(this RouteGroupBuilder desk)
    {
        var alarms = desk.MapGroup("/alarms").RequireAuthorization(Duty.Reporter);
        alarms.MapGet("/", List);
        alarms.MapPost("/{id:long}/acknowledgement", Acknowledge);
        // Who signs in again after a post comes back by this address.
        alarms.MapGet("/{id:long}/acknowledgement", (long id) => TypedResults.Redirect(DeskLinks.Alarms));
    }

    static async Task<DeskPage<AlarmsPage>> List(Newsroom newsroom, TimeProvider clock, CancellationToken stop) => new(new AlarmsView(
        await newsroom.AlarmViews(newsroom.Alarms.AsNoTracking().Standing).Take(Shown).ToListAsync(stop),
        await newsroom.AlarmViews(newsroom.Alarms.AsNoTracking().Where(alarm => alarm.Acknowledged != null)).Take(Shown).ToListAsync(stop),
        clock.GetUtcNow()));

    static async Task<Results<RedirectHttpResult, DeskPage<NoticePage>>> Acknowledge(
        long id, Newsroom newsroom, Colleague colleague, TimeProvider clock, HttpContext call, CancellationToken stop)
    {
        if (await newsroom.Alarms.Include(row => row.Acknowledged).FirstOrDefaultAsync(row => row.Id == id, stop) is not { } alarm) return DeskNotice.Missing;

        alarm.Acknowledge(colleague.Name, clock.GetUtcNow());
        try
        {
            await newsroom.SaveChangesAsync(stop);
        }
        // Somebody else did in the same moment.
        catch (DbUpdateException) { }
        var then = (await call.Request.ReadFormAsync(stop))["then"].ToString();
        return TypedResults.Redirect(SignInRoutes.Local(then) ?? DeskLinks.Alarms);
    }
}
