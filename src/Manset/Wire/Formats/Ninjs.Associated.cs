using System.Text.Json;

namespace Manset.Wire;

/// <summary>The pictures of a ninjs item and the items it names: lists in 2.x and 3.x, objects by name in 1.x.</summary>
static partial class Ninjs
{
    static void Associated(JsonElement item, Draft draft, Uri? address, int depth)
    {
        if (depth >= Deepest) return;
        foreach (var (relation, other) in NamedValues(item.Member("associations")))
        {
            if (KindOf(other.Word("type")) is ItemKind.Picture or ItemKind.Graphic && PictureOf(other, address) is { } picture) draft.Pictures.Add(picture);
            if (other.Word("uri", "guid", "urn") is { } uri)
                draft.Associations.Add(new(relation ?? other.Word("rel") ?? other.Word("type") ?? "association", uri, Chosen(other, "headline") ?? other.Line("title") ?? Description(other)));
            Associated(other, draft, address, depth + 1);
        }
    }

    /// <summary>The widest rendition, and the others beside it; null without any.</summary>
    static WirePicture? PictureOf(JsonElement item, Uri? address)
    {
        var renditions = NamedValues(item.Member("renditions"))
            .Where(each => (each.Value.Word("contenttype", "mimetype", "type") is { } said && said.Contains('/', StringComparison.Ordinal) ? said : "image/") is { } type && type.StartsWith("image", StringComparison.OrdinalIgnoreCase))
            .Select(each => (each.Name, each.Value, Place: Addresses.Place(each.Value.Word("href", "url"), address)))
            .Where(each => each.Place is not null)
            .Select(each => new Rendition(each.Place!.ToString(), each.Name ?? each.Value.Line("title"), each.Value.Word("contenttype", "mimetype"), Size(each.Value, "width"), Size(each.Value, "height")));
        return Pictured.Of(renditions, Description(item, "caption") ?? Description(item) ?? item.Line("caption") ?? Chosen(item, "headline"),
            item.Line("by", "byline", "creditline") ?? Names(item.Each("infosources", "infosource")) ?? item.Line("copyrightholder"), Description(item, "altText") ?? item.Line("alttext", "alt_text"));
    }

    static int? Size(JsonElement rendition, string side) => Marks.Whole(rendition.Word(side)?.Split('.')[0]);

    static IEnumerable<(string? Name, JsonElement Value)> NamedValues(JsonElement? list) => list switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object).Select(each => (each.Word("name", "rendition"), each)),
        { ValueKind: JsonValueKind.Object } named => named.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select(each => ((string?)member.Name, each)) : [(member.Name, member.Value)]).Where(each => each.Item2.ValueKind == JsonValueKind.Object),
        _ => [],
    };
}
