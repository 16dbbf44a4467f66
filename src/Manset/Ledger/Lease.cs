using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Ledger;

/// <summary>Lets one node at a time do a background task. A node that dies lets go when its time is over, and another takes up the work.</summary>
public sealed class Lease(IDbContextFactory<Newsroom> newsrooms, TimeProvider clock)
{
    static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);
    readonly Bell freed = new();
    readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Take this before asking for a lease; it is done when a node has let go of one, here or elsewhere.</summary>
    public Task NextFreed => freed.Next;

    public void Freed() => freed.Wake();

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

    /// <summary>A node that stops in peace lets the next one begin at once.</summary>
    public async Task LetGo(string name, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Leases.Where(lease => lease.Name == name && lease.Holder == holder).ExecuteDeleteAsync(stop) == 0) return;

        Freed();
        if (newsroom.Database.IsNpgsql()) await newsroom.Database.ExecuteSqlRawAsync($"notify {PostgresBell.Leases}", stop);
    }
}

public sealed class LeaseRow
{
    public required string Name { get; init; }
    public required string Holder { get; init; }
    public required DateTimeOffset Until { get; init; }
}
