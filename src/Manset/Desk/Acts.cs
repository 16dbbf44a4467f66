namespace Manset.Desk;

/// <summary>A revision went live.</summary>
public sealed class Publication
{
    public long Id { get; private set; }
    public long StoryId { get; private set; }
    public required int Revision { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Why it went out although the preflight would have stopped it.</summary>
    public string? Override { get; init; }
}

/// <summary>A live story was put right, and readers are told what was wrong.</summary>
public sealed class Correction
{
    public long Id { get; private set; }
    public long StoryId { get; private set; }
    public required int Revision { get; init; }
    public required string Note { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A story was withdrawn after publication.</summary>
public sealed class Kill
{
    public long StoryId { get; private set; }
    public required string By { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A story was dropped before publication.</summary>
public sealed class Spike
{
    public long StoryId { get; private set; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The story that opens a front until another does: the manşet.</summary>
public sealed class Lead
{
    public required string Edition { get; init; }
    /// <summary>A section's key; empty for the front of the whole edition.</summary>
    public required string Section { get; init; }
    public required long StoryId { get; set; }
    public required string By { get; set; }
    public required DateTimeOffset At { get; set; }
}
