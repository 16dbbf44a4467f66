using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>
/// NewsML 1.2: an envelope and items, each a tree of components. The text of an item is that of the component whose role is the main one;
/// the others are pictures with their captions, summaries, and files that are only named. Vocabularies are matched by word, for every
/// agency has its own.
/// </summary>
static partial class NewsMl1
{
    const int MostComponents = 1000;
    static readonly string[] NameParts = ["ProviderId", "DateId", "NewsItemId"];

    public static Reading Read(XElement root, Uri? address)
    {
        var envelope = root.Part("NewsEnvelope");
        var items = root.Name.LocalName == "NewsItem" ? [root] : root.Parts("NewsItem").ToList();
        var reading = Reading.Of("newsml-1.2", items.Select(item => Item(item, envelope, address)));
        return items.Count > 0 ? reading : reading with { Refused = [new("A document without items.", Line: root.Line)] };
    }

    static Draft Item(XElement item, XElement? envelope, Uri? address)
    {
        var draft = new Draft { StandsByName = true, Line = item.Line, Language = Addresses.Language(item) };
        if (item.Part("Identification") is { } identification) Identify(identification, draft);
        if (item.Part("NewsManagement") is { } management) Manage(management, draft);
        draft.Urgency ??= Urgency(envelope?.Part("Priority"));
        draft.Sent ??= WireTime.Of(envelope?.Part("DateAndTime")?.Value);
        if (item.Part("Update") is not null && item.Part("NewsComponent") is null)
            draft.Refusal = "An update of parts of another item; whole items are read.";
        var components = item.Descendants().Where(part => part.Name.LocalName == "NewsComponent").Take(MostComponents + 1).ToList();
        if (components.Count > MostComponents) draft.Refusal = $"More than {MostComponents} components in one item.";
        if (draft.Refusal is not null) return draft;
        foreach (var component in item.Parts("NewsComponent")) Component(component, draft);
        Content(components, draft, address);
        draft.Credit ??= Word(envelope?.Part("SentFrom")?.Part("Party"));
        return draft;
    }

    /// <summary>The name of an item is what its takes share: the public identifier without its revision.</summary>
    static void Identify(XElement identification, Draft draft)
    {
        if (identification.Part("NewsIdentifier") is not { } name) return;
        var revision = name.Part("RevisionId");
        if (Marks.Whole(revision?.Value.Trim()) is >= 1 and { } version) draft.Version = version;
        var parts = NameParts.Select(part => name.Part(part)?.Value.Trim()).OfType<string>().Where(part => part.Length > 0).ToList();
        var tail = $":{revision?.Value.Trim()}";
        var ending = tail + (string?)revision?.Attribute("Update");
        draft.Guid = name.Part("PublicIdentifier")?.Value.Trim() switch
        {
            { Length: > 0 } whole when ending.Length > 1 && whole.EndsWith(ending, StringComparison.Ordinal) => whole[..^ending.Length],
            { Length: > 0 } whole when tail.Length > 1 && whole.EndsWith(tail, StringComparison.Ordinal) => whole[..^tail.Length],
            { Length: > 0 } whole => whole,
            _ => parts.Count > 0 ? "urn:newsml:" + string.Join(':', parts) : null,
        };
        if (Line(identification.Part("NameLabel")) is { } slug) draft.Slug = slug;
    }

    static void Manage(XElement management, Draft draft)
    {
        foreach (var part in management.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "NewsItemType": draft.Kind = KindOf(Word(part)); break;
                case "FirstCreated": draft.Sent ??= WireTime.Of(part.Value); break;
                case "ThisRevisionCreated": draft.Sent = WireTime.Of(part.Value) ?? draft.Sent; break;
                case "Status": Status(Word(part), management.Part("StatusWillChange"), draft); break;
                case "Urgency" or "Priority": draft.Urgency = Urgency(part) ?? draft.Urgency; break;
                case "AssociatedWith" or "DerivedFrom" when (string?)part.Attribute("NewsItem") is { Length: > 0 } other:
                    draft.Associations.Add(new(Word(part) ?? part.Name.LocalName, other, Line(part.Part("Comment"))));
                    break;
                case "Instruction": Instruct(Word(part), draft); break;
                case "Property" when Word(part)?.Contains("Correction", StringComparison.OrdinalIgnoreCase) == true && (string?)part.Attribute("Value") is not ("false" or "no"): draft.Corrects = true; break;
            }
        }
    }

    /// <summary>An embargo lasts until the instant at which the status will change; without one, until a person lifts it.</summary>
    static void Status(string? word, XElement? change, Draft draft)
    {
        if (word?.Equals("Embargoed", StringComparison.OrdinalIgnoreCase) == true) draft.EmbargoUntil(change?.Part("DateAndTime")?.Value ?? "");
        else draft.Status = Marks.Status(word ?? "");
    }

    static void Instruct(string? word, Draft draft)
    {
        switch (word?.ToLowerInvariant())
        {
            case "correction" or "corrected" or "correctif" or "rectify": draft.Corrects = true; break;
            case "delete" or "kill" or "cancel" or "withdraw" or "withdrawal" or "mandatorykill": draft.Status = WireStatus.Killed; break;
        }
    }

    static ItemKind KindOf(string? word) => word?.ToLowerInvariant() switch
    {
        "photo" or "picture" or "image" or "photography" => ItemKind.Picture,
        "graphic" or "graphics" => ItemKind.Graphic,
        "video" => ItemKind.Video,
        "audio" => ItemKind.Audio,
        _ => ItemKind.Text,
    };

    static int? Urgency(XElement? part) => Marks.Whole(Word(part)) is >= 1 and <= 9 and var urgency ? Math.Min(urgency, 8) : null;

    /// <summary>The formal name, for most elements here have no text.</summary>
    static string? Word(XElement? part) =>
        ((string?)part?.Attribute("FormalName") ?? (part is { HasElements: false } ? part.Value : null))?.Trim() is { Length: > 0 } word ? word : null;

    static string? Line(XElement? part) => part is not null && Prose.OneLine(Markup.Of(part)) is { Length: > 0 } line ? line : null;
}
