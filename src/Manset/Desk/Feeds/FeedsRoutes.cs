using Manset.Data;
using Manset.Desk.Door;
using Manset.Staff;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Desk.Feeds;

/// <summary>How one feed stands.</summary>
/// <param name="Brought">When it last brought something that said anything new.</param>
/// <param name="Today">Items in 24 hours.</param>
public sealed record Feed(WireLine Line, WireState? State, DateTimeOffset? Brought, int Today, bool IsSilent);

public sealed record FeedsView(IReadOnlyList<Feed> Feeds, DateTimeOffset Now);

/// <summary>The page of the wires: each feed, and when it last spoke.</summary>
static class FeedsRoutes
{
    public static void MapFeeds(this RouteGroupBuilder desk) => desk.MapGet("/feeds", Show).RequireAuthorization(Duty.Reporter);

    static async Task<DeskPage<FeedsPage>> Show(Newsroom newsroom, IOptionsMonitor<Wires> wires, Silences silences, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        var today = await newsroom.WireItems.Where(item => item.Received > yesterday).GroupBy(item => item.Wire)
            .Select(wire => new { wire.Key, Count = wire.Count() }).ToDictionaryAsync(wire => wire.Key, wire => wire.Count, stop);
        var states = await newsroom.WireStates.AsNoTracking().ToDictionaryAsync(state => state.Wire, stop);
        var silent = (await silences.Standing(stop)).Select(each => each.Wire).ToHashSet();

        // Copy also comes in by hand, under a name that no setting has.
        var lines = wires.CurrentValue.Lines.Concat(today.Keys.Where(name => wires.CurrentValue.Lines.All(line => line.Name != name)).Order(StringComparer.Ordinal).Select(name => new WireLine { Name = name }));
        var feeds = new List<Feed>();
        foreach (var line in lines)
        {
            var brought = await newsroom.WireItems.Where(item => item.Wire == line.Name).MaxAsync(item => (DateTimeOffset?)item.Received, stop);
            feeds.Add(new(line, states.GetValueOrDefault(line.Name), brought, today.GetValueOrDefault(line.Name), silent.Contains(line.Name)));
        }
        return new(new FeedsView(feeds, now));
    }
}
