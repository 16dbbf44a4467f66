using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Takes in again what lies in quarantine, by the same way as it came. What is accepted leaves; what is not stays, with what is wrong with it now.</summary>
public sealed class Readmission(Intake intake, IOptionsMonitor<Wires> wires, IDbContextFactory<Newsroom> newsrooms)
{
    /// <returns>What became of its items; null when it is not there, or its bytes are not.</returns>
    public async Task<IReadOnlyList<Taken>?> Try(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await Quarantine.Find(newsroom, id, stop) is not { Bytes: not null } document) return null;

        return (await intake.Take(wires.CurrentValue.Named(document.Wire), [document.Again(by)], stop))[0];
    }

    /// <summary>Those that can be tried, in the order in which they first came.</summary>
    public async Task<IReadOnlyList<long>> Waiting(string? wire, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Quarantine.Where(row => row.Kept > 0 && (wire == null || row.Wire == wire)).OrderBy(row => row.FirstAt).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(stop);
    }
}
