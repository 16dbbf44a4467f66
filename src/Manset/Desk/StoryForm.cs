using Manset.Copy;
using Manset.Editions;

namespace Manset.Desk;

/// <summary>A story as a program or a form sends it.</summary>
public sealed record StoryForm
{
    public const int LongestHeadline = 1_000, LongestStandfirst = 5_000, LongestBody = 2_000_000, LongestLine = 500, MostTags = 50;

    public string? Edition { get; init; }
    /// <summary>A section's key or its place in paths.</summary>
    public string? Section { get; init; }
    public string? Headline { get; init; }
    public string? Standfirst { get; init; }
    /// <summary>HTML, or plain text with empty lines between paragraphs.</summary>
    public string? Body { get; init; }
    public string? Byline { get; init; }
    public string? Dateline { get; init; }
    public IReadOnlyList<string>? Sources { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public long? TranslationOf { get; init; }
    public DateTimeOffset? Embargo { get; init; }
    public StoryPicture? Picture { get; init; }

    /// <summary>What of it cannot be taken: field name to a key of the word files.</summary>
    public IReadOnlyDictionary<string, string> Faults(Edition? edition)
    {
        var faults = new Dictionary<string, string>();
        if (edition is null) faults["edition"] = "desk.fault.edition";
        else if (edition.SectionNamed(Section) is null) faults["section"] = "desk.fault.section";
        Long("headline", Headline, LongestHeadline);
        Long("standfirst", Standfirst, LongestStandfirst);
        Long("body", Body, LongestBody);
        Long("byline", Byline, LongestLine);
        Long("dateline", Dateline, LongestLine);
        foreach (var (field, list) in new[] { ("sources", Sources), ("tags", Tags) })
            if (list is { Count: > MostTags } || list?.Any(each => each?.Length > LongestLine) == true) faults[field] = "desk.fault.too-long";
        return faults;

        void Long(string field, string? text, int longest)
        {
            if (text?.Length > longest) faults[field] = "desk.fault.too-long";
        }
    }

    public StoryCopy Copy(Edition edition) => new()
    {
        Section = edition.SectionNamed(Section)!.Key,
        Headline = Typed.Line(Headline),
        Standfirst = Typed.Line(Standfirst),
        Body = CanonicalHtml.WithoutForeignPictures(Body?.Contains('<') == true ? CanonicalHtml.Of(Body) : CanonicalHtml.OfText(Body ?? "")),
        Byline = Typed.Line(Byline),
        Dateline = Typed.Line(Dateline),
        Sources = List(Sources),
        Tags = List(Tags),
        PictureId = Picture?.Id,
        PictureAlt = Typed.Line(Picture?.Alt),
        PictureCaption = Typed.Line(Picture?.Caption),
        PictureCredit = Typed.Line(Picture?.Credit),
    };

    static IReadOnlyList<string> List(IReadOnlyList<string>? list) => [.. (list ?? []).Select(Typed.Line).Where(each => each.Length > 0).Distinct()];
}

/// <summary>The lead picture of a story: one that is kept here, with what this story says of it.</summary>
public sealed record StoryPicture(long Id, string? Alt, string? Caption, string? Credit);
