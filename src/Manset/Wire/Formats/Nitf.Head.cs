using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>What the head of a NITF document says of it.</summary>
static partial class Nitf
{
    static readonly string[] PlaceParts = ["city", "state-prov", "iso-cc"];
    static readonly string[] RightsParts = ["owner", "geography", "location.code", "limitations", "type", "agent"];
    static readonly string[] SubjectParts = ["tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"];

    static void About(XElement head, Draft draft)
    {
        if (head.Part("docdata") is { } data)
        {
            Management(data, draft);
            Rights(data, draft);
        }
        Fill(head, draft);
        var published = head.Parts("pubdata").Select(part => WireTime.Of((string?)part.Attribute("date.publication"))).FirstOrDefault(hour => hour is not null);
        draft.Sent ??= published;
        // Where neither issue nor publication is dated, the last revision is.
        draft.Sent ??= head.Parts("revision-history").Select(part => WireTime.Of(Of(part, "norm"))).Max();
        draft.Guid ??= Meta(head, "guid", "uniqueid", "doc-id");
        draft.Slug ??= Meta(head, "slug", "slugline", "anpa-keyword");
        draft.Urgency ??= Marks.Whole(Meta(head, "anpa-priority", "priority")) is >= 1 and <= 8 and var urgency ? urgency : null;
    }

    static void Management(XElement data, Draft draft)
    {
        if (Of(data, "management-status") is { } status) draft.Status = status == "embargoed" ? WireStatus.Usable : Marks.Status(status);
        draft.Guid = Of(data.Part("doc-id"), "id-string");
        draft.Credit = Of(data.Part("doc-id"), "regsrc");
        if (Marks.Whole(Of(data.Part("du-key"), "version")) is >= 1 and { } version) draft.Version = version;
        draft.Slug = Of(data.Part("du-key"), "key");
        foreach (var series in data.Parts("series").Select(part => Of(part, "series.name")).OfType<string>()) draft.Keywords.Add(series);
        foreach (var fixture in data.Parts("fixture").Select(part => Of(part, "fix-id")).OfType<string>()) draft.Keywords.Add(fixture);
        draft.Urgency = Marks.Whole(Of(data.Part("urgency"), "ed-urg")) is >= 1 and <= 8 and var urgency ? urgency : null;
        draft.Sent = WireTime.Of(Of(data.Part("date.issue"), "norm"));
        draft.Located = string.Join(", ", PlaceParts.Select(part => Of(data.Part("evloc"), part)).OfType<string>()) is { Length: > 0 } place ? place : null;
        foreach (var message in data.Parts("ed-msg").Select(part => Of(part, "info") ?? Line(part)).OfType<string>()) draft.Note = Draft.Joined(draft.Note, Prose.OneLine(message), " ");
        if (data.Part("correction") is { } correction)
        {
            draft.Corrects = true;
            if (Of(correction, "info") is { } wrong) draft.Note = Draft.Joined(draft.Note, wrong, " ");
        }
        Release(data, draft);
    }

    /// <summary>A release later than the issue is an embargo; one that cannot be read is one too, when the document says it is embargoed.</summary>
    static void Release(XElement data, Draft draft)
    {
        var written = Of(data.Part("date.release"), "norm");
        var embargoed = Of(data, "management-status") == "embargoed";
        if (embargoed) draft.EmbargoUntil(written ?? "");
        else if (WireTime.Of(written) is { } release && release > (draft.Sent ?? DateTimeOffset.MaxValue)) draft.Embargo = release;
        draft.Sent ??= WireTime.Of(written);
    }

    static void Rights(XElement data, Draft draft)
    {
        if (data.Part("doc.copyright") is { } copyright)
            draft.Rights = string.Join(' ', new[] { "©", Of(copyright, "year"), Of(copyright, "holder") }.OfType<string>()) is { Length: > 1 } line ? line : null;
        if (data.Part("doc.rights") is { } rights)
            draft.UsageTerms = Line(rights) ?? (string.Join(", ", RightsParts.Select(name => Of(rights, name)).OfType<string>()) is { Length: > 0 } terms ? terms : null);
    }

    /// <summary>What may also stand in a NITF within another format: subjects and keywords.</summary>
    static void Fill(XElement head, Draft draft)
    {
        foreach (var subject in head.Parts("tobject").SelectMany(part => part.Parts("tobject.subject")))
        {
            var names = SubjectParts.Select(name => Of(subject, name)).OfType<string>().ToList();
            draft.Subject(Codes.Of(Scheme(subject), Of(subject, "tobject.subject.refnum")), names.LastOrDefault());
        }
        foreach (var type in head.Parts("tobject").Select(part => Of(part, "tobject.type")).OfType<string>().Where(type => type is not ("news" or "data"))) draft.Subjects.Add(type);
        if (head.Part("docdata") is not { } data) return;
        draft.Keywords.AddRange(data.Parts("key-list").SelectMany(list => list.Parts("keyword")).Select(word => Of(word, "key") ?? Line(word)).OfType<string>());
        draft.Keywords.AddRange(data.Parts("doc-scope").Select(scope => Of(scope, "scope")).OfType<string>());
        foreach (var part in data.Parts("identified-content").SelectMany(content => content.Elements()))
        {
            var name = Of(part, "value") ?? Line(part);
            if (part.Name.LocalName == "classifier") draft.Subject(Codes.Of(Of(part, "type"), Of(part, "idsrc") is null ? null : Of(part, "value")), name);
            else if (name is not null) draft.Keywords.Add(name);
        }
    }

    /// <summary>Eight digits without a word of whose they are, are IPTC's subject codes.</summary>
    static string? Scheme(XElement subject) =>
        Of(subject, "tobject.subject.refnum") is { Length: 8 } code && code.All(char.IsAsciiDigit) && (Of(subject, "tobject.subject.ipr") ?? "IPTC").StartsWith("IPTC", StringComparison.OrdinalIgnoreCase)
            ? "subj" : Of(subject, "tobject.subject.ipr");

    static string? Meta(XElement head, params ReadOnlySpan<string> names)
    {
        foreach (var meta in head.Parts("meta"))
            if (Of(meta, "name") is { } name && names.Contains(name.ToLowerInvariant())) return Of(meta, "content");
        return null;
    }

    static string? Of(XElement? part, string attribute) => ((string?)part?.Attribute(attribute))?.Trim() is { Length: > 0 } text ? text : null;
}
