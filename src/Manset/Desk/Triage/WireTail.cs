using Manset.Data;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Triage;

/// <summary>What the ledger says of the wire after some place: which threads were touched, and by which entry last.</summary>
public sealed record WireTail(long Place, IReadOnlyList<Touched> Threads)
{
    const int AtOnce = 500;
    static readonly Act[] OfItems = [Act.Received, Act.EmbargoLifted, Act.Handled], OfStories = [Act.Filed, Act.Killed, Act.Spiked];
    static readonly Act[] Heeded = [.. OfItems, .. OfStories];

    /// <summary>Entries commit in the order of their ids, so reading up to the last one skips none.</summary>
    public static async Task<WireTail> After(long place, Newsroom newsroom, CancellationToken stop)
    {
        var last = await newsroom.End(stop);
        if (last <= place) return new(place, []);

        var entries = await newsroom.Ledger.AsNoTracking().Where(entry => entry.Id > place && entry.Id <= last && Heeded.Contains(entry.Act))
            .OrderBy(entry => entry.Id).Take(AtOnce).Select(entry => new { entry.Id, entry.Act, entry.Subject }).ToListAsync(stop);
        var (items, stories) = (Subjects(OfItems), Subjects(OfStories));
        var ofItems = await newsroom.WireItems.Where(item => items.Contains(item.Id)).Select(item => new { item.Id, item.Wire, item.Guid }).ToListAsync(stop);
        var ofStories = await newsroom.Stories.Where(story => stories.Contains(story.Id) && story.Guid != null)
            .Select(story => new { story.Id, Wire = story.Wire!, Guid = story.Guid! }).ToListAsync(stop);

        var touched = new Dictionary<(string, string), Touched>();
        foreach (var entry in entries)
        {
            if ((OfItems.Contains(entry.Act) ? ofItems : ofStories).Find(each => each.Id == entry.Subject) is not { } thing) continue;
            var fresh = entry.Act is Act.Received || touched.GetValueOrDefault((thing.Wire, thing.Guid)) is { Fresh: true };
            touched[(thing.Wire, thing.Guid)] = new(entry.Id, thing.Wire, thing.Guid, fresh);
        }
        return new(entries.Count == AtOnce ? entries[^1].Id : last, [.. touched.Values.OrderBy(each => each.Entry)]);

        long[] Subjects(Act[] acts) => [.. entries.Where(entry => acts.Contains(entry.Act)).Select(entry => entry.Subject).Distinct()];
    }
}

/// <param name="Entry">The last of the entries that touched it.</param>
public sealed record Touched(long Entry, string Wire, string Guid, bool Fresh);

static class LedgerEnd
{
    extension(Newsroom newsroom)
    {
        /// <summary>The last entry of the ledger.</summary>
        public async Task<long> End(CancellationToken stop) => await newsroom.Ledger.MaxAsync(entry => (long?)entry.Id, stop) ?? 0;
    }
}
