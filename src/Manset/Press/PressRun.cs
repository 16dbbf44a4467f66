using Manset.Ledger;

namespace Manset.Press;

/// <summary>Follows the ledger and takes away the plates that an entry reaches.</summary>
public sealed partial class PressRun(Tail tail, PlateRack rack, ILogger<PressRun> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        tail.Read += Follow;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        tail.Read -= Follow;
        return Task.CompletedTask;
    }

    void Follow(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            var keys = Reach.Of(entry).ToList();
            if (keys.Count == 0) continue;
            var dropped = rack.Drop(keys);
            LogPressed(entry.Act, entry.Subject, dropped.Count);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Act} {Subject} took {Plates} plates away")] partial void LogPressed(Act act, long subject, int plates);
}
