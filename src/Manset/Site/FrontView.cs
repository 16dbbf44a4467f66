using Manset.Editions;

namespace Manset.Site;

/// <summary>The front of an edition. An edition without a story yet has no lead and empty lists.</summary>
public sealed record FrontView : PageView
{
    /// <summary>The manşet.</summary>
    public TeaserView? Lead { get; init; }
    /// <summary>What stands below the lead, four at best.</summary>
    public IReadOnlyList<TeaserView> Seconds { get; init; } = [];
    /// <summary>By time of publication, newest first, ten at best; may repeat what stands elsewhere on the page.</summary>
    public IReadOnlyList<TeaserView> Latest { get; init; } = [];
    /// <summary>In the order of the edition's sections; those with nothing to show are left out.</summary>
    public IReadOnlyList<SectionBlock> Blocks { get; init; } = [];
    /// <summary>Who might have been the lead: any of them may become it by what is done to it.</summary>
    public IReadOnlyList<long> Considered { get; init; } = [];
}

/// <param name="Items">The first is the block's own lead; five at best.</param>
public sealed record SectionBlock(Section Section, IReadOnlyList<TeaserView> Items);
