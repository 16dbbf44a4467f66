using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Ledger;

/// <summary>Leads every follower along the ledger, each at its own pace.</summary>
public sealed partial class FollowerRun(
    IEnumerable<Follower> followers, IDbContextFactory<Newsroom> newsrooms, Bell bell, TimeProvider clock, ILogger<FollowerRun> logger)
    : BackgroundService
{
    const int Tries = 5, AtOnce = 200;
    /// <summary>How many entries that do not concern it a follower may pass before it saves its place all the same.</summary>
    const long FarBehind = 10_000;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(followers.Select(follower => Lead(follower, stoppingToken)));

    async Task Lead(Follower follower, CancellationToken stop)
    {
        var passed = 0L;
        while (!stop.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                if (await Step(follower, passed, stop) is { } reached)
                {
                    passed = reached;
                    continue;
                }
                await rung.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
            catch (DbUpdateConcurrencyException) { LogOvertaken(follower.Name); }
            catch (Exception fault)
            {
                LogFailed(fault, follower.Name);
                await Stumble(follower, stop);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Reads to the next entry that concerns the follower: one entry, one transaction.</summary>
    /// <param name="passed">How far it has read beyond its place without meeting one.</param>
    /// <returns>How far it has read now; null at the end of the ledger.</returns>
    async Task<long?> Step(Follower follower, long passed, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var place = await PlaceOf(follower, newsroom, stop);
        // Where nodes follow side by side, the one that is overtaken undoes all it did, what it wrote past EF Core too.
        await using var transaction = newsroom.Database.IsNpgsql() ? await newsroom.Database.BeginTransactionAsync(stop) : null;
        var from = Math.Max(passed, place.Entry);
        var ahead = await newsroom.Ledger.AsNoTracking().Where(entry => entry.Id > from).OrderBy(entry => entry.Id).Take(AtOnce).ToListAsync(stop);
        if (ahead.Count == 0) return null;

        var entry = ahead.Find(entry => follower.Heeds(entry.Act));
        var reached = entry?.Id ?? ahead[^1].Id;
        if (entry is null && reached - place.Entry < FarBehind) return reached;

        if (entry is not null && place.Failures < Tries) await follower.Follow(entry, newsroom, stop);
        else if (entry is not null) LogPassedOver(follower.Name, entry.Id);

        place.Entry = reached;
        place.Failures = 0;
        await newsroom.SaveChangesAsync(stop);
        if (transaction is not null) await transaction.CommitAsync(CancellationToken.None);
        return reached;
    }

    /// <summary>An entry that fails again and again must not stop all that comes after it.</summary>
    async Task Stumble(Follower follower, CancellationToken stop)
    {
        try
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            (await PlaceOf(follower, newsroom, stop)).Failures++;
            await newsroom.SaveChangesAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException) { LogFailed(fault, follower.Name); }
        catch (OperationCanceledException) { }
    }

    static async Task<Place> PlaceOf(Follower follower, Newsroom newsroom, CancellationToken stop)
    {
        if (await newsroom.Places.FindAsync([follower.Name], stop) is { } place) return place;

        // Two nodes may both come first.
        await newsroom.Database.ExecuteSqlAsync($"insert into places (follower, entry, failures) values ({follower.Name}, 0, 0) on conflict do nothing", stop);
        return (await newsroom.Places.FindAsync([follower.Name], stop))!;
    }

    [LoggerMessage(LogLevel.Error, "Follower {Follower} failed")] partial void LogFailed(Exception fault, string follower);
    [LoggerMessage(LogLevel.Error, "Follower {Follower} passed over entry {Entry} after repeated failures")] partial void LogPassedOver(string follower, long entry);
    [LoggerMessage(LogLevel.Debug, "Follower {Follower} was overtaken on another node")] partial void LogOvertaken(string follower);
}
