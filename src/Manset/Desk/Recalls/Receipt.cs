namespace Manset.Desk.Recalls;

/// <summary>One place of one surface, asked after a withdrawal whether it still shows the story, until it no longer does.</summary>
public sealed class Receipt
{
    /// <summary>Nobody waits longer to be asked: what is due later than that was written down before the clock was set back.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    Receipt() { }

    public long Id { get; private set; }
    public long StoryId { get; private set; }
    /// <summary>The ledger's entry of the withdrawal.</summary>
    public long Entry { get; private set; }
    public string Surface { get; private set; } = "";
    /// <summary>What was asked: a path, or whatever tells the places of that surface apart.</summary>
    public string Place { get; private set; } = "";
    /// <summary>How often. Guarded, so that two nodes that ask at once keep one answer.</summary>
    public int Asked { get; private set; }
    public string? Seen { get; private set; }
    public DateTimeOffset? AskedAt { get; private set; }
    public DateTimeOffset? GoneAt { get; private set; }
    /// <summary>When it is asked again; null when it need not be.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>It was asked and the story was there, or it gave no answer.</summary>
    public bool IsRed => GoneAt is null && AskedAt is not null && NextAt is not null;

    public static Receipt Of(long story, long entry, string surface, string place, DateTimeOffset now) =>
        new() { StoryId = story, Entry = entry, Surface = surface, Place = place, NextAt = now };

    public void Hear(Sighting sighting, DateTimeOffset now)
    {
        Asked++;
        (Seen, AskedAt) = (sighting.Seen, now);
        if (sighting.IsGone) (GoneAt, NextAt) = (now, null);
        else NextAt = now + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(Asked - 1, 10)));
    }

    /// <summary>The story may be seen again: nobody need be asked any more.</summary>
    public void Lapse()
    {
        Asked++;
        NextAt = null;
    }
}
