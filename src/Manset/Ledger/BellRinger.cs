using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Manset.Ledger;

/// <summary>Rings the bell when entries have been committed, and only then: whoever is woken earlier reads what was before.</summary>
public sealed class BellRinger(Bell bell) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } newsroom) Ring(newsroom);
        return ValueTask.FromResult(result);
    }

    /// <summary>A transaction that was begun by hand ends after the saves in it.</summary>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } newsroom) Ring(newsroom);
        return Task.CompletedTask;
    }

    void Ring(DbContext newsroom)
    {
        // Entries are only ever added, once, by a context that lives for one act.
        var entries = newsroom.ChangeTracker.Entries<Entry>().Where(row => row.State is EntityState.Unchanged).Select(row => row.Entity).ToList();
        if (entries.Count == 0) return;

        bell.Ring(entries);
        foreach (var entry in entries) newsroom.Entry(entry).State = EntityState.Detached;
    }
}
