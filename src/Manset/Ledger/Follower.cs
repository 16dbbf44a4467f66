using Manset.Data;

namespace Manset.Ledger;

/// <summary>
/// Something downstream that must meet every entry once, whatever crashes: its place in the ledger is saved in the same
/// transaction as what it did.
/// </summary>
public abstract class Follower
{
    /// <summary>Under which its place is kept: never changed.</summary>
    public abstract string Name { get; }

    /// <summary>Does this entry concern it? The others it passes without a trace.</summary>
    public abstract bool Heeds(Act act);

    /// <summary>Does its part; the caller saves. What it writes past EF Core must be safe to do again: on SQLite that is not undone by a failure.</summary>
    public abstract Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop);
}

/// <summary>How far a follower has read.</summary>
public sealed class Place
{
    public required string Follower { get; init; }
    /// <summary>Guarded against two nodes moving it at once: the second one's work is undone.</summary>
    public long Entry { get; set; }
    public int Failures { get; set; }
}
