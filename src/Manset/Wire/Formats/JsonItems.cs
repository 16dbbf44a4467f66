using System.Text;
using System.Text.Json;

namespace Manset.Wire;

/// <summary>Which format a JSON document is: a feed, an item, a list of items, or an answer that carries any of these under a name.</summary>
static class JsonItems
{
    static readonly string[] Carriers = ["data", "items", "item", "hits", "results", "result", "news", "documents"];
    const int Deepest = 5;

    /// <returns>Null when none of the values is anything known.</returns>
    public static Reading? Read(IReadOnlyList<JsonElement> values, Uri? address, Wraps wraps)
    {
        var readings = values.Select(value => Read(value, address, wraps, 0)).OfType<Reading>().ToList();
        return readings.Count switch
        {
            0 => null,
            1 => readings[0],
            _ => new(readings[0].Format, [.. readings.SelectMany(each => each.Items)], [.. readings.SelectMany(each => each.Refused)], readings[0].Source),
        };
    }

    static Reading? Read(JsonElement value, Uri? address, Wraps wraps, int depth)
    {
        if (value.ValueKind == JsonValueKind.Object && JsonFeed.Is(value)) return JsonFeed.Read(value, address);
        if (value.ValueKind == JsonValueKind.Object && Ninjs.Is(value)) return Reading.Of("ninjs", [Ninjs.Read(value, address)]);
        if (depth >= Deepest) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Array => List(value, address, wraps, depth),
            JsonValueKind.Object => Carriers.Select(name => value.Member(name)).OfType<JsonElement>().Select(inner => Read(inner, address, wraps, depth + 1)).FirstOrDefault(reading => reading is not null),
            // Some clients of Anadolu Agency get its NewsML as a string.
            JsonValueKind.String when depth > 0 && value.AsWord() is { } text && text.AsSpan().TrimStart().StartsWith("<") => Formats.Read(Encoding.UTF8.GetBytes(text), null, address, wraps.Deeper),
            _ => null,
        };
    }

    static Reading? List(JsonElement list, Uri? address, Wraps wraps, int depth)
    {
        var items = list.EnumerateArray().Select(each => Read(each, address, wraps, depth + 1)).ToList();
        var read = items.OfType<Reading>().ToList();
        if (read.Count == 0) return null;
        var unknown = items.Select((reading, at) => (reading, at)).Where(each => each.reading is null).Select(each => new Unreadable($"Entry {each.at + 1} of the list is no item."));
        return new(read[0].Format, [.. read.SelectMany(each => each.Items)], [.. read.SelectMany(each => each.Refused), .. unknown.Take(100)]);
    }
}
