using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>
/// NewsML-G2, 2.9 to 2.35: items alone or in a message. Names are matched without their namespace, for agencies leave it out. A package
/// is an item that names others; concepts give their names to the codes of the items beside them.
/// </summary>
static partial class NewsMlG2
{
    /// <summary>What the items of one message share: where it came from, its pictures by guid, its schemes by alias, its concepts by code.</summary>
    sealed record Message(Uri? Address, Dictionary<string, WirePicture> Pictures, Dictionary<string, string> Schemes, Dictionary<string, XElement> Concepts);

    public static Reading Read(XElement root, Uri? address)
    {
        var items = root.Name.LocalName == "newsMessage" ? root.Parts("itemSet").SelectMany(set => set.Elements()).ToList() : [root];
        var message = new Message(address, [], Schemes(root), Concepts(items));
        foreach (var item in items)
            if ((string?)item.Attribute("guid") is { } guid && Picture(item, address) is { } picture) message.Pictures.TryAdd(guid, picture);

        // What the envelope says holds for items that do not say it themselves.
        var header = root.Part("header");
        var (sent, urgency) = (WireTime.Of(header?.Part("sent")?.Value), Urgency(header?.Part("priority")?.Value.Trim()));
        var reading = Reading.Of("newsml-g2", items.Select(item => Item(item, message)).Select(draft =>
        {
            (draft.Sent, draft.Urgency) = (draft.Sent ?? sent, draft.Urgency ?? urgency);
            return draft;
        }));
        return items.Count > 0 ? reading : reading with { Refused = [new("A message without items.", Line: root.Line)] };
    }

    static Draft Item(XElement item, Message message)
    {
        var about = item.Part("itemMeta");
        var draft = new Draft
        {
            Guid = ((string?)item.Attribute("guid"))?.Trim(),
            StandsByName = true,
            Line = item.Line,
            Language = Addresses.Language(item),
            Kind = KindOf(item, Code(about?.Part("itemClass"))),
        };
        if (draft.Guid is null or "") draft.Refusal = "No guid: a take could not be told from a new item.";
        if (Marks.Whole((string?)item.Attribute("version")) is >= 1 and { } version) draft.Version = version;
        if (about is not null) Management(about, draft);
        Rights(item, draft);
        // Of an item in parts, the whole is described first.
        foreach (var meta in item.Parts("contentMeta")) Content(meta, draft, message);
        draft.Credit ??= Name(about?.Part("provider"), draft.Language) ?? Name(about?.Part("service"), draft.Language);
        foreach (var inline in item.Parts("contentSet").SelectMany(set => set.Elements())) Text(inline, draft, message.Address);
        if (draft.Guid is { } guid && message.Pictures.TryGetValue(guid, out var own)) draft.Pictures.Add(own);
        Files(item, draft, message.Address);
        Linked(item, draft, message);
        Groups(item, draft, message);
        if (draft.Kind is ItemKind.Concept or ItemKind.Event) Concept(item, draft);
        if (draft.Headline.Length == 0) draft.Headline = Line(about?.Part("title")) ?? "";
        return draft;
    }

    static ItemKind KindOf(XElement item, string? itemClass) => item.Name.LocalName switch
    {
        "packageItem" => ItemKind.Package,
        "conceptItem" or "knowledgeItem" or "catalogItem" => itemClass == "event" ? ItemKind.Event : ItemKind.Concept,
        "planningItem" => ItemKind.Event,
        _ => itemClass switch
        {
            "picture" => ItemKind.Picture,
            "graphic" or "animation" => ItemKind.Graphic,
            "video" => ItemKind.Video,
            "audio" => ItemKind.Audio,
            "composite" => ItemKind.Package,
            _ => ItemKind.Text,
        },
    };

    static void Management(XElement about, Draft draft)
    {
        foreach (var part in about.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "versionCreated": draft.Sent = WireTime.Of(part.Value); break;
                case "firstCreated": draft.Sent ??= WireTime.Of(part.Value); break;
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
        signal = signal.ToLowerInvariant();
        if (signal is "correction" or "corr" or "cor") draft.Corrects = true;
        else if (signal is "kill" or "withdrawal" or "retraction" or "cancel") draft.Status = WireStatus.Killed;
    }

    static int? Urgency(string? code) => Marks.Whole(code) is >= 1 and <= 9 and var urgency ? Math.Min(urgency, 8) : null;

    static void Rights(XElement item, Draft draft)
    {
        foreach (var rights in item.Parts("rightsInfo"))
        {
            draft.Rights ??= Line(Spoken(rights.Parts("copyrightNotice"), draft.Language)) ?? Name(rights.Part("copyrightHolder"), draft.Language);
            draft.UsageTerms ??= Line(Spoken(rights.Parts("usageTerms"), draft.Language)) ?? (string?)rights.Part("usageTerms")?.Attribute("href") ?? (string?)rights.Part("link")?.Attribute("href");
        }
    }

    /// <summary>Aliases that the document itself gives to schemes; IPTC's own are known without.</summary>
    static Dictionary<string, string> Schemes(XElement root) =>
        root.Descendants().Where(part => part.Name.LocalName == "scheme" && part.Attribute("alias") is not null && part.Attribute("uri") is not null)
            .Take(2000).GroupBy(scheme => (string)scheme.Attribute("alias")!).ToDictionary(same => same.Key, same => (string)same.First().Attribute("uri")!);

    static Dictionary<string, XElement> Concepts(List<XElement> items) =>
        items.Where(item => item.Name.LocalName is "conceptItem" or "knowledgeItem")
            .SelectMany(item => item.Parts("concept").Concat(item.Parts("conceptSet").SelectMany(set => set.Parts("concept"))))
            .Where(concept => concept.Part("conceptId")?.Attribute("qcode") is not null)
            .GroupBy(concept => (string)concept.Part("conceptId")!.Attribute("qcode")!).ToDictionary(same => same.Key, same => same.First());

    static string? Line(XElement? part) => part is not null && Prose.OneLine(Markup.Of(part)) is { Length: > 0 } line ? line : null;

    /// <summary>Of several texts the one in the item's language, else the first.</summary>
    static XElement? Spoken(IEnumerable<XElement> texts, string? language)
    {
        var all = texts.ToList();
        return all.Find(text => Addresses.Language(text) is { } spoken && language is not null
            && spoken.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
    }

    /// <summary>What a concept is called, in the item's language where it has that.</summary>
    static string? Name(XElement? concept, string? language) =>
        concept is null ? null : Line(Spoken(concept.Parts("name"), language)) ?? (string?)concept.Attribute("literal");

    static string? Code(XElement? part) =>
        part is null ? null : Code((string?)part.Attribute("qcode") ?? (string?)part.Attribute("uri") ?? (string?)part.Attribute("literal"));

    /// <summary>The code without its scheme: <c>usable</c> of <c>stat:usable</c> or of the full address.</summary>
    static string? Code(string? code) => code?[(code.LastIndexOfAny([':', '/', '#']) + 1)..].Trim() is { Length: > 0 } bare ? bare : null;
}
