using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>A feed that has brought nothing for longer than it may.</summary>
/// <param name="Since">When it last brought something; null when it never did.</param>
/// <param name="Refusal">Why it could not be read the last time, when it could not.</param>
public sealed record Silent(string Wire, TimeSpan After, DateTimeOffset? Since, string? Refusal);

/// <summary>Which feeds are silent. Nothing is kept of it: an alarm stands as long as it is true, and ends when the feed speaks.</summary>
public sealed class Silences(IDbContextFactory<Newsroom> newsrooms, IOptionsMonitor<Wires> wires, TimeProvider clock)
{
    /// <summary>A feed that never brought anything has from here.</summary>
    readonly DateTimeOffset opened = clock.GetUtcNow();

    public async Task<IReadOnlyList<Silent>> Standing(CancellationToken stop = default)
    {
        var watched = wires.CurrentValue.Lines.Where(line => line.SilentAfter is not null).ToList();
        if (watched.Count == 0) return [];

        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var (now, silent) = (clock.GetUtcNow(), new List<Silent>());
        foreach (var line in watched)
        {
            var since = await newsroom.WireItems.Where(item => item.Wire == line.Name).MaxAsync(item => (DateTimeOffset?)item.Received, stop);
            if (now - (since ?? opened) < line.SilentAfter) continue;
            var refusal = await newsroom.WireStates.Where(state => state.Wire == line.Name).Select(state => state.LastRefusal).FirstOrDefaultAsync(stop);
            silent.Add(new(line.Name, line.SilentAfter!.Value, since, refusal));
        }
        return silent;
    }
}
