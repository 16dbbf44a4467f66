using System.Text.Json;

namespace Manset.Wire;

/// <summary>
/// ninjs 1.0 to 3.1 of IPTC. 1.x has a member per kind of text (<c>body_xhtml</c>) and objects by name; 2.x has lists in small letters;
/// 3.x writes them in camel case. Agencies mix them, so each is looked for in every form.
/// </summary>
static partial class Ninjs
{
    const int Deepest = 4;
    /// <summary>Of several headlines or descriptions the first of these.</summary>
    static readonly string[] Roles = ["main", "headline", "caption", "summary", "abstract"];
    static readonly string[] Named = ["people", "person", "organisations", "organisation", "places", "place", "objects", "object", "events", "event"];

    /// <summary>By its name; where a desk or an agency has left that out or calls it otherwise, by its name and a member that no other format has.</summary>
    public static bool Is(JsonElement root) =>
        root.Word("uri") is not null || (root.Word("guid", "urn") is not null && root.Member("pubstatus", "versioncreated", "version_created", "body_html", "article_html") is not null) || root.Member("standard", "$standard")?.Word("name")?.Equals("ninjs", StringComparison.OrdinalIgnoreCase) == true;

    public static Draft Read(JsonElement item, Uri? address)
    {
        var draft = new Draft
        {
            Guid = item.Word("uri", "guid", "urn") ?? item.Each("altids").Select(each => each.Word("value")).FirstOrDefault(),
            StandsByName = true,
            Kind = KindOf(item.Word("type")),
            Version = Marks.Whole(item.Word("version")?.Split('.')[0]) is >= 1 and { } version ? version : 1,
            Language = item.Word("language"),
            Urgency = Marks.Whole(item.Word("urgency", "priority")?.Split('.')[0]) is >= 1 and <= 9 and { } urgency ? Math.Min(urgency, 8) : null,
            Slug = item.Line("slugline"),
            Headline = Chosen(item, "headline") ?? item.Line("title") ?? "",
            Byline = item.Line("by", "byline") ?? Names(item.Each("authors", "bylines")),
            Located = item.Line("located"),
            Dateline = item.Line("dateline", "located"),
            Sent = WireTime.Of(item.Word("versioncreated", "version_created")) ?? WireTime.Of(item.Word("contentcreated")) ?? WireTime.Of(item.Word("firstcreated")),
            Note = item.Line("ednote"),
            Rights = item.Line("copyrightnotice") ?? item.Line("copyrightholder"),
            UsageTerms = item.Line("usageterms") ?? Joined(item.Each("usageterms")) ?? item.Member("rightsinfo")?.Line("linkedrights") ?? item.Member("rightsinfo")?.Line("encodedrights"),
            Credit = Names(item.Each("infosources", "infosource")) ?? item.Line("creditline", "source") ?? item.Line("copyrightholder"),
            Status = item.Word("pubstatus") is { } status ? Marks.Status(status) : WireStatus.Usable,
            Link = Addresses.Resolve(item.Word("link", "url"), address),
        };
        if (item.Word("embargoed", "embargoeduntil") is { } embargo) draft.EmbargoUntil(embargo);
        else if (item.Line("embargoedreason") is { } reason) draft.EmbargoUntil(reason);
        foreach (var signal in item.Each("signals", "signal")) Signal(signal.Word("code", "qcode", "uri", "name") ?? signal.AsWord() ?? "", draft);
        if (item.Word("evolvedfrom") is { } before) draft.Associations.Add(new("evolvedFrom", before, null));
        Topics(item, draft);
        Text(item, draft, address);
        if (draft.Kind is ItemKind.Picture or ItemKind.Graphic && PictureOf(item, address) is { } own) draft.Pictures.Add(own);
        Associated(item, draft, address, 0);
        return draft;
    }

    static void Signal(string code, Draft draft)
    {
        switch (code[(code.LastIndexOfAny([':', '/', '#']) + 1)..].ToLowerInvariant())
        {
            case "correction" or "corr" or "cor": draft.Corrects = true; break;
            case "kill" or "withdrawal" or "retraction" or "cancel": draft.Status = WireStatus.Killed; break;
        }
    }

    static ItemKind KindOf(string? type) => type?.ToLowerInvariant() switch
    {
        "picture" or "image" or "photo" => ItemKind.Picture,
        "graphic" => ItemKind.Graphic,
        "video" => ItemKind.Video,
        "audio" => ItemKind.Audio,
        "event" or "planning" => ItemKind.Event,
        "composite" or "package" => ItemKind.Package,
        _ => ItemKind.Text,
    };

    static void Topics(JsonElement item, Draft draft)
    {
        foreach (var subject in item.Each("subjects", "subject").Concat(item.Each("categories"))) draft.Subject(Code(subject), subject.Line("name"));
        foreach (var keyword in item.Each("keywords", "keyword")) draft.Keywords.Add(Prose.OneLine(keyword.Word("name") ?? keyword.AsWord() ?? ""));
        foreach (var list in Named)
            draft.Keywords.AddRange(item.Each(list).Select(each => each.Line("name")).OfType<string>());
        if (draft.Located is null && item.Each("places", "place").FirstOrDefault(place => place.Word("rel") is "created" or "located") is { ValueKind: JsonValueKind.Object } place)
            (draft.Located, draft.Dateline) = (place.Line("name"), draft.Dateline ?? place.Line("name"));
    }

    static string? Code(JsonElement subject) => Codes.Of(subject.Word("scheme"), subject.Word("code", "qcode")) ?? Codes.Of(null, subject.Word("uri")) ?? subject.Line("literal");

    static string? Names(IEnumerable<JsonElement> named) =>
        string.Join(", ", named.Select(each => each.Line("name", "literal", "by", "byline") ?? each.AsWord()).OfType<string>().Distinct()) is { Length: > 0 } names ? names : null;

    static string? Joined(IEnumerable<JsonElement> lines) =>
        string.Join(' ', lines.Select(each => each.AsWord() is { } text ? Prose.OneLine(text) : each.Line("value", "name")).Where(line => line is { Length: > 0 })) is { Length: > 0 } joined ? joined : null;

    /// <summary>The main one of <c>headlines</c>, or the plainest of <c>headline</c>, <c>headline_text</c>, …</summary>
    static string? Chosen(JsonElement item, string name)
    {
        var listed = item.Each(name + "s").Where(each => each.ValueKind == JsonValueKind.Object).ToList();
        var main = Roles.Select(role => listed.Find(each => role.Equals(each.Word("role"), StringComparison.OrdinalIgnoreCase))).FirstOrDefault(each => each.ValueKind == JsonValueKind.Object);
        return main.Line("value") ?? listed.Select(each => each.Line("value")).FirstOrDefault(line => line is not null)
            ?? item.Line(name, name + "_text", name + "_html", name + "_html5", name + "_xhtml", name + "_summary", name + "_caption")
            ?? item.Each(name + "s").Select(each => each.AsWord()).OfType<string>().Select(Prose.OneLine).FirstOrDefault();
    }

    static string? Description(JsonElement item, string? role = null) =>
        role is null
            ? Chosen(item, "description")
            : item.Each("descriptions").FirstOrDefault(each => each.Word("role") is { } said && said.Equals(role, StringComparison.OrdinalIgnoreCase)) is { ValueKind: JsonValueKind.Object } found ? found.Line("value") : null;

    static void Text(JsonElement item, Draft draft, Uri? address)
    {
        if ((Description(item) ?? item.Line("teaser")) is { } description) draft.Standfirst = description;
        // Marked-up text says more than plain; what is neither is plain.
        var bodies = item.Each("bodies").Where(body => body.Word("value") is not null)
            .Select(body => (Type: body.Word("contenttype")?.ToLowerInvariant() ?? (body.Word("role") ?? "text").ToLowerInvariant(), Value: body.Word("value")!))
            .Concat(item.ValueKind != JsonValueKind.Object ? [] : item.EnumerateObject().Where(member => (member.Name.StartsWith("body", StringComparison.OrdinalIgnoreCase) || member.Name is "article_html") && member.Value.AsWord() is not null)
                .Select(member => (Type: member.Name[(member.Name.IndexOf('_', StringComparison.Ordinal) + 1)..].ToLowerInvariant(), Value: member.Value.AsWord()!)));
        foreach (var (type, value) in bodies.OrderBy(body => Rank(body.Type)))
        {
            draft.Body = Rank(type) switch
            {
                2 => Nitf.Body(value, address),
                3 when !LooksMarkedUp(value) => Prose.OfText(value),
                _ => Prose.Body(value, address),
            };
            if (draft.Body.Length > 0) return;
        }
    }

    static int Rank(string type) => type.Contains("html", StringComparison.Ordinal) ? 1 : type.Contains("nitf", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) ? 2 : 3;

    static bool LooksMarkedUp(string value) => value.Contains("</p>", StringComparison.OrdinalIgnoreCase) || value.Contains("<br", StringComparison.OrdinalIgnoreCase);
}
