using System.Globalization;
using System.Reflection;
using Manset.Editions;

namespace Manset.Desk.Editing;

/// <summary>The editor's form as it was sent, letter by letter, so that it can be shown again whatever was wrong with it.</summary>
public sealed record EditorForm
{
    /// <summary>In bytes: a camera's whole JPEG. The whole form may be a little more, so that what is too large is said beside its field.</summary>
    public const int LargestUpload = 30 * 1024 * 1024, LargestForm = 48 * 1024 * 1024;

    const string LocalInstant = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The revision the writer had before them.</summary>
    public int Seen { get; init; }
    public string Edition { get; init; } = "";
    public string Section { get; init; } = "";
    public string Headline { get; init; } = "";
    public string Standfirst { get; init; } = "";
    public string Body { get; init; } = "";
    public string Byline { get; init; } = "";
    public string Dateline { get; init; } = "";
    public string Sources { get; init; } = "";
    public string Tags { get; init; } = "";
    /// <summary>On the edition's own clock: <c>2026-11-22T14:05</c>.</summary>
    public string Embargo { get; init; } = "";
    public long? PictureId { get; init; }
    public bool WithoutPicture { get; init; }
    public string PictureAlt { get; init; } = "";
    public string PictureCaption { get; init; } = "";
    public string PictureCredit { get; init; } = "";
    /// <summary>A picture chosen to take the place of the one before.</summary>
    public IFormFile? Upload { get; init; }

    public string Note { get; init; } = "";
    public string Override { get; init; } = "";

    public static async ValueTask<EditorForm?> BindAsync(HttpContext call, ParameterInfo parameter)
    {
        if (!call.Request.HasFormContentType) return null;

        IFormCollection form;
        try
        {
            form = await call.Request.ReadFormAsync(call.RequestAborted);
        }
        // Broken, or of more parts than any form of ours has.
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException) { return null; }

        return new()
        {
            Seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            Edition = form["edition"].ToString(),
            Section = form["section"].ToString(),
            Headline = form["headline"].ToString(),
            Standfirst = form["standfirst"].ToString(),
            Body = form["body"].ToString(),
            Byline = form["byline"].ToString(),
            Dateline = form["dateline"].ToString(),
            Sources = form["sources"].ToString(),
            Tags = form["tags"].ToString(),
            Embargo = form["embargo"].ToString(),
            PictureId = long.TryParse(form["picture"], NumberStyles.None, CultureInfo.InvariantCulture, out var picture) ? picture : null,
            WithoutPicture = form["without-picture"] == "on",
            PictureAlt = form["alt"].ToString(),
            PictureCaption = form["caption"].ToString(),
            PictureCredit = form["credit"].ToString(),
            Upload = form.Files.GetFile("upload") is { Length: > 0 } upload ? upload : null,
            Note = form["note"].ToString(),
            Override = form["override"].ToString(),
        };
    }

    public static EditorForm Of(StoryCopy copy, int seen, Edition edition, DateTimeOffset? embargo) => new()
    {
        Seen = seen,
        Edition = edition.Code,
        Section = copy.Section,
        Headline = copy.Headline,
        Standfirst = copy.Standfirst,
        Body = Typed.Of(copy.Body),
        Byline = copy.Byline,
        Dateline = copy.Dateline,
        Sources = Typed.Listed(copy.Sources),
        Tags = Typed.Listed(copy.Tags),
        Embargo = TypedInstant(embargo, edition),
        PictureId = copy.PictureId,
        PictureAlt = copy.PictureAlt,
        PictureCaption = copy.PictureCaption,
        PictureCredit = copy.PictureCredit,
    };

    public StoryForm Story(Edition edition) => new()
    {
        Edition = edition.Code,
        Section = Section,
        Headline = Headline,
        Standfirst = Standfirst,
        Body = Typed.Html(Body),
        Byline = Byline,
        Dateline = Dateline,
        Sources = Typed.List(Sources),
        Tags = Typed.List(Tags),
        Embargo = EmbargoIn(edition),
        Picture = PictureId is { } id && !WithoutPicture ? new(id, PictureAlt, PictureCaption, PictureCredit) : null,
    };

    /// <summary>What of it cannot be taken: field name to a key of the word files.</summary>
    public IReadOnlyDictionary<string, string> Faults(Edition edition)
    {
        var faults = new Dictionary<string, string>(Story(edition).Faults(edition));
        if (Embargo.Length > 0 && EmbargoIn(edition) is null) faults["embargo"] = "desk.fault.embargo";
        if (Upload?.Length > LargestUpload) faults["upload"] = "desk.fault.picture-large";
        return faults;
    }

    /// <summary>Does the form leave this embargo as it is? Its field knows no seconds.</summary>
    public bool Leaves(DateTimeOffset? embargo, Edition edition) => Embargo == TypedInstant(embargo, edition);

    /// <summary>The first and the last day there is have no room for an offset.</summary>
    public DateTimeOffset? EmbargoIn(Edition edition) =>
        DateTime.TryParse(Embargo, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local > DateTime.MinValue.AddDays(1) && local < DateTime.MaxValue.AddDays(-1)
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), edition.Clock.GetUtcOffset(local)).ToUniversalTime()
            : null;

    static string TypedInstant(DateTimeOffset? embargo, Edition edition) =>
        embargo is { } until ? edition.Local(until).ToString(LocalInstant, CultureInfo.InvariantCulture) : "";
}
