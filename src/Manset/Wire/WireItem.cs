using System.Security.Cryptography;
using System.Text;
using Manset.Copy;

namespace Manset.Wire;

/// <summary>What an agency sent, one row a take. Never changed but for the marks at the end, the section that the desk puts it into and the pictures that come late.</summary>
public sealed class WireItem
{
    WireItem() { }

    public long Id { get; private set; }
    public string Wire { get; private set; } = "";
    public string Guid { get; private set; } = "";
    public ItemKind Kind { get; private set; }
    /// <summary>The agency's own count.</summary>
    public int Version { get; private set; }
    /// <summary>Ours: 1 for the first that came, also where the agency does not count.</summary>
    public int Take { get; private set; }
    public string Edition { get; private set; } = "";
    public string Section { get; private set; } = "";
    public string? Language { get; private set; }
    public int? Urgency { get; private set; }
    public string? Slug { get; private set; }
    public string Headline { get; private set; } = "";
    public string? Standfirst { get; private set; }
    public string Body { get; private set; } = "";
    public string? Byline { get; private set; }
    public string? Dateline { get; private set; }
    public string? Credit { get; private set; }
    public string? Located { get; private set; }
    public string? Rights { get; private set; }
    public string? UsageTerms { get; private set; }
    /// <summary>What its line allowed when it came, with the terms it states itself.</summary>
    public Licence Licence { get; private set; } = Licence.Free;
    public IReadOnlyList<string> Subjects { get; private set; } = [];
    public IReadOnlyList<string> Keywords { get; private set; } = [];
    public IReadOnlyList<ItemPicture> Pictures { get; private set; } = [];
    public IReadOnlyList<Association> Associations { get; private set; } = [];
    public DateTimeOffset? Embargo { get; private set; }
    public WireStatus Status { get; private set; }
    public DateTimeOffset? Sent { get; private set; }
    public DateTimeOffset Received { get; private set; }
    public string? EditorialNote { get; private set; }
    public bool Corrects { get; private set; }
    public string? Link { get; private set; }
    public long Delivery { get; private set; }
    public string Fingerprint { get; private set; } = "";
    /// <summary>Headline and text folded for the desk's search.</summary>
    public string Folded { get; private set; } = "";
    /// <summary>Its subjects with all wider ones, by code and by name, as <see cref="Manset.Wire.Topics"/> writes them.</summary>
    public string Topics { get; private set; } = "";

    /// <summary>Who put it into its section by hand; null while it stands where subjects or rules put it.</summary>
    public string? AssignedBy { get; private set; }

    public bool EmbargoLifted { get; private set; }
    /// <summary>Is this the take to work from? A later one takes the mark away.</summary>
    public bool Newest { get; private set; }

    /// <summary>Not to be used: for good when it is killed, until further notice when it is withheld.</summary>
    public bool IsWithdrawn => Status is not WireStatus.Usable;

    public bool IsEmbargoed(DateTimeOffset now) => now < Embargo;

    public static WireItem Of(
        Dispatch dispatch, WireLine line, string edition, string section, IReadOnlyList<ItemPicture> pictures, long delivery, string fingerprint, DateTimeOffset now,
        string? folded = null, long id = 0) => new()
        {
            Id = id,
            Wire = line.Name,
            Guid = dispatch.Guid,
            Kind = dispatch.Kind,
            Version = dispatch.Version,
            Edition = edition,
            Section = section,
            Language = dispatch.Language,
            Urgency = dispatch.Urgency,
            Slug = dispatch.Slug,
            Headline = dispatch.Headline,
            Standfirst = dispatch.Standfirst,
            Body = dispatch.Body,
            Byline = dispatch.Byline,
            Dateline = dispatch.Dateline,
            Credit = dispatch.Credit ?? line.Agency,
            Located = dispatch.Located,
            Rights = dispatch.Rights,
            UsageTerms = dispatch.UsageTerms,
            Licence = line.Licence with { Terms = line.Licence.Terms ?? dispatch.UsageTerms, Copyright = line.Licence.Copyright ?? dispatch.Rights },
            Subjects = dispatch.Subjects,
            Keywords = dispatch.Keywords,
            Pictures = pictures,
            Associations = dispatch.Associations,
            Embargo = dispatch.Embargo,
            Status = dispatch.Status,
            Sent = dispatch.Sent,
            Received = now,
            EditorialNote = dispatch.EditorialNote,
            Corrects = dispatch.Corrects,
            Link = dispatch.Link?.ToString(),
            Delivery = delivery,
            Fingerprint = fingerprint,
            Folded = folded ?? FoldedOf(dispatch),
            Topics = Manset.Wire.Topics.Of(dispatch.Subjects),
        };

    public static string FoldedOf(Dispatch dispatch) => Folding.Of($"{dispatch.Headline} {dispatch.Slug} {dispatch.Standfirst} {CanonicalHtml.Text(dispatch.Body)}");

    /// <summary>Two deliveries of one guid with the same fingerprint say the same.</summary>
    public static string FingerprintOf(Dispatch dispatch) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        dispatch.Version, dispatch.Status, dispatch.Urgency, dispatch.Headline, dispatch.Standfirst, dispatch.Body, dispatch.Byline,
        dispatch.Dateline, dispatch.Embargo?.UtcTicks, dispatch.EditorialNote, dispatch.Rights, dispatch.UsageTerms, string.Join('|', dispatch.Pictures.Select(picture => picture.Address))))));

    /// <summary>Sets this item behind the takes that came before; true when it is the one to work from.</summary>
    internal bool Follow(IReadOnlyList<WireItem> earlier)
    {
        Take = earlier.Count == 0 ? 1 : earlier.Max(item => item.Take) + 1;
        Newest = !earlier.Any(ComesBefore);
        if (earlier.LastOrDefault(item => item.Newest) is { AssignedBy: { } by } before) Assign(before.Section, by);
        if (Newest) foreach (var item in earlier) item.Newest = false;
        return Newest;
    }

    /// <summary>
    /// Whether this take, although it came later, is the older one. Versions tell; where an agency does not count them, a kill
    /// stands against all that came or comes, and among the rest the agency's own hour tells.
    /// </summary>
    bool ComesBefore(WireItem other)
    {
        if (Status is WireStatus.Killed && Version == 1) return false;
        if (Version != other.Version) return Version < other.Version;
        if (Status is WireStatus.Killed || other.Status is WireStatus.Killed) return Status is not WireStatus.Killed;
        return Sent < other.Sent;
    }

    /// <summary>One of its pictures came after it.</summary>
    public void Illustrate(string address, long picture) =>
        Pictures = [.. Pictures.Select(each => each.Address == address ? each with { Id = picture } : each)];

    public void LiftEmbargo() => EmbargoLifted = true;

    /// <param name="by">Whose hand put it there; null when it goes back to where it came in.</param>
    public void Assign(string section, string? by) => (Section, AssignedBy) = (section, by);
}

/// <summary>A picture of an item; <see cref="Id"/> once its bytes are kept here.</summary>
public sealed record ItemPicture(string Address, string? Caption, string? Credit, string? Alt, long? Id)
{
    public IReadOnlyList<Rendition> Renditions { get; init; } = [];
}

/// <summary>Where the polling of a feed stands.</summary>
public sealed class WireState
{
    public required string Wire { get; init; }
    public string? EntityTag { get; set; }
    public string? LastModified { get; set; }
    /// <summary>Where the feed went for good, and the digest of the address that it went from.</summary>
    public string? MovedTo { get; set; }
    public string? MovedFrom { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public int Failures { get; set; }
    public string? LastRefusal { get; set; }
    public DateTimeOffset? LastHeard { get; set; }
}
