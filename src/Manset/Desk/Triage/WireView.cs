using Manset.Editions;

namespace Manset.Desk.Triage;

/// <summary>The wire list as it stood after one entry of the ledger.</summary>
public sealed record WireView
{
    public required WireSearch Search { get; init; }
    public required IReadOnlyList<Edition> Editions { get; init; }
    public required IReadOnlyList<string> Wires { get; init; }
    public required IReadOnlyList<SearchTab> Tabs { get; init; }
    public required IReadOnlyList<WireRow> Rows { get; init; }
    /// <summary>The item the next page begins after; null on the last.</summary>
    public required long? Next { get; init; }
    public required bool Later { get; init; }
    /// <summary>Whatever was entered later is not on the page yet.</summary>
    public required long Place { get; init; }
    public required DateTimeOffset Now { get; init; }
    /// <summary>The saved search that is open.</summary>
    public SearchTab? Tab { get; init; }
    /// <summary>A key of the word files.</summary>
    public string? Fault { get; init; }
}

/// <summary>A saved search as a tab above the list.</summary>
public sealed record SearchTab(SavedSearch Saved, int Unseen, bool Sound, bool Notice);
