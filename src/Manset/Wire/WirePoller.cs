using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Reads every feed in its own rhythm, each by itself: one that is slow or broken holds up no other. One node at a time reads a feed.</summary>
public sealed partial class WirePoller(
    IOptionsMonitor<Wires> wires, FeedReaders readers, Intake intake, Lease lease, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock, ILogger<WirePoller> logger)
    : BackgroundService
{
    static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(30), LeaseRound = TimeSpan.FromSeconds(10), Goodbye = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(wires.CurrentValue.Lines.Where(line => line.Address is not null).Select(line => Poll(line, stoppingToken)));

    async Task Poll(WireLine line, CancellationToken stop)
    {
        var turn = $"wire:{line.Name}";
        while (!stop.IsCancellationRequested)
        {
            var (wait, held, freed) = (LeaseRound, false, lease.NextFreed);
            try
            {
                held = await lease.Hold(turn, stop);
                if (held)
                {
                    var due = await Due(line, stop) - clock.GetUtcNow();
                    wait = due > TimeSpan.Zero ? due : await Read(line, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { break; }
            catch (Exception fault) { LogFailed(fault, line.Name); }
            var pause = Task.Delay(wait < LeaseRound ? wait : LeaseRound, clock, stop);
            await Task.WhenAny(held ? [pause] : [pause, freed]);
        }
        await LetGo(turn, line);
    }

    async Task LetGo(string turn, WireLine line)
    {
        using var late = new CancellationTokenSource(Goodbye);
        try
        {
            await lease.LetGo(turn, late.Token);
        }
        // The newsroom never opened: there is nothing to let go of.
        catch (ObjectDisposedException) { }
        // Its time will be over by itself.
        catch (Exception fault) { LogFailed(fault, line.Name); }
    }

    async Task<DateTimeOffset> Due(WireLine line, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.WireStates.Where(row => row.Wire == line.Name).Select(row => (DateTimeOffset?)row.NextAt).FirstOrDefaultAsync(stop) ?? DateTimeOffset.MinValue;
    }

    /// <returns>How long to wait before the next look.</returns>
    async Task<TimeSpan> Read(WireLine line, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var state = await newsroom.WireStates.FindAsync([line.Name], stop);
        if (state is null) newsroom.WireStates.Add(state = new() { Wire = line.Name });

        var fetched = await readers.For(line).Fetch(line.Address!, new(state.EntityTag, state.LastModified), stop);
        TimeSpan? asked = null;
        switch (fetched)
        {
            case Fetched.Document document:
                var taken = await intake.Take(line, document.Bytes, document.ContentType, document.FinalAddress, line.Address!.GetLeftPart(UriPartial.Path), stop);
                foreach (var refused in taken.Where(item => item.Outcome is Outcome.Refused)) LogRefused(line.Name, refused.Said);
                var count = taken.Count(item => item.Outcome is not (Outcome.Repeat or Outcome.Refused));
                if (count > 0) LogTook(count, line.Name);
                (state.EntityTag, state.LastModified) = (document.Seen.ETag, document.Seen.LastModified);
                Heard(state, taken.FirstOrDefault(item => item.Outcome is Outcome.Refused) is { } first ? first.Said : null);
                break;
            case Fetched.Unchanged:
                // A document that could not be read is still that document; a server that could not be reached now was.
                Heard(state, state.Failures == 0 ? state.LastRefusal : null);
                break;
            case Fetched.Refused refused:
                (state.Failures, state.LastRefusal, asked) = (state.Failures + 1, refused.Reason, refused.RetryAfter);
                LogNotRead(line.Name, refused.Reason, state.Failures);
                break;
        }

        var wait = Jitter(BackOff(line.Every, state.Failures));
        // Who asks to be left alone is left alone for no less.
        if (asked > wait) wait = asked.Value * (1 + 0.1 * Random.Shared.NextDouble());
        state.NextAt = clock.GetUtcNow() + wait;
        await newsroom.SaveChangesAsync(stop);
        return wait;
    }

    void Heard(WireState state, string? refusal) => (state.Failures, state.LastRefusal, state.LastHeard) = (0, refusal, clock.GetUtcNow());

    /// <summary>Twice as long after every failure, up to half an hour.</summary>
    static TimeSpan BackOff(TimeSpan every, int failures)
    {
        var ticks = every.Ticks * Math.Pow(2, Math.Min(failures, 20));
        return ticks < LongestBackOff.Ticks ? TimeSpan.FromTicks((long)ticks) : every > LongestBackOff ? every : LongestBackOff;
    }

    /// <summary>A tenth more or less, so that many readers of one agency do not come in step.</summary>
    static TimeSpan Jitter(TimeSpan wait) => wait * (0.9 + 0.2 * Random.Shared.NextDouble());

    [LoggerMessage(LogLevel.Information, "Took {Count} items from wire {Wire}")] partial void LogTook(int count, string wire);
    [LoggerMessage(LogLevel.Warning, "Wire {Wire} sent what could not be read, {Reason}")] partial void LogRefused(string wire, string? reason);
    [LoggerMessage(LogLevel.Warning, "Wire {Wire} could not be read ({Failures} times in a row): {Reason}")] partial void LogNotRead(string wire, string reason, int failures);
    [LoggerMessage(LogLevel.Error, "Wire {Wire} failed")] partial void LogFailed(Exception fault, string wire);
}
