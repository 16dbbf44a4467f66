using System.Security.Cryptography;
using System.Text;
using Manset.Copy;

namespace Manset.Wire;

/// <summary>An item while its parts are being found; <see cref="Finish"/> makes a dispatch of it or says why not.</summary>
sealed class Draft
{
    public const int MostPictures = 50;
    const int MostWords = 100;
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

    /// <summary>One after another, until it is longer than anyone will print.</summary>
    public static string Joined(string? before, string next, string separator) =>
        before is null ? next : before.Length > LongestStandfirst ? before : before + separator + next;

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
            Language = Language is { Length: <= 35 } ? Language : null,
            Urgency = Urgency,
            Slug = Short(Slug),
            Headline = Headline,
            Standfirst = Standfirst is { Length: > 0 } ? Prose.Cut(Standfirst, LongestStandfirst) : null,
            Body = Body,
            Byline = Short(Byline),
            Dateline = Short(Dateline),
            Credit = Short(Credit),
            Subjects = Words(Subjects),
            Keywords = Words(Keywords),
            Embargo = Embargo,
            Status = Status,
            Sent = Sent,
            EditorialNote = Note is { Length: > 0 } ? Prose.Cut(Note, LongestStandfirst) : null,
            Corrects = Corrects,
            Link = Link,
            Pictures = [.. Pictures.DistinctBy(picture => picture.Address).Select(Bounded).Take(MostPictures)],
        }, null);
    }

    static List<string> Words(List<string> words) => [.. words.Distinct().Take(MostWords).Select(word => Prose.Cut(word, 200))];

    static WirePicture Bounded(WirePicture picture) => picture with
    {
        Caption = picture.Caption is { } caption ? Prose.Cut(caption, LongestStandfirst) : null,
        Credit = Short(picture.Credit),
        Alt = Short(picture.Alt),
    };

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
