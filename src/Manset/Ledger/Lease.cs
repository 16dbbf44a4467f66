using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Ledger;

/// <summary>Lets one node at a time do a background task. A node that dies lets go when its time is over, and another takes up the work.</summary>
public sealed class Lease(IDbContextFactory<Newsroom> newsrooms, TimeProvider clock)
{
    static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);
    readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>True while this node holds it; ask again at least every half minute.</summary>
    public async Task<bool> Hold(string name, CancellationToken stop)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Lasts);
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var held = newsroom.Leases.Where(lease => lease.Name == name && (lease.Holder == holder || lease.Until < now));
        if (await held.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), stop) == 1) return true;
        if (await newsroom.Leases.AnyAsync(lease => lease.Name == name, stop)) return false;

        newsroom.Leases.Add(new() { Name = name, Holder = holder, Until = until });
        try
        {
            await newsroom.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException) { return false; }
    }
}

public sealed class LeaseRow
{
    public required string Name { get; init; }
    public required string Holder { get; init; }
    public required DateTimeOffset Until { get; init; }
}
