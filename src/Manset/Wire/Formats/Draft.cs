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
    public ItemKind Kind { get; set; }
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
    public string? Located { get; set; }
    public string? Rights { get; set; }
    public string? UsageTerms { get; set; }
    public List<string> Subjects { get; } = [];
    public List<string> Keywords { get; } = [];
    public DateTimeOffset? Embargo { get; set; }
    public WireStatus Status { get; set; } = WireStatus.Usable;
    public DateTimeOffset? Sent { get; set; }
    public string? Note { get; set; }
    public bool Corrects { get; set; }
    public Uri? Link { get; set; }
    public List<WirePicture> Pictures { get; } = [];
    public List<Association> Associations { get; } = [];
    public int? Line { get; init; }
    public int? Offset { get; init; }
    /// <summary>Why there is no item in this, when a parser has seen that.</summary>
    public string? Refusal { get; set; }
    /// <summary>May the agency's own name for it stand in for words? Of a format that agencies trade in, yes; of a web feed, no.</summary>
    public bool StandsByName { get; init; }

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

    /// <summary>By its code; the name too, unless the code is one whose names we have ourselves.</summary>
    public void Subject(string? code, string? name)
    {
        if (code is { Length: > 0 }) Subjects.Add(code);
        if (name is { Length: > 0 } && (code is null || Wire.Subjects.NameOf(code, "en") is null)) Subjects.Add(name);
    }

    /// <summary>One after another, until it is longer than anyone will print.</summary>
    public static string Joined(string? before, string next, string separator) =>
        before is null ? next : before.Length > LongestStandfirst ? before : before + separator + next;

    /// <returns>One of the two.</returns>
    public (Dispatch? Item, Unreadable? Refused) Finish()
    {
        if (Refusal is { } reason) return (null, new(reason, Clamped(Guid), Line, Offset));
        Headline = Prose.Cut(Headline, Prose.LongestHeadline);
        Signs.Read(this);
        if (Headline.Length == 0 && Body.Length > 0)
            Headline = Prose.Cut(Prose.Plain(CanonicalHtml.Text(Body.Length > 2000 ? Body[..2000] : Body)), 100);
        if (Headline.Length == 0 && Standfirst is { } standfirst) Headline = Prose.Cut(standfirst, 100);
        if (Headline.Length == 0 && Slug is { } slug) Headline = slug;
        // What is withdrawn may come without words; it must not be missed for that.
        if (Headline.Length == 0 && (StandsByName || Status != WireStatus.Usable)) Headline = Guid ?? "";
        if (Headline.Length == 0) return (null, new("Neither a headline nor text.", Clamped(Guid), Line, Offset));

        return (new Dispatch
        {
            Guid = Clamped(Guid) ?? Clamped(Link?.AbsoluteUri) ?? Fingerprint(),
            Kind = Kind,
            Version = Version,
            Language = Language is { Length: <= 35 } ? Language : null,
            Urgency = Urgency,
            Slug = Short(Slug),
            Headline = Headline,
            Standfirst = Long(Standfirst),
            Body = Body,
            Byline = Short(Byline),
            Dateline = Short(Dateline),
            Credit = Short(Credit),
            Located = Short(Located),
            Rights = Long(Rights),
            UsageTerms = Long(UsageTerms),
            Subjects = Words(Subjects),
            Keywords = Words(Keywords),
            Embargo = Embargo,
            Status = Status,
            Sent = Sent,
            EditorialNote = Long(Note),
            Corrects = Corrects,
            Link = Link,
            Pictures = [.. Pictures.DistinctBy(picture => picture.Address).Select(Bounded).Take(MostPictures)],
            Associations = [.. Associations.Distinct().Where(each => each.Target.Length is > 0 and <= 2000).Take(MostWords).Select(Bounded)],
        }, null);
    }

    static List<string> Words(List<string> words) => [.. words.Where(word => word.Length > 0).Distinct().Take(MostWords).Select(word => Prose.Cut(word, 200))];

    static WirePicture Bounded(WirePicture picture) => picture with
    {
        Caption = Long(picture.Caption),
        Credit = Short(picture.Credit),
        Alt = Short(picture.Alt),
        Renditions = picture.Renditions.Count <= 20 ? picture.Renditions : [.. picture.Renditions.Take(20)],
    };

    static Association Bounded(Association named) => new(Prose.Cut(named.Relation, 100), named.Target, Short(named.Title));

    static string? Long(string? text) => text is { Length: > 0 } ? Prose.Cut(text, LongestStandfirst) : null;

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
