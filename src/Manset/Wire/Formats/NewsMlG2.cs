using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>
/// NewsML-G2: text and picture items, alone or in a message. Names are matched without their namespace, for agencies leave it out.
/// </summary>
static class NewsMlG2
{
    public static Reading Read(XElement root, Uri? address)
    {
        var items = root.Name.LocalName == "newsMessage" ? root.Parts("itemSet").SelectMany(set => set.Elements()).ToList() : [root];
        var pictures = new Dictionary<string, WirePicture>();
        foreach (var item in items)
            if ((string?)item.Attribute("guid") is { } guid && Picture(item, address) is { } picture) pictures.TryAdd(guid, picture);

        var (dispatches, refused) = (new List<Dispatch>(), new List<Unreadable>());
        foreach (var item in items)
        {
            var (dispatch, refusal) = Item(item, address, pictures);
            if (dispatch is not null) dispatches.Add(dispatch);
            if (refusal is not null) refused.Add(refusal);
        }
        if (items.Count == 0) refused.Add(new("A message without items.", Line: root.Line));
        return new("newsml-g2", dispatches, refused);
    }

    static (Dispatch?, Unreadable?) Item(XElement item, Uri? address, Dictionary<string, WirePicture> pictures)
    {
        var guid = ((string?)item.Attribute("guid"))?.Trim();
        if (item.Name.LocalName != "newsItem") return (null, new($"A {item.Name.LocalName} carries no story.", guid, item.Line));
        if (guid is null or "") return (null, new("No guid: a take could not be told from a new item.", Line: item.Line));

        var kind = Code(item.Part("itemMeta")?.Part("itemClass")) ?? "text";
        if (kind is "video" or "audio" or "animation" or "data") return (null, new($"A {kind} item; text and pictures are read.", guid, item.Line));

        var draft = new Draft { Guid = guid, Line = item.Line, Language = Addresses.Language(item) };
        if (Marks.Whole((string?)item.Attribute("version")) is >= 1 and { } version) draft.Version = version;
        if (item.Part("itemMeta") is { } about) Management(about, draft);
        if (item.Part("contentMeta") is { } meta) Content(meta, draft);
        draft.Credit ??= Name(item.Part("itemMeta")?.Part("provider"), draft.Language);
        if (item.Part("contentSet") is { } content)
        {
            foreach (var inline in content.Elements()) Text(inline, draft, address);
        }
        if (pictures.TryGetValue(guid, out var own)) draft.Pictures.Add(own);
        Linked(item, draft, address, pictures);
        if (draft.Slug is null && draft.Headline.Length == 0 && draft.Body.Length == 0 && draft.Status == WireStatus.Usable)
            return (null, new(kind == "text" ? "Neither a headline nor text." : $"A {kind} item without a headline.", guid, item.Line));
        if (kind is "picture" or "graphic" && draft.Pictures.Count == 0 && draft.Body.Length == 0 && draft.Status == WireStatus.Usable)
            return (null, new("A picture item without a picture that can be fetched.", guid, item.Line));
        return draft.Finish();
    }

    static void Management(XElement about, Draft draft)
    {
        foreach (var part in about.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "versionCreated": draft.Sent = WireTime.Of(part.Value); break;
                case "pubStatus" when Code(part) is { } status: draft.Status = Marks.Status(status); break;
                case "signal" when Code(part) is { } signal: Signal(signal, draft); break;
                case "edNote" when Prose.OneLine(Markup.Of(part)) is { Length: > 0 } note: draft.Note = Draft.Joined(draft.Note, note, " "); break;
                case "priority" when draft.Urgency is null: draft.Urgency = Urgency(Code(part) ?? part.Value.Trim()); break;
            }
        }
        // An embargo without an instant lasts until the agency lifts it.
        foreach (var embargo in about.Parts("embargoed")) draft.EmbargoUntil(embargo.Value);
    }

    static void Signal(string signal, Draft draft)
    {
        if (signal == "correction") draft.Corrects = true;
        else if (signal is "kill" or "withdrawal" or "retraction") draft.Status = WireStatus.Killed;
    }

    static int? Urgency(string? code) => Marks.Whole(code) is >= 1 and <= 8 and var urgency ? urgency : null;

    static void Content(XElement meta, Draft draft)
    {
        string? author = null, place = null;
        foreach (var part in meta.Elements())
        {
            var text = Prose.OneLine(Markup.Of(part));
            switch (part.Name.LocalName)
            {
                case "headline" when text.Length > 0 && draft.Headline.Length == 0: draft.Headline = text; break;
                case "slugline" when text.Length > 0: draft.Slug ??= text; break;
                case "urgency": draft.Urgency = Urgency(part.Value.Trim()) ?? draft.Urgency; break;
                case "by" when text.Length > 0: draft.Byline ??= text; break;
                case "creator": author ??= Name(part, draft.Language); break;
                case "creditline" when text.Length > 0: draft.Credit ??= text; break;
                case "dateline" when text.Length > 0: draft.Dateline ??= text; break;
                case "located": place ??= Name(part, draft.Language); break;
                case "language": draft.Language ??= (string?)part.Attribute("tag"); break;
                case "keyword" when text.Length > 0: draft.Keywords.Add(text); break;
                case "subject" when Subject(part, draft.Language) is { } subject: draft.Subjects.Add(subject); break;
                case "description" when text.Length > 0: draft.Standfirst ??= text; break;
            }
        }
        draft.Byline ??= author;
        draft.Dateline ??= place;
    }

    static void Text(XElement content, Draft draft, Uri? address)
    {
        if (draft.Body.Length > 0 || (string?)content.Attribute("hascontent") == "false") return;
        var start = Addresses.Base(content, address);
        if (content.Name.LocalName == "inlineData") draft.Body = Data(content, start);
        else if (content.Name.LocalName == "inlineXML") Nitf.Read(content, draft, start);
    }

    static string Data(XElement data, Uri? start)
    {
        var text = data.Value;
        if (((string?)data.Attribute("encoding"))?.EndsWith("base64", StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = new byte[text.Length];
            text = Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
        }
        return (string?)data.Attribute("contenttype") == "text/plain" ? Prose.OfText(text) : Prose.Body(text, start);
    }

    /// <summary>The renditions of an item are one picture: the widest that can be fetched.</summary>
    static WirePicture? Picture(XElement item, Uri? address)
    {
        var best = item.Parts("contentSet").SelectMany(set => set.Parts("remoteContent"))
            .Where(remote => ((string?)remote.Attribute("contenttype"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                ?? Code(item.Part("itemMeta")?.Part("itemClass")) == "picture")
            .Select(remote => (Address: Addresses.Resolve((string?)remote.Attribute("href"), address), Width: Marks.Whole((string?)remote.Attribute("width")) ?? 0))
            .Where(remote => remote.Address is not null)
            .OrderByDescending(remote => remote.Width).FirstOrDefault().Address;
        if (best is null) return null;

        var meta = item.Part("contentMeta");
        var captions = meta?.Parts("description").ToList() ?? [];
        var caption = captions.Find(text => Code((string?)text.Attribute("role")) == "caption") ?? captions.FirstOrDefault();
        var alt = captions.Find(text => Code((string?)text.Attribute("role")) is "altText" or "alttext" or "accessibility");
        return new(best, Line(caption), Line(meta?.Part("creditline")) ?? Name(meta?.Part("creator"), Addresses.Language(item)), Line(alt));
    }

    /// <summary>Pictures that the item points to: in the same message, or by an address of their own.</summary>
    static void Linked(XElement item, Draft draft, Uri? address, Dictionary<string, WirePicture> pictures)
    {
        foreach (var link in (item.Part("itemMeta")?.Parts("link") ?? []).Take(Draft.MostPictures))
        {
            if ((string?)link.Attribute("residref") is { } reference && pictures.TryGetValue(reference, out var picture)) draft.Pictures.Add(picture);
            else if (((string?)link.Attribute("contenttype"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
                && Addresses.Resolve((string?)link.Attribute("href"), address) is { } direct)
                draft.Pictures.Add(new(direct, Line(link.Part("title")), Line(link.Part("creditline")), Alternative(link)));
        }
    }

    /// <summary>What a person who cannot see the picture is told of it.</summary>
    static string? Alternative(XElement link) =>
        Line(link.Parts("description").FirstOrDefault(part => ((string?)part.Attribute("role"))?.EndsWith(":altText", StringComparison.Ordinal) == true));

    static string? Line(XElement? part) => part is not null && Prose.OneLine(Markup.Of(part)) is { Length: > 0 } line ? line : null;

    static string? Subject(XElement subject, string? language) =>
        (string?)subject.Attribute("qcode") ?? (string?)subject.Attribute("uri") ?? Name(subject, language);

    /// <summary>What a concept is called, in the item's language where it has that.</summary>
    static string? Name(XElement? concept, string? language)
    {
        var names = concept?.Parts("name").ToList() ?? [];
        var name = names.Find(name => Addresses.Language(name) is { } spoken && language is not null
                && spoken.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? names.FirstOrDefault();
        return Line(name) ?? (string?)concept?.Attribute("literal");
    }

    static string? Code(XElement? part) =>
        part is null ? null : Code((string?)part.Attribute("qcode") ?? (string?)part.Attribute("uri") ?? (string?)part.Attribute("literal"));

    /// <summary>The code without its scheme: <c>usable</c> of <c>stat:usable</c> or of the full address.</summary>
    static string? Code(string? code) => code?[(code.LastIndexOfAny([':', '/', '#']) + 1)..].Trim() is { Length: > 0 } bare ? bare : null;
}
