using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>A picture that did not come with its item and is asked for again.</summary>
public sealed class LatePicture
{
    static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    /// <summary>The last one comes about an hour after the item.</summary>
    const int MostTries = 6;

    LatePicture() { }

    public long WireItem { get; private set; }
    public string Address { get; private set; } = "";
    public int Tries { get; private set; }
    public DateTimeOffset NextAt { get; private set; }

    public bool IsGivenUp => Tries >= MostTries;

    public static LatePicture Of(WireItem item, Uri address, DateTimeOffset now) => new() { WireItem = item.Id, Address = address.ToString(), NextAt = now + FirstWait };

    /// <summary>Twice as long as before.</summary>
    public void Wait(DateTimeOffset now) => NextAt = now + FirstWait * Math.Pow(2, ++Tries);
}

/// <summary>Asks again for what did not come, ever less often and not for ever, whatever restarts in between. One node at a time does.</summary>
public sealed partial class LatePictures(
    IOptionsMonitor<Wires> wires, PictureDesk desk, Lease lease, Bell bell, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock, ILogger<LatePictures> logger)
    : BackgroundService
{
    const string Turn = "late-pictures";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Round = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromHours(1), Goodbye = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (rung, wait) = (bell.Next, Round);
            try
            {
                var due = await NextDue(stoppingToken) - clock.GetUtcNow();
                if (due > TimeSpan.Zero) wait = due.Value < Longest ? due.Value : Longest;
                else if (due is null) wait = Longest;
                else if (await lease.Hold(Turn, stoppingToken) && await Ask(stoppingToken)) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            catch (Exception fault) { LogFailed(fault); }
            // Only an item that came can bring the next hour nearer.
            var pause = Task.Delay(wait, clock, stoppingToken);
            await Task.WhenAny(wait == Round ? [pause] : [pause, rung]);
        }
        await LetGo();
    }

    async Task<DateTimeOffset?> NextDue(CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.LatePictures.MinAsync(late => (DateTimeOffset?)late.NextAt, stop);
    }

    /// <summary>Asks for the one that has been due longest.</summary>
    /// <returns>Was there one?</returns>
    async Task<bool> Ask(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var elsewhere = await AskedElsewhere(stop);
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.LatePictures.Where(late => late.NextAt <= now && !newsroom.Set<WireItem>().Any(item => item.Id == late.WireItem && elsewhere.Contains(item.Wire)))
            .OrderBy(late => late.NextAt).FirstOrDefaultAsync(stop) is not { } late) return false;

        var item = await newsroom.WireItems.FindAsync([late.WireItem], stop);
        if (item is null or { Newest: false } or { IsWithdrawn: true }) newsroom.LatePictures.Remove(late);
        else await Ask(newsroom, item, late, stop);
        await newsroom.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Wires of an account that another node asks at this time: two would come too often.</summary>
    async Task<IReadOnlyList<string>> AskedElsewhere(CancellationToken stop)
    {
        var elsewhere = new List<string>();
        foreach (var account in wires.CurrentValue.Lines.Where(line => line.Account is not null).GroupBy(line => line.Account!))
            if (!await lease.Hold(account.Key, stop)) elsewhere.AddRange(account.Select(line => line.Name));
        return elsewhere;
    }

    async Task Ask(Newsroom newsroom, WireItem item, LatePicture late, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var brought = await desk.Fetch(wires.CurrentValue.Named(item.Wire), new Uri(late.Address), either.Token);
        stop.ThrowIfCancellationRequested();

        var now = clock.GetUtcNow();
        late.Wait(now);
        if (brought.Id is { } id)
        {
            item.Illustrate(late.Address, id);
            newsroom.Ledger.Add(Entry.Of(Act.PictureCame, item.Id, item.Wire, now, item.Edition));
            LogCame(item.Wire, item.Id);
        }
        else if (late.IsGivenUp) LogGivenUp(item.Wire, item.Id);
        if (brought.Id is not null || !brought.MayCome || late.IsGivenUp) newsroom.LatePictures.Remove(late);
    }

    async Task LetGo()
    {
        using var hurry = new CancellationTokenSource(Goodbye);
        try
        {
            await lease.LetGo(Turn, hurry.Token);
        }
        // The newsroom never opened: there is nothing to let go of.
        catch (ObjectDisposedException) { }
        // Its time will be over by itself.
        catch (Exception fault) { LogFailed(fault); }
    }

    [LoggerMessage(LogLevel.Information, "A picture of wire {Wire} came late, for item {Item}")] partial void LogCame(string wire, long item);
    [LoggerMessage(LogLevel.Warning, "A picture of wire {Wire} never came, for item {Item}")] partial void LogGivenUp(string wire, long item);
    [LoggerMessage(LogLevel.Error, "Late pictures could not be asked for")] partial void LogFailed(Exception fault);
}
