using System.Threading.Channels;
using Manset.Ledger;

namespace Manset.Press;

/// <summary>
/// Follows the ledger and takes away the plates that an entry reaches. Those in demand it makes again at once, so that the next
/// reader need not wait; whoever wrote the entry does not wait for that.
/// </summary>
public sealed partial class PressRun(Tail tail, PlateRack rack, Platemaker platemaker, ILogger<PressRun> logger) : BackgroundService
{
    /// <summary>Sent this often since it was made, a page is in demand.</summary>
    const int InDemand = 16;

    /// <summary>When more wait than are worth making ahead, their readers make them.</summary>
    readonly Channel<string> wanted = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        tail.Read += Follow;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        tail.Read -= Follow;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var path in wanted.Reader.ReadAllAsync(stoppingToken)) await MakeAhead(path);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    /// <summary>A page that cannot be made now fails its next reader, who is told so.</summary>
    async Task MakeAhead(string path)
    {
        try
        {
            await platemaker.Get(path);
        }
        catch (Exception fault) { LogFailed(fault, path); }
    }

    void Follow(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            var keys = Reach.Of(entry).ToList();
            if (keys.Count == 0) continue;
            var dropped = rack.Drop(keys);
            foreach (var (path, plate) in dropped)
                if (plate.Sent >= InDemand) wanted.Writer.TryWrite(path);
            LogPressed(entry.Act, entry.Subject, dropped.Count);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Act} {Subject} took {Plates} plates away")] partial void LogPressed(Act act, long subject, int plates);
    [LoggerMessage(LogLevel.Warning, "Could not make {Path} ahead of its readers")] partial void LogFailed(Exception fault, string path);
}
