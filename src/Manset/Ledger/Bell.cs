namespace Manset.Ledger;

/// <summary>
/// Rings when the ledger has grown. Listeners in this process hear the entries themselves, before the writer is answered:
/// that is why no reader of this node meets an old page after an editor's save was acknowledged. Followers are only woken,
/// and read on from their place.
/// </summary>
public sealed class Bell
{
    volatile TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called at once with entries written by this process; must be quick and must not throw.</summary>
    public event Action<IReadOnlyList<Entry>>? Heard;

    /// <summary>Take this before reading the ledger, await it after: a ring in between is not lost.</summary>
    public Task Next => rung.Task;

    public void Ring(IReadOnlyList<Entry> entries)
    {
        Heard?.Invoke(entries);
        Wake();
    }

    /// <summary>The ledger may have grown elsewhere: in another process, on another node, while a connection was down.</summary>
    public void Wake() => Interlocked.Exchange(ref rung, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
