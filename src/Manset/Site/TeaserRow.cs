using Manset.Editions;
using Manset.Pictures;

namespace Manset.Site;

/// <summary>A story in a list as the database gives it.</summary>
public sealed record TeaserRow
{
    /// <summary>The urgency that is marked on a page.</summary>
    public const int FlashUrgency = 1;

    public required long Id { get; init; }
    public required string Section { get; init; }
    public required string Permalink { get; init; }
    public required string Headline { get; init; }
    public required string Standfirst { get; init; }
    public required string Byline { get; init; }
    public required DateTimeOffset FirstPublished { get; init; }
    public required DateTimeOffset LastUpdated { get; init; }
    public required int? Urgency { get; init; }
    public required bool Syndicate { get; init; }
    public required long? PictureId { get; init; }
    public required int PictureWidth { get; init; }
    public required int PictureHeight { get; init; }
    public required string PictureAlt { get; init; }
    public required string PictureCaption { get; init; }
    public required string PictureCredit { get; init; }

    public TeaserView View(Edition edition) => new()
    {
        Id = Id,
        Section = edition.SectionOf(Section),
        Permalink = Permalink,
        Headline = Headline,
        Standfirst = Standfirst,
        Byline = Byline,
        Picture = PictureOf(PictureId, PictureWidth, PictureHeight, PictureAlt, PictureCaption, PictureCredit),
        FirstPublished = edition.Local(FirstPublished),
        LastUpdated = edition.Local(LastUpdated),
        Flash = Urgency == FlashUrgency,
        Syndicate = Syndicate,
    };

    public static PictureView? PictureOf(long? id, int width, int height, string alt, string caption, string credit)
    {
        if (id is not { } picture) return null;

        // Derivatives are never wider than the original.
        List<int> widths = [.. PictureStore.Widths.Where(each => each < width)];
        if (widths.Count < PictureStore.Widths.Count) widths.Add(width);
        var largest = widths[^1];
        return new()
        {
            Id = picture,
            Extension = "jpg",
            Width = largest,
            Height = (int)Math.Round((double)height * largest / width),
            Widths = widths,
            Alt = alt,
            Caption = caption,
            Credit = credit,
        };
    }
}
