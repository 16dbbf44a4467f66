namespace Manset.Desk.Triage;

/// <summary>One thing that an open list is told.</summary>
/// <param name="Thread">Which line it is about.</param>
/// <param name="Row">The line as it stands now; null when it is no longer of this list.</param>
/// <param name="Fresh">Came just now: it goes on top of a list that has no such line.</param>
/// <param name="Headline">For those who are called by it.</param>
/// <param name="Calls">The saved searches of this member that it answers to.</param>
public sealed record WireNews(string? Thread = null, string? Row = null, bool Fresh = false, string? Headline = null, IReadOnlyList<long>? Calls = null)
{
    /// <summary>How many came, when they are too many to be told one by one.</summary>
    public int? Many { get; init; }
    /// <summary>The alarms of silent feeds as they stand now; null where nothing changed.</summary>
    public string? Silence { get; init; }
}
