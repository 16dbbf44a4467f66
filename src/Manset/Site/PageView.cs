using Manset.Editions;

namespace Manset.Site;

/// <summary>The whole paper: where the public reaches it, and its editions in the order they are offered.</summary>
/// <param name="Origin">Scheme and host, no path: <c>https://manset.example</c>. What feeds, canonical links and cards begin with.</param>
public sealed record Paper(Uri Origin, IReadOnlyList<Edition> Editions)
{
    public string Absolute(string path) => new Uri(Origin, path).AbsoluteUri;
}

/// <summary>What every page is made from. Holds nothing of the reader: a page is made once for all of them.</summary>
public abstract record PageView
{
    public required Paper Paper { get; init; }
    public required Edition Edition { get; init; }
}
