using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Asks every source in its own rhythm, each by itself: one that is slow or broken holds up no other. One node at a time asks.</summary>
public sealed partial class WirePoller(
    IOptionsMonitor<Wires> wires, WireSources sources, Lease lease, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock, ILogger<WirePoller> logger)
    : BackgroundService
{
    static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(30), LeaseRound = TimeSpan.FromSeconds(10), Goodbye = TimeSpan.FromSeconds(3);

    /// <summary>Lines of one account are let go of together.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(wires.CurrentValue.Lines.Select(line => (Line: line, Source: sources.Of(line)!)).Where(each => each.Source is not null)
            .GroupBy(each => each.Source.Turn)
            .Select(async turn =>
            {
                await Task.WhenAll(turn.Select(each => Poll(each.Line, each.Source, stoppingToken)));
                await LetGo(turn.Key, turn.First().Line);
            }));

    async Task Poll(WireLine line, WireSource source, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (wait, held, freed) = (LeaseRound, false, lease.NextFreed);
            try
            {
                held = await lease.Hold(source.Turn, stop);
                if (held)
                {
                    var due = await Due(line, stop) - clock.GetUtcNow();
                    wait = due > TimeSpan.Zero ? due : await Ask(line, source, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { break; }
            catch (Exception fault) { LogFailed(fault, line.Name); }
            var pause = Task.Delay(wait < LeaseRound ? wait : LeaseRound, clock, stop);
            await Task.WhenAny(held ? [pause] : [pause, freed]);
        }
    }

    /// <summary>A look may last longer than a lease: it is held on to, and the look ends where it is lost.</summary>
    async Task<Look> WhileHeld(WireSource source, WireState state, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var looking = source.Look(state, lost.Token);
        try
        {
            while (!looking.IsCompleted)
            {
                using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
                await Task.WhenAny(looking, Task.Delay(LeaseRound, clock, round.Token));
                await round.CancelAsync();
                if (!looking.IsCompleted && !await lease.Hold(source.Turn, CancellationToken.None)) await lost.CancelAsync();
            }
        }
        // Whoever cannot tell whether the lease is still held does not go on.
        catch (System.Data.Common.DbException) { await lost.CancelAsync(); }
        return await looking;
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
    async Task<TimeSpan> Ask(WireLine line, WireSource source, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var state = await newsroom.WireStates.FindAsync([line.Name], stop);
        if (state is null) newsroom.WireStates.Add(state = new() { Wire = line.Name });

        var look = await WhileHeld(source, state, stop);
        if (look.Taken > 0) LogTook(look.Taken, line.Name);
        (state.Failures, state.LastRefusal) = (look.Heard ? 0 : state.Failures + 1, look.Refusal);
        if (look.Heard) state.LastHeard = clock.GetUtcNow();
        if (look.Refusal is { } reason && look.Heard) LogRefused(line.Name, reason);
        else if (look.Refusal is { } silence) LogNotRead(line.Name, silence, state.Failures);

        var wait = Jitter(BackOff(line.Every, state.Failures));
        // Who asks to be left alone is left alone for no less.
        if (look.Wait > wait) wait = look.Wait.Value * (1 + 0.1 * Random.Shared.NextDouble());
        state.NextAt = clock.GetUtcNow() + wait;
        await newsroom.SaveChangesAsync(stop);
        return wait;
    }

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
