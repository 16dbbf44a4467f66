namespace Manset.Desk;

/// <summary>The words of a story at one moment: what an editor writes and a reader reads.</summary>
public sealed record StoryCopy
{
    public string Section { get; init; } = "";
    public string Headline { get; init; } = "";
    public string Standfirst { get; init; } = "";
    /// <summary>Canonical HTML.</summary>
    public string Body { get; init; } = "";
    public string Byline { get; init; } = "";
    public string Dateline { get; init; } = "";
    /// <summary>The agencies it came from, as they want to be named.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public long? PictureId { get; init; }
    public string PictureAlt { get; init; } = "";
    public string PictureCaption { get; init; } = "";
    public string PictureCredit { get; init; } = "";

    public bool Says(StoryCopy other) =>
        this with { Sources = [], Tags = [] } == other with { Sources = [], Tags = [] }
        && Sources.SequenceEqual(other.Sources) && Tags.SequenceEqual(other.Tags);
}
