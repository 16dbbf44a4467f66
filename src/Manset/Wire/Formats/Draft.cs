using System.Security.Cryptography;
using System.Text;
using Manset.Copy;

namespace Manset.Wire;

/// <summary>An item while its parts are being found; <see cref="Finish"/> makes a dispatch of it or says why not.</summary>
sealed class Draft
{
    const int LongestStandfirst = 2000;

    public string? Guid { get; set; }
    public int Version { get; set; } = 1;
    public string? Language { get; set; }
    public int? Urgency { get; set; }
    public string? Slug { get; set; }
    public string Headline { get; set; } = "";
    public string? Standfirst { get; set; }
    public string Body { get; set; } = "";
    public string? Byline { get; set; }
    public string? Dateline { get; set; }
    public string? Credit { get; set; }
    public List<string> Subjects { get; } = [];
    public List<string> Keywords { get; } = [];
    public DateTimeOffset? Embargo { get; set; }
    public WireStatus Status { get; set; } = WireStatus.Usable;
    public DateTimeOffset? Sent { get; set; }
    public string? Note { get; set; }
    public bool Corrects { get; set; }
    public Uri? Link { get; set; }
    public List<WirePicture> Pictures { get; } = [];
    public int? Line { get; init; }

    /// <summary>An embargo whose hour cannot be read holds the item until a person has read it.</summary>
    public void EmbargoUntil(string written)
    {
        if (WireTime.Of(written) is { } until)
        {
            Embargo = until;
            return;
        }
        if (Status == WireStatus.Usable) Status = WireStatus.Withheld;
        var said = Prose.Cut(Prose.Plain(written), 100);
        Note ??= said.Length == 0 ? "Embargoed without an hour." : $"Embargoed until: {said}";
    }

    /// <returns>One of the two.</returns>
    public (Dispatch? Item, Unreadable? Refused) Finish()
    {
        Headline = Prose.Cut(Headline, Prose.LongestHeadline);
        Signs.Read(this);
        if (Headline.Length == 0 && Body.Length > 0)
            Headline = Prose.Cut(Prose.Plain(CanonicalHtml.Text(Body.Length > 2000 ? Body[..2000] : Body)), 100);
        if (Headline.Length == 0 && Standfirst is { } standfirst) Headline = Prose.Cut(standfirst, 100);
        if (Headline.Length == 0 && Slug is { } slug) Headline = slug;
        // What is withdrawn may come without words; it must not be missed for that.
        if (Headline.Length == 0 && Status != WireStatus.Usable) Headline = Guid ?? "";
        if (Headline.Length == 0) return (null, new("Neither a headline nor text.", Guid, Line));

        return (new Dispatch
        {
            Guid = Clamped(Guid) ?? Clamped(Link?.AbsoluteUri) ?? Fingerprint(),
            Version = Version,
            Language = Language,
            Urgency = Urgency,
            Slug = Slug,
            Headline = Headline,
            Standfirst = Standfirst is { Length: > 0 } ? Prose.Cut(Standfirst, LongestStandfirst) : null,
            Body = Body,
            Byline = Short(Byline),
            Dateline = Short(Dateline),
            Credit = Short(Credit),
            Subjects = [.. Subjects.Distinct().Take(100)],
            Keywords = [.. Keywords.Distinct().Take(100)],
            Embargo = Embargo,
            Status = Status,
            Sent = Sent,
            EditorialNote = Note is { Length: > 0 } ? Prose.Cut(Note, LongestStandfirst) : null,
            Corrects = Corrects,
            Link = Link,
            Pictures = [.. Pictures.DistinctBy(picture => picture.Address).Take(50)],
        }, null);
    }

    static string? Short(string? text) => text is { Length: > 0 } ? Prose.Cut(text, 300) : null;

    /// <summary>A name too long to keep is known by its digest.</summary>
    static string? Clamped(string? guid) => guid switch
    {
        null or "" => null,
        { Length: <= 500 } => guid,
        _ => "sha256:" + Digest(guid),
    };

    /// <summary>Without any name of its own, an item is its headline at its hour.</summary>
    string Fingerprint() => "sha256:" + Digest($"{Headline}\n{Sent:O}");

    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
