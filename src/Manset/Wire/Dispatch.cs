using Manset.Data;

namespace Manset.Wire;

/// <summary>One item as an agency's document states it: read, not yet kept.</summary>
public sealed record Dispatch
{
    /// <summary>What the agency calls the event; the same through all takes of it.</summary>
    public required string Guid { get; init; }
    public ItemKind Kind { get; init; } = ItemKind.Text;
    /// <summary>The take, counted by the agency from 1; where the format has none, 1.</summary>
    public int Version { get; init; } = 1;
    public string? Language { get; init; }
    /// <summary>1 (flash) to 8 (least urgent), as IPTC counts; null where the agency does not say.</summary>
    public int? Urgency { get; init; }
    public string? Slug { get; init; }
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    /// <summary>Canonical HTML.</summary>
    public string Body { get; init; } = "";
    public string? Byline { get; init; }
    public string? Dateline { get; init; }
    /// <summary>Where the content was made, which need not be where it is about.</summary>
    public string? Located { get; init; }
    /// <summary>The agency as it wants to be named beside the story.</summary>
    public string? Credit { get; init; }
    /// <summary>The copyright notice, or who holds the copyright.</summary>
    public string? Rights { get; init; }
    /// <summary>What we may do with it, in the agency's words.</summary>
    public string? UsageTerms { get; init; }
    /// <summary>Codes (<c>medtop:11000000</c>) and, where a code is the agency's own, its name after it.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public DateTimeOffset? Embargo { get; init; }
    public WireStatus Status { get; init; } = WireStatus.Usable;
    public DateTimeOffset? Sent { get; init; }
    /// <summary>A note to editors; for a correction, what was wrong.</summary>
    public string? EditorialNote { get; init; }
    public bool Corrects { get; init; }
    public Uri? Link { get; init; }
    public IReadOnlyList<WirePicture> Pictures { get; init; } = [];
    /// <summary>Other items and files that this one names.</summary>
    public IReadOnlyList<Association> Associations { get; init; } = [];

    /// <summary>The same without what neither a database nor a page can hold, whatever a format let through.</summary>
    public Dispatch Sound() => this with
    {
        Guid = SoundText.Of(Guid),
        Language = SoundText.OrNone(Language),
        Slug = SoundText.OrNone(Slug),
        Headline = SoundText.Of(Headline),
        Standfirst = SoundText.OrNone(Standfirst),
        Body = SoundText.Of(Body),
        Byline = SoundText.OrNone(Byline),
        Dateline = SoundText.OrNone(Dateline),
        Credit = SoundText.OrNone(Credit),
        Located = SoundText.OrNone(Located),
        Rights = SoundText.OrNone(Rights),
        UsageTerms = SoundText.OrNone(UsageTerms),
        Subjects = [.. Subjects.Select(SoundText.Of)],
        Keywords = [.. Keywords.Select(SoundText.Of)],
        EditorialNote = SoundText.OrNone(EditorialNote),
        Pictures =
        [
            .. Pictures.Select(picture => picture with
            {
                Caption = SoundText.OrNone(picture.Caption),
                Credit = SoundText.OrNone(picture.Credit),
                Alt = SoundText.OrNone(picture.Alt),
                Renditions = [.. picture.Renditions.Select(each => each with { Address = SoundText.Of(each.Address), Name = SoundText.OrNone(each.Name), Type = SoundText.OrNone(each.Type) })],
            }),
        ],
        Associations = [.. Associations.Select(each => new Association(SoundText.Of(each.Relation), SoundText.Of(each.Target), SoundText.OrNone(each.Title)))],
    };
}

public enum WireStatus { Usable, Withheld, Killed }

/// <summary>What an item is. Only text and pictures are stories by themselves.</summary>
public enum ItemKind { Text, Picture, Graphic, Video, Audio, Package, Event, Concept }

/// <param name="Address">A file that came beside the document has its bare name here.</param>
public sealed record WirePicture(Uri Address, string? Caption, string? Credit, string? Alt)
{
    /// <summary>All sizes that the agency offers, where it names more than one.</summary>
    public IReadOnlyList<Rendition> Renditions { get; init; } = [];
    /// <summary>The picture itself, where it came within the document.</summary>
    public byte[]? Bytes { get; init; }
}

/// <param name="Name">What the agency calls this size: <c>highRes</c>, <c>thumbnail</c>.</param>
public sealed record Rendition(string Address, string? Name, string? Type, int? Width, int? Height);

/// <param name="Relation">As the agency names it: <c>seeAlso</c>, <c>enclosure</c>, <c>group:main</c>.</param>
/// <param name="Target">A guid or an address.</param>
public sealed record Association(string Relation, string Target, string? Title);

/// <summary>What of a document could not be read, and where.</summary>
/// <param name="Line">1-based; null where the fault has no line.</param>
/// <param name="Offset">In bytes from 0, for formats that have no lines.</param>
public sealed record Unreadable(string Reason, string? Guid = null, int? Line = null, int? Offset = null)
{
    /// <summary>The reason after the place where it is.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public string Said => Line is { } line ? $"line {line}: {Reason}" : Offset is { } offset ? $"byte {offset}: {Reason}" : Reason;
}

/// <summary>All that a parser found in one document.</summary>
/// <param name="Format">The standard it was read as: <c>rss</c>, <c>atom</c>, <c>newsml-g2</c>; null when it is none of those known.</param>
/// <param name="Source">What the feed calls itself: it names the source where neither an item nor its line does.</param>
public sealed record Reading(string? Format, IReadOnlyList<Dispatch> Items, IReadOnlyList<Unreadable> Refused, string? Source = null)
{
    /// <summary>Finishes every draft: each becomes an item or is refused with its reason.</summary>
    internal static Reading Of(string format, IEnumerable<Draft> drafts, string? source = null)
    {
        var (items, refused) = (new List<Dispatch>(), new List<Unreadable>());
        foreach (var draft in drafts)
        {
            var (item, refusal) = draft.Finish();
            if (item is not null) items.Add(item);
            if (refusal is not null) refused.Add(refusal);
        }
        return new(format, items, refused, source is { Length: > 0 } ? Prose.Cut(source, 300) : null);
    }
}
