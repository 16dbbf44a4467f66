using System.Globalization;
using Manset.Copy;
using Manset.Editions;

namespace Manset.Desk;

/// <summary>One piece of journalism in one edition. Its copy lives in revisions; what was done to it, in acts.</summary>
public sealed partial class Story
{
    Story() { }

    public long Id { get; private set; }
    public string Edition { get; private set; } = "";
    /// <summary>The section of the live copy; before publication, of the latest.</summary>
    public string Section { get; private set; } = "";
    public string? Slug { get; private set; }
    public string Permalink { get; private set; } = "";
    /// <summary>The story it says in another language; of several translations, all name the same one.</summary>
    public long? TranslationOf { get; private set; }
    public int Latest { get; private set; }
    /// <summary>The revision that readers see.</summary>
    public int? Live { get; private set; }
    public DateTimeOffset? Embargo { get; private set; }
    public int? Urgency { get; private set; }
    public DateTimeOffset Filed { get; private set; }
    /// <summary>Set by the program at the first publication, never altered.</summary>
    public DateTimeOffset? FirstPublished { get; private set; }
    /// <summary>Set by the program at every publication.</summary>
    public DateTimeOffset? LastUpdated { get; private set; }

    public Kill? Killed { get; private set; }
    public Spike? Spiked { get; private set; }
    public List<Publication> Publications { get; private set; } = [];
    public List<Correction> Corrections { get; private set; } = [];
    public List<Revision> Revisions { get; private set; } = [];

    /// <summary>The story's copy as it was last saved; needs its revision loaded.</summary>
    public StoryCopy Copy => Revisions.Single(revision => revision.Number == Latest).Copy;

    /// <summary>What every translation of the same story shares.</summary>
    public long Root => TranslationOf ?? Id;

    public static Story File(Edition edition, StoryCopy copy, string by, DateTimeOffset now, Story? translationOf = null)
    {
        var story = New(edition, copy, by, now, translationOf);
        if (translationOf is not null) story.BindAs(translationOf);
        return story;
    }

    static Story New(Edition edition, StoryCopy copy, string by, DateTimeOffset now, Story? translationOf) => new()
    {
        Edition = edition.Code,
        Section = copy.Section,
        Permalink = Manset.Copy.Permalink.Of(copy.Headline, edition.CultureInfo),
        TranslationOf = translationOf?.Root,
        Slug = translationOf?.Slug,
        Filed = now,
        Latest = 1,
        Revisions = { new() { StoryId = 0, Number = 1, Copy = copy, By = by, At = now } },
    };

    /// <summary>A new revision on top of the one the writer saw; the same words again make none.</summary>
    /// <param name="seen">The revision that the writer had before them.</param>
    public Refusal? Save(StoryCopy copy, int seen, CultureInfo culture, string by, DateTimeOffset now)
    {
        if (seen != Latest) return new("newer-revision");
        if (Killed is not null) return new("killed");
        if (Spiked is not null) return new("spiked");
        if (Copy.Says(copy)) return null;

        Revisions.Add(new() { StoryId = Id, Number = ++Latest, Copy = copy, By = by, At = now });
        if (Live is null)
        {
            Section = copy.Section;
            Permalink = Manset.Copy.Permalink.Of(copy.Headline, culture);
        }
        return null;
    }

    public void EmbargoUntil(DateTimeOffset? instant) => Embargo = instant;
}
