using Manset.Editions;

namespace Manset.Site;

/// <summary>A story as other pages announce it.</summary>
public sealed record TeaserView
{
    public required long Id { get; init; }
    public required Section Section { get; init; }
    public required string Permalink { get; init; }
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    public string? Byline { get; init; }
    public PictureView? Picture { get; init; }
    public required DateTimeOffset FirstPublished { get; init; }
    public required DateTimeOffset LastUpdated { get; init; }
    /// <summary>May more of it than headline and address be handed on to others?</summary>
    public bool Syndicate { get; init; } = true;
    /// <summary>News of the first urgency, marked so.</summary>
    public bool Flash { get; init; }
}
