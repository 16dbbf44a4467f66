using Manset.Editions;

namespace Manset.Site;

/// <summary>A section's front, or a later page of its list.</summary>
public sealed record SectionView : PageView
{
    public required Section Section { get; init; }
    /// <summary>Newest first. On the first page the first is shown as the lead.</summary>
    public required IReadOnlyList<TeaserView> Items { get; init; }
    /// <summary>Read but not shown: that there is one more makes the link to the next page.</summary>
    public IReadOnlyList<long> Considered { get; init; } = [];
    /// <summary>The cursor this page begins after; null on the first.</summary>
    public string? After { get; init; }
    /// <summary>The cursor the next page begins after; null on the last.</summary>
    public string? Next { get; init; }
}
