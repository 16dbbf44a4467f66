using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Manset.Wire;

/// <summary>
/// A folder into which an agency's client drops files. A file is taken when it was renamed into place or has not grown since
/// the last look; then it goes to <c>done</c> or, with the reason beside it, to <c>refused</c>. Nothing is taken twice while it
/// stays, and a file read but not yet moved when the program dies is read again.
/// </summary>
public sealed class WatchedFolder : IDisposable
{
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    readonly string folder;
    readonly TimeProvider clock;
    readonly FileSystemWatcher? watcher;
    readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly HashSet<string> renamed = new(StringComparer.Ordinal);
    readonly Dictionary<string, Sight> lastLook = new(StringComparer.Ordinal);
    readonly Lock guard = new();

    sealed record Sight(long Length, DateTime Written, DateTimeOffset At);

    public WatchedFolder(string folder, TimeProvider clock)
    {
        (this.folder, this.clock) = (folder, clock);
        Directory.CreateDirectory(folder);
        try
        {
            watcher = new(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.LastWrite };
            watcher.Created += (_, _) => Ring();
            watcher.Changed += (_, _) => Ring();
            watcher.Error += (_, _) => Ring();
            watcher.Renamed += (_, change) =>
            {
                if (change.Name is { } name) lock (guard) renamed.Add(name);
                Ring();
            };
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException)
        {
            // No watches left on this machine: the regular look finds files all the same.
        }
    }

    /// <summary>Every finished file, as it comes. Move each before asking for the next, or it comes again.</summary>
    public async IAsyncEnumerable<WatchedFile> Files([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var file in Look()) yield return file;
            await Wait(lastLook.Count > 0 ? Settling : BetweenLooks, cancellation);
        }
    }

    /// <summary>The files that are finished now, oldest first.</summary>
    public IReadOnlyList<WatchedFile> Look()
    {
        var now = clock.GetUtcNow();
        var (ready, present) = (new List<FileInfo>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(Counts))
        {
            present.Add(file.Name);
            bool placed;
            lock (guard) placed = renamed.Contains(file.Name);
            var before = lastLook.GetValueOrDefault(file.Name);
            var same = before is not null && before.Length == file.Length && before.Written == file.LastWriteTimeUtc;
            if (placed || (same && now - before!.At >= Settling)) ready.Add(file);
            else if (!same) lastLook[file.Name] = new(file.Length, file.LastWriteTimeUtc, now);
        }
        foreach (var gone in lastLook.Keys.Where(name => !present.Contains(name)).ToList()) lastLook.Remove(gone);
        lock (guard) renamed.IntersectWith(present);
        return [.. ready.OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file => new WatchedFile(file))];
    }

    /// <summary>Half-written files go by such names, and others are none of ours.</summary>
    static bool Counts(FileInfo file) =>
        !file.Name.StartsWith('.') && !file.Name.EndsWith('~') && !file.Attributes.HasFlag(FileAttributes.Hidden) && file.LinkTarget is null
        && !(file.Extension.ToLowerInvariant() is ".tmp" or ".part" or ".partial" or ".filepart" or ".crdownload");

    void Ring() => bell.Writer.TryWrite(true);

    async Task Wait(TimeSpan most, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellation);
        try
        {
            await bell.Reader.ReadAsync(either.Token);
            // A file being written rings at every block; one look serves many.
            await Task.Delay(Gathering, clock, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time to look.
        }
    }

    public void Dispose() => watcher?.Dispose();
}
