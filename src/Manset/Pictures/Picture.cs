namespace Manset.Pictures;

/// <summary>A picture whose original is kept in the data folder under its hash.</summary>
public sealed class Picture
{
    public long Id { get; private set; }
    public required string Hash { get; init; }
    /// <summary>Media type, found from the bytes: <c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>.</summary>
    public required string Type { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTimeOffset Kept { get; init; }
}
