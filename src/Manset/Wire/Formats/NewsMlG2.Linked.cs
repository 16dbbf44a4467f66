using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Pictures of a NewsML-G2 item, and the items that it names.</summary>
static partial class NewsMlG2
{
    /// <summary>The renditions of an item are one picture: the widest that can be fetched.</summary>
    static WirePicture? Picture(XElement item, Uri? address)
    {
        var isPicture = Code(item.Part("itemMeta")?.Part("itemClass")) is "picture" or "graphic";
        var renditions = item.Parts("contentSet").SelectMany(set => set.Parts("remoteContent"))
            .Where(remote => ((string?)remote.Attribute("contenttype"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? isPicture)
            .Select(remote => (Remote: remote, Place: Addresses.Place((string?)remote.Attribute("href"), Addresses.Base(remote, address))))
            .Where(each => each.Place is not null)
            .Select(each => new Rendition(each.Place!.ToString(), Code((string?)each.Remote.Attribute("rendition")), (string?)each.Remote.Attribute("contenttype"),
                Marks.Whole((string?)each.Remote.Attribute("width")), Marks.Whole((string?)each.Remote.Attribute("height"))));

        var (meta, language) = (item.Part("contentMeta"), Addresses.Language(item));
        var words = meta?.Parts("description").ToLookup(text => Code((string?)text.Attribute("role"))?.ToLowerInvariant() switch
        {
            "caption" => "caption",
            "alttext" or "accessibility" => "alt",
            _ => "",
        });
        var caption = words is null ? null : Spoken(words["caption"], language) ?? Spoken(words[""], language);
        return Pictured.Of(renditions, Line(caption), Line(meta?.Part("creditline")) ?? Name(meta?.Part("creator"), language), words is null ? null : Line(Spoken(words["alt"], language)));
    }

    /// <summary>Content that lies elsewhere and is no picture is named, not fetched.</summary>
    static void Files(XElement item, Draft draft, Uri? address)
    {
        foreach (var remote in item.Parts("contentSet").SelectMany(set => set.Parts("remoteContent")).Take(Draft.MostPictures))
        {
            var type = (string?)remote.Attribute("contenttype");
            if (type is null ? draft.Kind is ItemKind.Picture or ItemKind.Graphic : type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)) continue;
            if (((string?)remote.Attribute("href") ?? (string?)remote.Attribute("residref")) is { Length: > 0 } target)
                draft.Associations.Add(new("enclosure", Addresses.Place(target, Addresses.Base(remote, address))?.ToString() ?? target, type ?? Code((string?)remote.Attribute("rendition"))));
        }
    }

    /// <summary>What the item points to: pictures in the same message or by an address of their own, and other items.</summary>
    static void Linked(XElement item, Draft draft, Message message)
    {
        foreach (var link in (item.Part("itemMeta")?.Parts("link") ?? []).Take(Draft.MostPictures))
        {
            var (reference, href) = ((string?)link.Attribute("residref"), (string?)link.Attribute("href"));
            if (reference is not null && message.Pictures.TryGetValue(reference, out var picture)) draft.Pictures.Add(picture);
            else if (((string?)link.Attribute("contenttype"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
                && Addresses.Resolve(href, message.Address) is { } direct)
                draft.Pictures.Add(new(direct, Line(link.Part("title")), Line(link.Part("creditline")), Alternative(link)));
            if ((reference ?? href) is { Length: > 0 } target) draft.Associations.Add(new(Code((string?)link.Attribute("rel")) ?? "link", target, Line(link.Part("title")) ?? Line(link.Part("headline"))));
        }
    }

    /// <summary>The items of a package, group after group.</summary>
    static void Groups(XElement item, Draft draft, Message message)
    {
        foreach (var reference in item.Parts("groupSet").SelectMany(set => set.Descendants()).Where(part => part.Name.LocalName is "itemRef" or "conceptRef"))
        {
            if (((string?)reference.Attribute("residref") ?? (string?)reference.Attribute("href") ?? (string?)reference.Attribute("qcode")) is not { Length: > 0 } target) continue;
            var role = Code((string?)reference.Parent?.Attribute("role")) ?? "group";
            draft.Associations.Add(new(role, target, Line(Spoken(reference.Parts("headline"), draft.Language)) ?? Line(reference.Part("title"))));
            if (message.Pictures.TryGetValue(target, out var picture)) draft.Pictures.Add(picture);
        }
    }

    /// <summary>What a person who cannot see the picture is told of it.</summary>
    static string? Alternative(XElement link) =>
        Line(link.Parts("description").FirstOrDefault(part => ((string?)part.Attribute("role"))?.EndsWith(":altText", StringComparison.Ordinal) == true));
}
