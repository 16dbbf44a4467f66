using Manset.Data;
using Manset.Desk.Lists;
using Manset.Wire;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Companions;

/// <summary>Items of the same event as the desk sees them: one line of the list, companions of each other.</summary>
static class Grouping
{
    const int MostTold = 500;

    extension(Newsroom newsroom)
    {
        /// <summary>
        /// A page of the wire list with each event once: where the newest item of its cluster stands, under the most urgent, of these the
        /// first that may be used. What an earlier page has shown is not shown again.
        /// </summary>
        /// <param name="asked">All that the list was asked for, on whatever page.</param>
        public async Task<List<WireRow>> Grouped(IReadOnlyList<WireRow> page, IQueryable<WireItem> asked, CancellationToken stop)
        {
            var ids = page.Select(row => row.Id).ToArray();
            var clusters = await newsroom.Companions.Where(row => ids.Contains(row.Newest) && row.Cluster != null).Select(row => row.Cluster).Distinct().ToArrayAsync(stop);
            if (clusters.Length == 0) return [.. page];

            var members = await newsroom.Companions.AsNoTracking().Where(row => clusters.Contains(row.Cluster)).Take(MostTold).ToDictionaryAsync(row => row.Newest, row => row.Cluster, stop);
            var newest = members.Keys.ToArray();
            var told = (await newsroom.Rows(asked.Where(item => newest.Contains(item.Id)), stop)).ToLookup(row => members[row.Id]);
            return [.. page.SelectMany(row => members.TryGetValue(row.Id, out var cluster) ? Line(row, [.. told[cluster]]) : [row])];
        }

        /// <summary>What was sent of the same event besides this item, and who last decided that by hand.</summary>
        public async Task<Beside> Beside(WireItem item, CancellationToken stop)
        {
            if (await newsroom.Companions.AsNoTracking().FirstOrDefaultAsync(row => row.Wire == item.Wire && row.Guid == item.Guid, stop) is not { } self) return new([], null);

            var placed = await newsroom.Placements.AsNoTracking().Where(row => row.Companion == self.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            if (self.Cluster is not { } cluster) return new([], placed);

            var others = newsroom.Companions.Where(row => row.Cluster == cluster && row.Id != self.Id).Select(row => row.Newest);
            return new(await newsroom.Rows(newsroom.WireItems.Where(other => others.Contains(other.Id)).OrderBy(other => other.Received).ThenBy(other => other.Id).Take(MostTold), stop), placed);
        }
    }

    /// <returns>The line of the whole cluster, or none when it stands higher up.</returns>
    static IEnumerable<WireRow> Line(WireRow row, List<WireRow> told)
    {
        if (told.Count < 2) return [row];
        if (told.MaxBy(other => (other.Received, other.Id))!.Id != row.Id) return [];

        var face = told.MinBy(other => (other.Status is not WireStatus.Usable, other.Urgency ?? int.MaxValue, other.Received, other.Id))!;
        return [face with { Others = [.. told.Where(other => other.Id != face.Id).OrderBy(other => other.Received).ThenBy(other => other.Id)] }];
    }
}

/// <param name="Placed">Null while only the machine has had a say.</param>
public sealed record Beside(IReadOnlyList<WireRow> Others, Placement? Placed);
