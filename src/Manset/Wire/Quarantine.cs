using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>
/// Where refused documents lie. They are entered in the transaction that takes in what was good of them, so nothing is acknowledged
/// that is in neither place. Room is bounded: the bytes that have lain longest without coming again make way, the reasons stay.
/// </summary>
public sealed class Quarantine(IOptionsMonitor<Wires> wires)
{
    public const int MostDocuments = 10_000;

    /// <summary>What the caller saves; for a document that is tried again, its departure or its new faults.</summary>
    internal async Task Enter(Newsroom newsroom, string wire, IReadOnlyList<ReadDocument> documents, DateTimeOffset now, CancellationToken stop)
    {
        var refused = documents.Where(each => each.Sent.Replay is null).Select(each => (each.Sent, Faults: each.Refusals)).Where(each => each.Faults.Count > 0)
            .Select(each => (each.Sent, each.Faults, Mark: Quarantined.MarkOf(each.Sent, each.Faults))).ToList();
        var marks = refused.Select(each => each.Mark).Distinct().ToList();
        var known = marks.Count == 0 ? [] : await newsroom.Quarantine.Include(row => row.Left)
            .Where(row => row.Wire == wire && marks.Contains(row.Mark)).ToDictionaryAsync(row => row.Mark, stop);
        foreach (var (sent, faults, mark) in refused)
        {
            if (!known.TryGetValue(mark, out var row)) newsroom.Quarantine.Add(known[mark] = row = Quarantined.Of(wire, sent, mark));
            row.Come(sent, faults, now);
        }
        if (refused.Count > 0) await MakeRoom(newsroom, [.. known.Values], stop);

        foreach (var tried in documents.Where(each => each.Sent.Replay is not null))
        {
            if (await newsroom.Quarantine.Include(row => row.Left).Include(row => row.Bytes).FirstOrDefaultAsync(row => row.Id == tried.Sent.Replay!.Document, stop) is not { } row) continue;
            if (tried.Refusals.Count > 0) row.Blame(tried.Refusals);
            else row.Leave(tried.Sent.Replay!.By, why: null, now);
        }
    }

    async Task MakeRoom(Newsroom newsroom, IReadOnlyList<Quarantined> came, CancellationToken stop)
    {
        var fresh = came.Select(row => row.Id).ToHashSet();
        var over = await newsroom.Quarantine.Where(row => row.Kept > 0).SumAsync(row => row.Kept, stop) + came.Sum(row => row.Bytes?.Packed.Length ?? 0) - wires.CurrentValue.QuarantineMegabytes * 1024L * 1024;
        while (over > 0)
        {
            var oldest = await newsroom.Quarantine.Include(row => row.Bytes).Where(row => row.Kept > 0 && !fresh.Contains(row.Id)).OrderBy(row => row.LastAt).ThenBy(row => row.Id).FirstOrDefaultAsync(stop);
            // All that is left came just now: the first of it gives way too.
            oldest ??= came.FirstOrDefault(row => row.Bytes is not null);
            if (oldest is null) break;
            over -= oldest.Kept;
            fresh.Add(oldest.Id);
            oldest.Drop();
        }
        var last = await newsroom.Quarantine.OrderByDescending(row => row.Id).Skip(MostDocuments - came.Count).Select(row => (long?)row.Id).FirstOrDefaultAsync(stop);
        if (last is { } id) await newsroom.Quarantine.Where(row => row.Id <= id && !fresh.Contains(row.Id)).ExecuteDeleteAsync(stop);
    }

    /// <summary>With its bytes; null when there is none of that number.</summary>
    public static Task<Quarantined?> Find(Newsroom newsroom, long id, CancellationToken stop) =>
        newsroom.Quarantine.Include(row => row.Left).Include(row => row.Bytes).FirstOrDefaultAsync(row => row.Id == id, stop);
}
