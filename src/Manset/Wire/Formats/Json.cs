using System.Text;
using System.Text.Json;

namespace Manset.Wire;

/// <summary>Members of JSON objects by name in whatever case, and their values where they are of the kind wanted; else null or nothing.</summary>
static class Json
{
    const int Deepest = 64;

    /// <summary>Every value of the text: one after another is as good as one alone, and half a value at the end is refused with its line.</summary>
    public static (List<JsonElement> Values, Unreadable? Fault) Values(string text)
    {
        var values = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF', '\0').TrimEnd('\0', ' ', '\n', '\r')), new JsonReaderOptions
        {
            AllowMultipleValues = true,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = Deepest,
        });
        try
        {
            while (reader.Read()) values.Add(JsonElement.ParseValue(ref reader));
            return (values, null);
        }
        catch (JsonException fault)
        {
            var at = (int)Math.Min(int.MaxValue - 1, fault.LineNumber ?? 0);
            return (values, new($"Ill-formed JSON, column {(fault.BytePositionInLine ?? 0) + 1}.", Line: at + 1));
        }
        catch (InvalidOperationException)
        {
            return (values, new("Ill-formed JSON: text that is no text.", Line: 1));
        }
    }

    extension(JsonElement element)
    {
        /// <summary>The first of these members that is there and not null.</summary>
        public JsonElement? Member(params ReadOnlySpan<string> names)
        {
            if (element.ValueKind != JsonValueKind.Object) return null;
            foreach (var name in names)
            {
                if (element.TryGetProperty(name, out var exact) && exact.ValueKind != JsonValueKind.Null) return exact;
                foreach (var member in element.EnumerateObject())
                    if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null) return member.Value;
            }
            return null;
        }

        /// <summary>What stands there: numbers and words as they are written.</summary>
        public string? Word(params ReadOnlySpan<string> names) => element.Member(names) is { } value ? value.AsWord() : null;

        public string? AsWord() => element.ValueKind switch
        {
            JsonValueKind.String when Sound(element) is { Length: > 0 } text => text,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };

        public string? Line(params ReadOnlySpan<string> names) => element.Word(names) is { } word && Prose.OneLine(word) is { Length: > 0 } line ? line : null;

        /// <summary>The elements of an array, the values of an object, or the one thing that stands in place of a list.</summary>
        public IEnumerable<JsonElement> Each(params ReadOnlySpan<string> names) => element.Member(names) switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            { } one => [one],
            null => [],
        };
    }

    /// <summary>A string may hold half a surrogate pair, which is no text.</summary>
    static string? Sound(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
