using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Manset.Ledger;

/// <summary>Rings the bell when entries have been committed, and only then.</summary>
public sealed class BellRinger(Bell bell) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Entries are only ever added, once, by a context that lives for one act.
        if (eventData.Context is { } newsroom)
        {
            var entries = newsroom.ChangeTracker.Entries<Entry>().Where(row => row.State is EntityState.Unchanged).Select(row => row.Entity).ToList();
            if (entries.Count > 0)
            {
                bell.Ring(entries);
                foreach (var entry in entries) newsroom.Entry(entry).State = EntityState.Detached;
            }
        }
        return ValueTask.FromResult(result);
    }
}
