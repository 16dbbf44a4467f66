using Manset.Data;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Door;

/// <summary>How many comments wait for a person; the part of the program that keeps them answers.</summary>
public delegate Task<int> Waiting(Newsroom newsroom, CancellationToken stop);

/// <summary>Where someone sits at the desk: who they are, in what language and by which clock it speaks to them, and what waits for them.</summary>
public sealed record Seat
{
    const int MostAlarms = 100;

    /// <summary>The edition whose language and clock the desk uses for this person.</summary>
    public required Edition Face { get; init; }
    public required IReadOnlyList<Edition> Editions { get; init; }
    /// <summary>Null at the door.</summary>
    public required Colleague? Who { get; init; }
    public required AntiforgeryTokenSet Tokens { get; init; }
    /// <summary>Path and query of the page they are on.</summary>
    public required string Place { get; init; }
    public required IReadOnlySet<string> Duties { get; init; }
    public required int Waiting { get; init; }
    /// <summary>What stands until somebody acknowledges it, newest first.</summary>
    public IReadOnlyList<AlarmView> Alarms { get; init; } = [];
    /// <summary>Feeds that have brought nothing for longer than they may.</summary>
    public IReadOnlyList<Silent> Silent { get; init; } = [];

    public string Language => Face.Code;
    public Words Words => Words.In(Language);

    public bool May(string duty) => Duties.Contains(duty);

    static Task<List<AlarmView>> Standing(Newsroom newsroom, CancellationToken stop) =>
        newsroom.AlarmViews(newsroom.Alarms.AsNoTracking().Standing).Take(MostAlarms).ToListAsync(stop);

    public static async Task<Seat> Of(HttpContext call)
    {
        var services = call.RequestServices;
        var duties = new HashSet<string>();
        foreach (var duty in new[] { Duty.Reporter, Duty.Moderator, Duty.Editor, Duty.Administrator })
            if ((await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(call.User, duty)).Succeeded) duties.Add(duty);

        var paper = services.GetRequiredService<Paper>();
        return new()
        {
            Face = Tongue.Of(call, paper),
            Editions = paper.Editions,
            Who = Colleague.Of(call.User),
            Tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(call),
            Place = HttpMethods.IsGet(call.Request.Method) ? $"{call.Request.Path}{call.Request.QueryString}" : DeskLinks.Root,
            Duties = duties,
            Waiting = duties.Contains(Duty.Moderator)
                ? await services.GetRequiredService<Waiting>()(services.GetRequiredService<Newsroom>(), call.RequestAborted)
                : 0,
            Alarms = duties.Contains(Duty.Reporter) ? await Standing(services.GetRequiredService<Newsroom>(), call.RequestAborted) : [],
            Silent = duties.Contains(Duty.Reporter) ? await services.GetRequiredService<Silences>().Standing(call.RequestAborted) : [],
        };
    }
}
