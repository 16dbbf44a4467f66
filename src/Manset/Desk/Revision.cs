namespace Manset.Desk;

/// <summary>The copy of a story as someone saved it. Never changed.</summary>
public sealed class Revision
{
    public required long StoryId { get; init; }
    /// <summary>Counted from 1 within its story; two who save over the same one collide on it.</summary>
    public required int Number { get; init; }
    public required StoryCopy Copy { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What an editor has typed and not saved yet.</summary>
public sealed class Draft
{
    public required long StoryId { get; init; }
    public required string Member { get; init; }
    /// <summary>The revision it was begun on.</summary>
    public required int Revision { get; set; }
    public required StoryCopy Copy { get; set; }
    /// <summary>Null: the writer wants none.</summary>
    public required DateTimeOffset? Embargo { get; set; }
    public required DateTimeOffset At { get; set; }
}
