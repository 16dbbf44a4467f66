using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Takes in what agencies' own clients put into folders of ours.</summary>
public sealed partial class FolderWatch(IOptionsMonitor<Wires> wires, Intake intake, TimeProvider clock, ILogger<FolderWatch> logger) : BackgroundService
{
    static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(wires.CurrentValue.Lines.Where(line => line.Folder is not null).Select(line => Watch(line, stoppingToken)));

    async Task Watch(WireLine line, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var folder = new WatchedFolder(line.Folder!, clock);
                await foreach (var file in folder.Files(stop)) await TakeOrLeave(line, file, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
            catch (Exception fault)
            {
                LogFailed(fault, line.Name);
                await Task.Delay(AfterFault, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A file that cannot be taken now stays, to be met again; those beside it are not kept waiting.</summary>
    async Task TakeOrLeave(WireLine line, WatchedFile file, CancellationToken stop)
    {
        try
        {
            await Take(line, file, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogLeft(fault, line.Name, file.Name);
        }
    }

    async Task Take(WireLine line, WatchedFile file, CancellationToken stop)
    {
        var taken = await intake.Take(line, await file.Read(stop), null, null, file.Name, stop);
        if (taken.Any(item => item.Outcome is not Outcome.Refused)) file.Done();
        else
        {
            var reason = taken[0].Said!;
            file.Refuse(reason);
            LogRefused(line.Name, file.Name, reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Wire {Wire} sent a file that could not be read, {File}: {Reason}")] partial void LogRefused(string wire, string file, string reason);
    [LoggerMessage(LogLevel.Error, "Wire {Wire}: the file {File} could not be taken yet")] partial void LogLeft(Exception fault, string wire, string file);
    [LoggerMessage(LogLevel.Error, "The folder of wire {Wire} could not be watched")] partial void LogFailed(Exception fault, string wire);
}
