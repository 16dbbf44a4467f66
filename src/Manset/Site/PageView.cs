using Manset.Editions;

namespace Manset.Site;

/// <summary>What every page is made from. Holds nothing of the reader: a page is made once for all of them.</summary>
public abstract record PageView
{
    public required Paper Paper { get; init; }
    public required Edition Edition { get; init; }
}
