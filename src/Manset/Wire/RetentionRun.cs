using Manset.Ledger;

namespace Manset.Wire;

/// <summary>Lets go of what is past its time every hour, on whichever node holds the turn.</summary>
public sealed partial class RetentionRun(Retention retention, Lease lease, TimeProvider clock, ILogger<RetentionRun> logger) : BackgroundService
{
    const string Turn = "retention";
    static readonly TimeSpan Round = TimeSpan.FromHours(1), Goodbye = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await lease.Hold(Turn, stoppingToken)) await retention.LetGo(() => lease.Hold(Turn, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            // What could not go now goes an hour later.
            catch (Exception fault) { LogFailed(fault); }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await LetGo();
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
        catch (Exception fault) { LogFailed(fault); }
    }

    [LoggerMessage(LogLevel.Error, "What is past its time could not go")] partial void LogFailed(Exception fault);
}
