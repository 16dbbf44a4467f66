using System.Globalization;
using Manset.Data;
using Manset.Ledger;
using Manset.Wire;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Companions;

/// <summary>A person puts an item beside others of its event, or takes it from them. It stays where they put it.</summary>
public sealed class Placing(IDbContextFactory<Newsroom> newsrooms, TimeProvider clock)
{
    /// <param name="beside">Another item, by its number or its address at the desk.</param>
    /// <returns>Null when there is no such item.</returns>
    public async Task<Placed?> Put(long id, string? beside, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.WireItems.FindAsync([id], stop) is not { } item) return null;
        if (NumberIn(beside) is not { } other || await newsroom.WireItems.FindAsync([other], stop) is not { } found) return new(new Refusal("no-such-item"));
        if (found.Wire == item.Wire && found.Guid == item.Guid) return new(new Refusal("same-item"));

        var (moved, host) = (await Known(item, newsroom, stop), await Known(found, newsroom, stop));
        if (host.Cluster is not { } cluster)
        {
            var made = new Cluster { Since = host.At };
            newsroom.Clusters.Add(made);
            host.Join(made);
            moved.Join(made);
            cluster = made.Id;
        }
        else moved.Join((await newsroom.Clusters.FindAsync([cluster], stop))!);
        return await Enter(newsroom, moved, cluster, item, by, stop);
    }

    public async Task<Placed?> TakeOut(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.WireItems.FindAsync([id], stop) is not { } item) return null;

        var moved = await Known(item, newsroom, stop);
        if (moved.Cluster is null) return new(null);

        moved.Leave();
        return await Enter(newsroom, moved, null, item, by, stop);
    }

    async Task<Placed> Enter(Newsroom newsroom, Companion moved, long? cluster, WireItem item, string by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        newsroom.Placements.Add(new() { Companion = moved.Id, Cluster = cluster, By = by, At = now });
        newsroom.Ledger.Add(Entry.Of(Act.Clustered, moved.Newest, by, now, item.Edition));
        try
        {
            await newsroom.SaveChangesAsync(stop);
            return new(null);
        }
        // It was moved, or first met, in the same moment.
        catch (DbUpdateException) { return new(new Refusal("moved")); }
    }

    static async Task<Companion> Known(WireItem item, Newsroom newsroom, CancellationToken stop)
    {
        if (await newsroom.Companion(item.Wire, item.Guid, stop) is { } known) return known;

        var newest = await newsroom.WireItems.Newest.Of(item.Wire, item.Guid).FirstOrDefaultAsync(stop) ?? item;
        var companion = Companion.Of(newest);
        newsroom.Companions.Add(companion);
        return companion;
    }

    static long? NumberIn(string? typed) =>
        typed?.Split(['?', '#'])[0].TrimEnd('/').Split('/')[^1].Trim() is { } last && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>What came of it: done where there is no refusal.</summary>
public sealed record Placed(Refusal? Refusal);
