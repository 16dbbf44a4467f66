using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

/// <summary>
/// Enters the moment when the licence of a published story runs out. The gate closes by the clock alone; this only tells those who
/// follow, on whichever node comes first: the mark on the story lets one through.
/// </summary>
public sealed partial class LicenceClock(IDbContextFactory<Newsroom> newsrooms, Bell bell, TimeProvider clock, ILogger<LicenceClock> logger) : BackgroundService
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    const string By = "licence";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                var wait = await Lapse(stoppingToken) - clock.GetUtcNow();
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

    /// <returns>When the next licence runs out, or an hour from now.</returns>
    async Task<DateTimeOffset> Lapse(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        foreach (var story in await newsroom.Stories.Include(story => story.Killed).Where(story => story.Expires != null && !story.Lapsed && story.Expires <= now).ToListAsync(stop))
        {
            story.Lapse();
            if (story is { Live: not null, Killed: null }) newsroom.Ledger.Add(StoryEntries.Of(Act.Lapsed, story, By, now));
        }
        await newsroom.SaveChangesAsync(stop);
        return await newsroom.Stories.Where(story => story.Expires > now && !story.Lapsed).MinAsync(story => story.Expires, stop) ?? now + Longest;
    }

    [LoggerMessage(LogLevel.Error, "Could not enter that licences ran out")] partial void LogFailed(Exception fault);
}
