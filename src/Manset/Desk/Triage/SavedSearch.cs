namespace Manset.Desk.Triage;

/// <summary>A search of the wire under a name, of one member or of the whole desk.</summary>
public sealed class SavedSearch
{
    public const int LongestName = 60;

    public long Id { get; private set; }
    public required string Name { get; init; }
    public required WireSearch Search { get; init; }
    public required string By { get; init; }
    public required bool Shared { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>How far a member has seen a search, and how it calls them when something new answers to it.</summary>
public sealed class FollowedSearch
{
    public required long Search { get; init; }
    public required string Member { get; init; }
    /// <summary>The last entry of the ledger they have seen its list after.</summary>
    public required long Seen { get; set; }
    public bool Sound { get; set; }
    public bool Notice { get; set; }
}
