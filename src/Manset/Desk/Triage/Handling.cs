namespace Manset.Desk.Triage;

/// <summary>What someone does with an item in the list. The word is stored, so a name here is never changed.</summary>
public enum Handled
{
    /// <summary>Looked at and done with; it stays in the list.</summary>
    Seen,
    /// <summary>Of no use to us; out of the list.</summary>
    Ignored,
    /// <summary>Put into another section.</summary>
    Assigned,
}

/// <summary>Somebody saw, set aside or assigned one take of an item. Undone it stays, and says by whom.</summary>
public sealed class Handling
{
    public long Id { get; private set; }
    public required long WireItem { get; init; }
    public required Handled Kind { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Where it was put, and where it stood before and by whose hand.</summary>
    public string? Section { get; init; }
    public string? SectionBefore { get; init; }
    public string? AssignedBefore { get; init; }
    public string? UndoneBy { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    public void Undo(string by, DateTimeOffset now) => (UndoneBy, UndoneAt) = (by, now);
}
