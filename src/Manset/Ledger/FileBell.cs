using Manset.Data;

namespace Manset.Ledger;

/// <summary>On SQLite a command (<c>manset ingest</c>) may write beside a running server: it touches a file, and the server watches that file.</summary>
public sealed class FileBell(DataFolder folder, Bell bell) : IHostedService, IDisposable
{
    FileSystemWatcher? watcher;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watcher = new(folder.Root, Path.GetFileName(folder.Bell)) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
        watcher.Changed += (_, _) => bell.Wake();
        watcher.Created += (_, _) => bell.Wake();
        watcher.Error += (_, _) => bell.Wake();
        watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => watcher?.Dispose();

    /// <summary>For a command: whoever serves from this folder reads on.</summary>
    public static void Touch(DataFolder folder, TimeProvider clock) => File.WriteAllText(folder.Bell, $"{clock.GetUtcNow():O}\n");
}
