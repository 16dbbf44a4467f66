using Manset.Copy;

namespace Manset.Desk.Lists;

/// <summary>What a list was asked for; empty parts ask for nothing.</summary>
public sealed record Asked
{
    const int LongestQuery = 200;

    public Asked(string? query, string? edition, string? section = null, string? state = null)
    {
        Query = (query ?? "").Trim() is var trimmed && trimmed.Length > LongestQuery ? trimmed[..LongestQuery] : trimmed;
        (Edition, Section, State) = (Named(edition), Named(section), Named(state));
    }

    public string Query { get; }
    public string? Edition { get; }
    public string? Section { get; }
    public string? State { get; }
    public bool Anything => Query.Length > 0 || Edition is not null || Section is not null || State is not null;

    /// <summary>The words looked for, as they are folded.</summary>
    public IReadOnlyList<string> Words => Folding.Of(Query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public string Address(string list, long? before = null) => DeskLinks.Asked(list,
        ("q", Query), ("edition", Edition), ("section", Section), ("state", State), ("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
