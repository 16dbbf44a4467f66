namespace Manset.Editions;

/// <summary>The whole paper: where the public reaches it, and its editions in the order they are offered; the first is what a bare address leads to.</summary>
/// <param name="Origin">Scheme and host, no path: <c>https://manset.example</c>. What feeds, canonical links and cards begin with.</param>
public sealed record Paper(Uri Origin, IReadOnlyList<Edition> Editions)
{
    public Edition Main => Editions[0];

    public Edition? Edition(string? code) => Editions.FirstOrDefault(edition => edition.Code == code);

    /// <summary>The edition a piece of copy is for: the one that is named, else the one of its language.</summary>
    public Edition? EditionOf(string? named, string? language) =>
        named is not null ? Edition(named)
        : language is null ? Main
        : Editions.FirstOrDefault(edition => language.StartsWith(edition.Code, StringComparison.OrdinalIgnoreCase));

    public string Absolute(string path) => new Uri(Origin, path).AbsoluteUri;
}
