using System.Globalization;
using System.Runtime.CompilerServices;
using Manset.Data;
using Manset.Ledger;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>How much of a wire is past its time.</summary>
public sealed record Expired(string Wire, int Items, int Deliveries);

/// <summary>Which of these guids a story was made from; the part of the program that keeps stories answers.</summary>
public delegate Task<IReadOnlyList<string>> Storied(Newsroom newsroom, string wire, IReadOnlyList<string> guids, CancellationToken stop);

/// <summary>
/// Lets go of what a wire has kept past its time (<see cref="WireLine.KeepFor"/>): items with all their takes and what was made of them for
/// finding companions, then the raw deliveries that nothing refers to any more. Never an item that a story was made from, nor one under
/// embargo, nor a part of its takes: as long as one of them is young, all stay. Few at a time, so that no writer waits long.
/// </summary>
public sealed partial class Retention(IDbContextFactory<Newsroom> newsrooms, IEnumerable<Follower> followers, IOptionsMonitor<Wires> wires, Storied storied, TimeProvider clock, ILogger<Retention> logger)
{
    const int DeliveriesAtOnce = 50, ThreadsAtOnce = 50;

    /// <summary>Lets go of all that is due now.</summary>
    /// <param name="mayGoOn">Asked before every few: is it still this node's turn?</param>
    public async Task<IReadOnlyList<Expired>> LetGo(Func<Task<bool>> mayGoOn, CancellationToken stop)
    {
        var gone = new List<Expired>();
        foreach (var line in Limited)
        {
            var (items, deliveries) = (0, 0);
            await foreach (var batch in Old(line, stop))
            {
                if (!await mayGoOn()) break;
                items += await Sum(Threads(line.Name, batch, stop), thread => Remove(line.Name, thread, stop));
                deliveries += await LetGo(batch, stop);
            }
            if (items + deliveries > 0) LogGone(line.Name, items, deliveries);
            gone.Add(new(line.Name, items, deliveries));
        }
        return gone;
    }

    /// <summary>What would go, without touching it.</summary>
    public async Task<IReadOnlyList<Expired>> Foresee(CancellationToken stop)
    {
        var due = new List<Expired>();
        foreach (var line in Limited)
        {
            var (items, deliveries) = (0, 0);
            await foreach (var batch in Old(line, stop))
            {
                var going = new List<string>();
                await foreach (var guids in Threads(line.Name, batch, stop)) going.AddRange(guids);
                await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
                var all = newsroom.WireItems;
                items += await all.CountAsync(item => item.Wire == line.Name && going.Contains(item.Guid) && batch.Deliveries.Contains(item.Delivery), stop);
                deliveries += await newsroom.Deliveries.CountAsync(row => batch.Deliveries.Contains(row.Id) && !all.Any(item => item.Delivery == row.Id && !going.Contains(item.Guid)), stop);
            }
            due.Add(new(line.Name, items, deliveries));
        }
        return due;
    }

    IEnumerable<WireLine> Limited => wires.CurrentValue.Lines.Where(line => line.KeepFor is not null);

    sealed record Batch(long[] Deliveries, DateTimeOffset Until);

    /// <summary>A wire's deliveries that are past their time, the oldest first, a few at a time.</summary>
    async IAsyncEnumerable<Batch> Old(WireLine line, [EnumeratorCancellation] CancellationToken stop)
    {
        var (until, at, id) = (await Until(clock.GetUtcNow() - line.KeepFor!.Value, stop), DateTimeOffset.UnixEpoch, 0L);
        while (true)
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            var old = await newsroom.Deliveries.Where(row => row.Wire == line.Name && row.At < until && (row.At > at || (row.At == at && row.Id > id)))
                .OrderBy(row => row.At).ThenBy(row => row.Id).Take(DeliveriesAtOnce).Select(row => new { row.Id, row.At }).ToListAsync(stop);
            if (old.Count == 0) yield break;

            (at, id) = (old[^1].At, old[^1].Id);
            yield return new([.. old.Select(row => row.Id)], until);
        }
    }

    /// <summary>What a follower has not met yet is not old, whatever its hour.</summary>
    async Task<DateTimeOffset> Until(DateTimeOffset until, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        foreach (var follower in followers)
        {
            var place = await newsroom.Places.Where(row => row.Follower == follower.Name).Select(row => row.Entry).FirstOrDefaultAsync(stop);
            var heeded = Enum.GetValues<Act>().Where(follower.Heeds).ToArray();
            var waiting = await newsroom.Ledger.Where(entry => entry.Id > place && heeded.Contains(entry.Act)).OrderBy(entry => entry.Id).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(stop);
            if (waiting < until) until = waiting.Value;
        }
        return until;
    }

    /// <summary>The items of these deliveries that may go, a few at a time.</summary>
    async IAsyncEnumerable<string[]> Threads(string wire, Batch batch, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = ""; ;)
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            var guids = await newsroom.WireItems.Where(item => batch.Deliveries.Contains(item.Delivery) && item.Guid.CompareTo(after) > 0)
                .Select(item => item.Guid).Distinct().OrderBy(guid => guid).Take(ThreadsAtOnce).ToListAsync(stop);
            if (guids.Count == 0) yield break;

            after = guids[^1];
            var now = clock.GetUtcNow();
            var free = guids.Except(await storied(newsroom, wire, guids, stop)).ToArray();
            var held = await newsroom.WireItems
                .Where(item => item.Wire == wire && free.Contains(item.Guid) && (item.Received >= batch.Until || item.Embargo > now || (item.Embargo != null && !item.EmbargoLifted)))
                .Select(item => item.Guid).Distinct().ToListAsync(stop);
            if (free.Except(held).ToArray() is { Length: > 0 } going) yield return going;
        }
    }

    /// <summary>All takes of these items and all that hangs on them, in one transaction.</summary>
    async Task<int> Remove(string wire, string[] guids, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var items = await newsroom.WireItems.Where(item => item.Wire == wire && guids.Contains(item.Guid)).OrderBy(item => item.Id).ToListAsync(stop);
        var ids = items.Select(item => item.Id).ToArray();
        await newsroom.ForgetCompanions(wire, guids, stop);
        newsroom.LatePictures.RemoveRange(await newsroom.LatePictures.Where(row => ids.Contains(row.WireItem)).ToListAsync(stop));
        newsroom.WireItems.RemoveRange(items);
        newsroom.Ledger.Add(Entry.Of(Act.Cleared, ids[^1], wire, clock.GetUtcNow(), null, ("items", items.Count.ToString(CultureInfo.InvariantCulture))));
        await newsroom.SaveChangesAsync(stop);
        return items.Count;
    }

    async Task<int> LetGo(Batch batch, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var items = newsroom.WireItems;
        return await newsroom.Deliveries.Where(row => batch.Deliveries.Contains(row.Id) && !items.Any(item => item.Delivery == row.Id)).ExecuteDeleteAsync(stop);
    }

    static async Task<int> Sum(IAsyncEnumerable<string[]> threads, Func<string[], Task<int>> remove)
    {
        var sum = 0;
        await foreach (var guids in threads) sum += await remove(guids);
        return sum;
    }

    [LoggerMessage(LogLevel.Information, "Wire {Wire} let go of {Items} items and {Deliveries} deliveries past their time")] partial void LogGone(string wire, int items, int deliveries);
}
