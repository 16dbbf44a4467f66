using Npgsql;

namespace Manset.Ledger;

/// <summary>Wakes this node when any other wrote or let go of a lease: the ledger's trigger and the lease notify, this listens. After a lost connection it wakes once, to read on.</summary>
public sealed partial class PostgresBell(string connectionString, Bell bell, Lease lease, TimeProvider clock, ILogger<PostgresBell> logger) : BackgroundService
{
    public const string Leases = "leases";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Listening(connectionString));
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, rung) =>
                {
                    if (rung.Channel == Leases) lease.Freed();
                    else bell.Wake();
                };
                await using (var listen = new NpgsqlCommand($"listen ledger; listen {Leases}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                bell.Wake();
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception fault) when (fault is NpgsqlException or IOException or ObjectDisposedException)
            {
                LogLost(fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A connection of its own, that finds out by asking when the other end has gone without a word.</summary>
    static string Listening(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { KeepAlive = 10, Pooling = false, ApplicationName = "manset bell" }.ConnectionString;

    [LoggerMessage(LogLevel.Warning, "Lost the connection that listens to the ledger: {Reason}")] partial void LogLost(string reason);
}
