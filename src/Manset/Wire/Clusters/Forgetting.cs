using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire.Clusters;

/// <summary>What was kept to find an item by goes with it; a cluster goes with its last item.</summary>
static class Forgetting
{
    extension(Newsroom newsroom)
    {
        /// <summary>The caller saves.</summary>
        public async Task ForgetCompanions(string wire, IReadOnlyList<string> guids, CancellationToken stop)
        {
            var companions = await newsroom.Companions.Where(row => row.Wire == wire && guids.Contains(row.Guid)).ToListAsync(stop);
            var ids = companions.Select(row => row.Id).ToArray();
            foreach (var companion in companions)
            {
                var (id, day, marks) = (companion.Id, companion.Day, companion.Traits.Marks.ToArray());
                newsroom.WireMarks.RemoveRange(await newsroom.WireMarks.Where(row => row.Day == day && marks.Contains(row.Mark) && row.Companion == id).ToListAsync(stop));
            }
            var (all, placements) = (newsroom.Companions, newsroom.Placements);
            var clusters = companions.Select(row => row.Cluster).Distinct().ToArray();
            newsroom.Placements.RemoveRange(await newsroom.Placements.Where(row => ids.Contains(row.Companion)).ToListAsync(stop));
            newsroom.Companions.RemoveRange(companions);
            newsroom.Clusters.RemoveRange(await newsroom.Clusters.Where(cluster => clusters.Contains(cluster.Id)
                && !all.Any(row => row.Cluster == cluster.Id && !ids.Contains(row.Id))
                && !placements.Any(row => row.Cluster == cluster.Id && !ids.Contains(row.Companion))).ToListAsync(stop));
        }
    }
}
