using Manset.Data;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Recall;

/// <summary>
/// Asks every place that was written down whether it still shows a withdrawn story, again and again until it no longer does, and
/// alarms the desk meanwhile. Any node may ask: the one that is first keeps its answer.
/// </summary>
public sealed partial class RecallRun(
    IEnumerable<ISurface> surfaces, Tail tail, Bell bell, IDbContextFactory<Newsroom> newsrooms, Paper paper, IHostApplicationLifetime life, TimeProvider clock,
    ILogger<RecallRun> logger) : BackgroundService
{
    /// <summary>The ledger's name for what this program found by itself.</summary>
    public const string By = "recall";
    const int AtOnce = 200;
    /// <summary>The desk has seen the alarm and the place still shows the story: after this many more looks it is alarmed again.</summary>
    const int AlarmedAgain = 60;
    static readonly TimeSpan Longest = TimeSpan.FromHours(1), Breath = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, ISurface> byName = surfaces.ToDictionary(surface => surface.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Opened(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (rung, wait) = (bell.Next, Breath);
            try
            {
                wait = await AskAll(stoppingToken) is { } next ? next - clock.GetUtcNow() : Longest;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            // Another node asked in the same moment.
            catch (DbUpdateConcurrencyException) { continue; }
            catch (Exception fault) { LogFailed(fault); }
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(rung.WaitAsync(either.Token), Task.Delay(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks)), clock, either.Token));
            await either.CancelAsync();
        }
    }

    /// <summary>Who asks from outside waits until the door is open.</summary>
    async Task Opened(CancellationToken stop)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>When somebody is to be asked next; null when nobody is.</returns>
    async Task<DateTimeOffset?> AskAll(CancellationToken stop)
    {
        while (true)
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            var now = clock.GetUtcNow();
            var late = now + Receipt.LongestWait;
            var open = newsroom.Receipts.Where(receipt => receipt.NextAt <= now || receipt.NextAt > late);
            if (await open.OrderBy(receipt => receipt.NextAt).ThenBy(receipt => receipt.Id).FirstOrDefaultAsync(stop) is not { } first)
                return await newsroom.Receipts.MinAsync(receipt => receipt.NextAt, stop);

            var due = await open.Where(receipt => receipt.Entry == first.Entry).OrderBy(receipt => receipt.Id).Take(AtOnce).ToListAsync(stop);
            await Ask(newsroom, first.StoryId, first.Entry, due, stop);
        }
    }

    async Task Ask(Newsroom newsroom, long id, long entry, List<Receipt> due, CancellationToken stop)
    {
        // This node's own pages are fresh once it has read of the withdrawal.
        await tail.Reach(entry, stop);
        var story = await newsroom.WithdrawnStory(paper, id, clock.GetUtcNow(), stop);
        foreach (var receipt in due)
        {
            if (story is null) receipt.Lapse();
            else receipt.Hear(await Look(story, receipt, stop), clock.GetUtcNow());
        }
        var now = clock.GetUtcNow();
        await AlarmDesk(newsroom, id, due, now, stop);
        var others = await newsroom.Receipts.AnyAsync(receipt => receipt.Entry == entry && receipt.NextAt != null && !due.Contains(receipt), stop);
        if (story is not null && !others && due.TrueForAll(receipt => receipt.GoneAt is not null))
            newsroom.Ledger.Add(Entry.Of(Act.Recalled, id, By, now, story.Edition.Code, ("entry", FormattableString.Invariant($"{entry}"))));
        await newsroom.SaveChangesAsync(stop);
    }

    /// <summary>A surface that cannot be asked has not let go.</summary>
    async Task<Sighting> Look(Withdrawn story, Receipt receipt, CancellationToken stop)
    {
        if (!byName.TryGetValue(receipt.Surface, out var surface)) return new(true, Sighting.NoSurface);
        try
        {
            return await surface.Look(story, receipt.Place, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogUnanswered(fault, receipt.Surface, receipt.Place);
            return new(false, fault.GetBaseException().Message);
        }
    }

    async Task AlarmDesk(Newsroom newsroom, long story, List<Receipt> asked, DateTimeOffset now, CancellationToken stop)
    {
        if (asked.Find(receipt => receipt.IsRed && receipt.Asked % AlarmedAgain == 1) is not { } red) return;
        if (await newsroom.Alarms.Standing.AnyAsync(alarm => alarm.StoryId == story && alarm.Cause == AlarmCause.StillShown, stop)) return;

        newsroom.Alarms.Add(Alarm.Of(AlarmCause.StillShown, story, red.Surface, red.Place, now));
        LogStillShown(story, red.Surface, red.Place, red.Seen);
    }

    [LoggerMessage(LogLevel.Error, "Withdrawn story {Story} is still on {Surface} at {Place}: {Seen}")] partial void LogStillShown(long story, string surface, string place, string? seen);
    [LoggerMessage(LogLevel.Error, "Surface {Surface} could not be asked for {Place}")] partial void LogUnanswered(Exception fault, string surface, string place);
    [LoggerMessage(LogLevel.Error, "Surfaces could not be asked")] partial void LogFailed(Exception fault);
}
