using System.Collections.Concurrent;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Ledger;

/// <summary>
/// Reads on at the end of the ledger for those who keep nothing on disk (the press): every entry, whoever wrote it, from the
/// moment this node started. Entries of this process were heard already when they were written.
/// </summary>
public sealed partial class Tail(IDbContextFactory<Newsroom> newsrooms, Bell bell, TimeProvider clock, ILogger<Tail> logger) : BackgroundService
{
    readonly ConcurrentDictionary<long, bool> own = [];
    readonly Bell moved = new();
    long place;

    /// <summary>Entries of this process at once; entries of others as they are read.</summary>
    public event Action<IReadOnlyList<Entry>>? Read;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        bell.Heard += HearOwn;
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancellationToken);
        place = await newsroom.Ledger.MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                await ReadOn(stoppingToken);
                await rung.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception fault)
            {
                LogFailed(fault);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Done when this node has read the ledger as far as that entry.</summary>
    public async Task Reach(long entry, CancellationToken stop)
    {
        for (var next = moved.Next; Interlocked.Read(ref place) < entry; next = moved.Next) await next.WaitAsync(stop);
    }

    async Task ReadOn(CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        await foreach (var entry in newsroom.Ledger.AsNoTracking().Where(entry => entry.Id > place).OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!own.TryRemove(entry.Id, out _)) Read?.Invoke([entry]);
            Interlocked.Exchange(ref place, entry.Id);
        }
        moved.Wake();
        // An entry may be read here before its writer has announced it: do not keep it for a second meeting that is over.
        foreach (var id in own.Keys.Where(id => id <= place)) own.TryRemove(id, out _);
    }

    void HearOwn(IReadOnlyList<Entry> entries)
    {
        Read?.Invoke(entries);
        foreach (var entry in entries) own[entry.Id] = true;
    }

    [LoggerMessage(LogLevel.Error, "Could not read on in the ledger")] partial void LogFailed(Exception fault);
}
