using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire.Clusters;

/// <summary>
/// Follows what the wires receive and sets each item beside those that tell of the same event. What it reads and writes for an item
/// is bounded however many there are: some sixty marks, looked up by the day, and what more items hold than is telling is not kept.
/// The same ledger gives the same clusters on either database.
/// </summary>
public sealed class Clustering : Follower
{
    /// <summary>What so many items of a day speak of tells none from another.</summary>
    public const int MostHolders = 60;
    const int MostCandidates = 40, MostSwept = 400, SoManyItems = 1000;
    const string By = "clusters";

    public override string Name => "clusters";

    public override bool Heeds(Act act) => act is Act.Received;

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        if (await newsroom.WireItems.FindAsync([entry.Subject], stop) is not { Newest: true, Kind: ItemKind.Text or ItemKind.Picture } item) return;


        var companion = await newsroom.Companion(item.Wire, item.Guid, stop);
        var kept = companion is null ? [] : await Kept(companion, newsroom, stop);
        if (companion is null) newsroom.Companions.Add(companion = Companion.Of(item));
        else companion.Renew(item);

        var (traits, day) = (companion.Traits, companion.Day);
        var held = await Held(traits, day, newsroom, stop);
        Keep(companion, traits, kept, held, newsroom);
        await Sweep(day, newsroom, stop);
        if (!companion.Withdrawn && companion.Cluster is null && !await newsroom.Placements.AnyAsync(row => row.Companion == companion.Id, stop))
            await Place(companion, traits, held, entry, newsroom, stop);
    }

    /// <summary>Who in the days around holds which of its marks.</summary>
    static async Task<List<WireMark>> Held(Traits traits, int day, Newsroom newsroom, CancellationToken stop)
    {
        var days = Enumerable.Range(day - Cluster.StaysOpen.Days, 2 * Cluster.StaysOpen.Days + 1).ToArray();
        var marks = traits.Marks.ToArray();
        return await newsroom.WireMarks.AsNoTracking().Where(row => days.Contains(row.Day) && marks.Contains(row.Mark)).ToListAsync(stop);
    }

    /// <summary>The marks that earlier takes left.</summary>
    static Task<List<WireMark>> Kept(Companion companion, Newsroom newsroom, CancellationToken stop)
    {
        var (id, day, marks) = (companion.Id, companion.Day, companion.Traits.Marks.ToArray());
        return newsroom.WireMarks.Where(row => row.Day == day && marks.Contains(row.Mark) && row.Companion == id).ToListAsync(stop);
    }

    static void Keep(Companion companion, Traits traits, List<WireMark> kept, List<WireMark> held, Newsroom newsroom)
    {
        var today = held.Where(row => row.Day == companion.Day).CountBy(row => row.Mark).ToDictionary();
        newsroom.WireMarks.RemoveRange(kept.ExceptBy(traits.Marks, row => row.Mark));
        newsroom.WireMarks.AddRange(traits.Marks.Except(kept.Select(row => row.Mark)).Where(mark => today.GetValueOrDefault(mark) < MostHolders)
            .Select(mark => new WireMark { Day = companion.Day, Mark = mark, Companion = companion.Id }));
    }

    /// <summary>Days that no new item looks back to.</summary>
    static async Task Sweep(int day, Newsroom newsroom, CancellationToken stop)
    {
        var past = day - 2 * Cluster.StaysOpen.Days;
        newsroom.WireMarks.RemoveRange(await newsroom.WireMarks.Where(row => row.Day < past).OrderBy(row => row.Day).ThenBy(row => row.Mark).Take(MostSwept).ToListAsync(stop));
    }

    static async Task Place(Companion companion, Traits traits, List<WireMark> held, Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        var near = held.Where(row => row.Companion != companion.Id).CountBy(row => row.Companion).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Take(MostCandidates).Select(pair => pair.Key).ToArray();
        if (near.Length == 0) return;

        var holders = held.CountBy(row => row.Mark).ToDictionary();
        var items = await Around(companion.At, newsroom, stop);
        var candidates = await newsroom.Companions.Where(row => near.Contains(row.Id) && !row.Withdrawn).ToListAsync(stop);
        candidates.RemoveAll(other => (other.At - companion.At).Duration() > Cluster.StaysOpen);
        var alike = candidates
            .Select(other => (Other: other, Likeness: Likeness.Of(traits, other.Traits, companion.At - other.At, term => holders.GetValueOrDefault(term.Mark) + 1, items + 1)))
            .Where(pair => pair.Likeness.IsSame).OrderByDescending(pair => pair.Likeness.Degree).ThenBy(pair => pair.Other.Id);
        foreach (var (other, _) in alike)
        {
            if (await ClusterOf(other, newsroom, stop) is not { } cluster || !cluster.IsOpen(companion.At)) continue;

            companion.Join(cluster);
            newsroom.Ledger.Add(Entry.Of(Act.Clustered, companion.Newest, By, entry.At, entry.Edition));
            return;
        }
    }

    /// <summary>The cluster it is in, or a new one that begins with it; null where a person has taken it out.</summary>
    static async Task<Cluster?> ClusterOf(Companion companion, Newsroom newsroom, CancellationToken stop)
    {
        if (companion.Cluster is { } id) return await newsroom.Clusters.FindAsync([id], stop);
        if (await newsroom.Placements.AnyAsync(row => row.Companion == companion.Id, stop)) return null;

        var cluster = new Cluster { Since = companion.At };
        newsroom.Clusters.Add(cluster);
        companion.Join(cluster);
        return cluster;
    }

    /// <summary>How many items those days have, as far as it matters.</summary>
    static Task<int> Around(DateTimeOffset at, Newsroom newsroom, CancellationToken stop)
    {
        var (from, to) = (at - Cluster.StaysOpen, at + Cluster.StaysOpen);
        return newsroom.Companions.Where(row => row.At >= from && row.At <= to).Take(SoManyItems).CountAsync(stop);
    }
}
