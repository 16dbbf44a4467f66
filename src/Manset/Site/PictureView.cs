namespace Manset.Site;

/// <summary>A picture as a page shows it; its derivatives stand at <see cref="SiteLinks.Picture(PictureView, int)"/>.</summary>
public sealed record PictureView
{
    public required long Id { get; init; }
    /// <summary>The ending of its derivatives, without the dot: <c>jpg</c>, <c>webp</c>.</summary>
    public required string Extension { get; init; }
    /// <summary>Of the largest derivative; the smaller ones keep the proportion.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    /// <summary>The widths there are, ascending, the last being <see cref="Width"/>.</summary>
    public required IReadOnlyList<int> Widths { get; init; }
    /// <summary>Where its derivatives stand; the desk shows pictures that readers may not see yet from a place of its own.</summary>
    public string Folder { get; init; } = "/pictures";
    public required string Alt { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
}
