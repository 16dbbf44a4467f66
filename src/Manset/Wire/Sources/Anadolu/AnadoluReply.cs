using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Manset.Wire;

/// <summary>Why Anadolu Agency did not answer what was asked; said in its envelope, whatever the HTTP status.</summary>
/// <param name="Wait">How long it wants to be left alone.</param>
public sealed record AnadoluFault(int Code, string Message, TimeSpan? Wait = null)
{
    public bool IsOfTheAccount => Code is 401 or 403;

    public string Said => $"Anadolu Agency answered {Code.ToString(CultureInfo.InvariantCulture)}{(Message.Length > 0 ? $": {Message}" : "")}".TrimEnd('.') + ".";
}

/// <summary>An item as a search lists it.</summary>
/// <param name="Type">text, picture, video, graph, file: the second word of its id.</param>
public sealed record AnadoluListing(string Id, string Type, string? Group, DateTimeOffset Dated);

/// <summary>The answers of Anadolu Agency's interface for subscribers, read. Pure: nothing is fetched here.</summary>
public static partial class AnadoluReply
{
    const int LongestId = 200;

    /// <summary>What the answer carries, or what is wrong with it. A code within may tell of an error while HTTP says 200.</summary>
    public static (JsonElement? Data, AnadoluFault? Fault) Data(ReadOnlyMemory<byte> answer)
    {
        if (Fault(answer.Span) is { } fault) return (null, fault);
        var root = Parse(answer.Span);
        return root is { ValueKind: JsonValueKind.Object } ? (root.Value.Member("data") ?? root, null) : (null, new(502, "Its answer was not JSON."));
    }

    /// <summary>An envelope that tells of an error, or a short text that asks to wait, in place of what was asked for; null when there is neither.</summary>
    public static AnadoluFault? Fault(ReadOnlySpan<byte> answer)
    {
        if (Parse(answer) is { ValueKind: JsonValueKind.Object } root)
        {
            var envelope = root.Member("response") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
            var code = Number(envelope.Member("code"));
            var message = Prose.Cut(Prose.OneLine(envelope.Word("message") ?? ""), 200);
            if (code is not (null or 200) || envelope.Member("success") is { ValueKind: JsonValueKind.False })
                return new(code is null or 200 ? 500 : code.Value, message, Wait(message));
            return null;
        }
        if (answer.Length > 500 || answer.IsEmpty || answer.IndexOfAny((byte)0, (byte)'<', (byte)0xFF) >= 0) return null;
        var text = Prose.OneLine(Encoding.UTF8.GetString(answer));
        return Wait(text) is { } wait ? new(429, Prose.Cut(text, 200), wait) : null;
    }

    /// <summary>One page of a search, newest first as it comes.</summary>
    public static (IReadOnlyList<AnadoluListing> Items, int Listed, int? Total) Page(JsonElement data)
    {
        var rows = data.Member("result") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        return ([.. rows.Select(Listing).OfType<AnadoluListing>()], rows.Count, Number(data.Member("total")));
    }

    static AnadoluListing? Listing(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || row.Word("id") is not { Length: > 0 and <= LongestId } id || id.Any(char.IsControl)) return null;
        var type = id.Split(':') is ["aa", var word, ..] ? word : row.Word("type") ?? "text";
        var group = row.Word("group_id") is { Length: > 0 and <= LongestId } series ? series : null;
        // A date that cannot be read must not hide the item.
        return new(id, type, group, WireTime.Of(row.Word("date")) ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>The ids of everything that has a label, by the name of its list: <c>category</c>, <c>priority</c>, ….</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels(JsonElement data) =>
        data.ValueKind != JsonValueKind.Object ? new Dictionary<string, IReadOnlyDictionary<string, string>>() :
        data.EnumerateObject().Where(list => list.Value.ValueKind == JsonValueKind.Object).ToDictionary(list => list.Name, list =>
            (IReadOnlyDictionary<string, string>)list.Value.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.AsWord() ?? ""));

    /// <summary>Every address of the web in an answer about links, whatever it is called there.</summary>
    public static IReadOnlyList<Uri> Links(JsonElement data)
    {
        var found = new List<Uri>();
        Gather(data, 0);
        return found;

        void Gather(JsonElement value, int depth)
        {
            if (depth > 5 || found.Count >= Draft.MostPictures) return;
            switch (value.ValueKind)
            {
                case JsonValueKind.String when Addresses.Resolve(value.GetString(), null) is { } link: found.Add(link); break;
                case JsonValueKind.Array: foreach (var each in value.EnumerateArray()) Gather(each, depth + 1); break;
                case JsonValueKind.Object: foreach (var each in value.EnumerateObject()) Gather(each.Value, depth + 1); break;
            }
        }
    }

    /// <summary>JPEG, PNG or WebP by its first bytes; a short text that asks for patience is none.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8));

    static int? Number(JsonElement? value) => int.TryParse(value?.AsWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static JsonElement? Parse(ReadOnlySpan<byte> answer)
    {
        var text = answer.TrimStart("\uFEFF \r\n\t"u8);
        if (text.IsEmpty || text[0] != '{') return null;
        try
        {
            var reader = new Utf8JsonReader(text, new() { MaxDepth = 32, AllowTrailingCommas = true });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException) { return null; }
    }

    static TimeSpan? Wait(string text) =>
        Patience.Match(text) is { Success: true } match && double.TryParse(match.Groups["seconds"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 3600)) : null;

    [GeneratedRegex(@"\b(?<seconds>\d{1,5}(?:\.\d{1,6})?)\s*(?:sec|sn|saniye)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Patience { get; }
}
