using Manset.Looks;

namespace Manset.Site;

/// <summary>The search page. Before anything is asked the query is empty and so are the hits.</summary>
public sealed record SearchView : PageView
{
    public string Query { get; init; } = "";
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];
    /// <summary>The cursor the next page begins after; null on the last.</summary>
    public string? Next { get; init; }
}

/// <param name="Passage">Where the words were found: see <see cref="Stretch.Read"/>. Empty shows the standfirst instead.</param>
public sealed record SearchHit(TeaserView Story, IReadOnlyList<Stretch> Passage);
