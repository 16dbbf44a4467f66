using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>
/// Enters the moment when an embargo ends. The gate opens by the clock alone; this only tells those who follow, on whichever
/// node comes first: the mark on the item lets one through.
/// </summary>
public sealed partial class EmbargoClock(IDbContextFactory<Newsroom> newsrooms, Bell bell, TimeProvider clock, ILogger<EmbargoClock> logger) : BackgroundService
{
    /// <summary>A clock that is set forward wakes nobody: so it is looked at this often.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                var wait = await Lift(stoppingToken) - clock.GetUtcNow();
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(rung.WaitAsync(either.Token), Task.Delay(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks)), clock, either.Token));
                await either.CancelAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (DbUpdateConcurrencyException) { }
            catch (Exception fault)
            {
                LogFailed(fault);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>When the next embargo ends, or the longest wait from now.</returns>
    async Task<DateTimeOffset> Lift(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        foreach (var item in await newsroom.WireItems.Where(item => item.Embargo != null && !item.EmbargoLifted && item.Embargo <= now).ToListAsync(stop))
        {
            item.LiftEmbargo();
            newsroom.Ledger.Add(Entry.Of(Act.EmbargoLifted, item.Id, item.Wire, now, item.Edition));
        }
        await newsroom.SaveChangesAsync(stop);
        return await newsroom.WireItems.Where(item => item.Embargo > now && !item.EmbargoLifted).MinAsync(item => item.Embargo, stop) ?? now + Longest;
    }

    [LoggerMessage(LogLevel.Error, "Could not lift embargoes")] partial void LogFailed(Exception fault);
}
