using Manset.Editions;

namespace Manset.Site;

public sealed record ImprintView : PageView;

/// <summary>Nothing stands at this path (404).</summary>
public sealed record NotFoundView : PageView;

/// <summary>A story withdrawn after publication (410).</summary>
public sealed record GoneView : PageView
{
    public required DateTimeOffset At { get; init; }
    /// <summary>The public reason; null when it is not to be told.</summary>
    public string? Why { get; init; }
    /// <summary>Nobody withdrew it: the licence of its source ended.</summary>
    public bool IsLapsed { get; init; }

    public string Heading => Words.In(Edition.Code)[IsLapsed ? "site.lapsed" : "site.gone"];
}

/// <summary>A request that could not be answered (400, 413, 429, 500 …), without a word of how the program works inside.</summary>
public sealed record ErrorView : PageView
{
    public required int Status { get; init; }
    /// <summary>What the reader can do, in the reader's language; null for the usual words of the status.</summary>
    public string? Advice { get; init; }
}
