using Manset.Data;

namespace Manset.Wire;

/// <summary>One item as an agency's document states it: read, not yet kept.</summary>
public sealed record Dispatch
{
    /// <summary>What the agency calls the event; the same through all takes of it.</summary>
    public required string Guid { get; init; }
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
    /// <summary>The agency as it wants to be named beside the story.</summary>
    public string? Credit { get; init; }
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
            }),
        ],
    };
}

public enum WireStatus { Usable, Withheld, Killed }

public sealed record WirePicture(Uri Address, string? Caption, string? Credit, string? Alt);

/// <summary>What of a document could not be read, and where.</summary>
/// <param name="Line">1-based; null where the fault has no line.</param>
public sealed record Unreadable(string Reason, string? Guid = null, int? Line = null);

/// <summary>All that a parser found in one document.</summary>
/// <param name="Format">The standard it was read as: <c>rss</c>, <c>atom</c>, <c>newsml-g2</c>; null when it is none of those known.</param>
public sealed record Reading(string? Format, IReadOnlyList<Dispatch> Items, IReadOnlyList<Unreadable> Refused);
