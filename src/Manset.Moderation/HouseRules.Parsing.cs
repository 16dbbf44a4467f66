using System.Text.Json;

namespace Manset.Moderation;

public sealed partial record HouseRules
{
    /// <exception cref="FormatException">The rules cannot be used; the message names the line or the property.</exception>
    public static HouseRules Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return OfRoot(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException($"House rules, line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: this is not JSON.", error);
        }
    }

    static HouseRules OfRoot(JsonElement root)
    {
        Expect(root, JsonValueKind.Object, "the whole");
        string? version = null;
        string? language = null;
        Dictionary<string, HouseRule>? rules = null;
        foreach (var property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "$schema": break;
                case "version": version = Text(property.Value, "version"); break;
                case "language": language = Text(property.Value, "language"); break;
                case "rules": rules = OfRules(property.Value); break;
                default: throw Wrong(property.Name, "is not a property of house rules");
            }
        }
        if (string.IsNullOrWhiteSpace(version)) throw Wrong("version", "is missing");
        if (language is not ("tr" or "en")) throw Wrong("language", "must be tr or en");
        return new() { Version = version, Language = language, Rules = rules ?? throw Wrong("rules", "is missing") };
    }

    static Dictionary<string, HouseRule> OfRules(JsonElement rules)
    {
        Expect(rules, JsonValueKind.Object, "rules");
        var read = new Dictionary<string, HouseRule>();
        foreach (var rule in rules.EnumerateObject())
        {
            var path = $"rules.{rule.Name}";
            if (!RuleIds.Contains(rule.Name)) throw Wrong(path, "is not a rule");
            if (!read.TryAdd(rule.Name, OfRule(rule.Value, path))) throw Wrong(path, "stands twice");
        }
        return read;
    }

    static HouseRule OfRule(JsonElement rule, string path)
    {
        Expect(rule, JsonValueKind.Object, path);
        var read = new HouseRule();
        foreach (var property in rule.EnumerateObject())
        {
            var (name, value) = ($"{path}.{property.Name}", property.Value);
            read = property.Name switch
            {
                "on" => read with { On = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "must be true or false") },
                "hold" => read with { Hold = Score(value, name) },
                "reject" => read with { Reject = Score(value, name) },
                "limits" => read with { Limits = OfLimits(value, name) },
                "words" => read with { Words = OfWords(value, name) },
                "exempt" => read with { Exempt = OfWords(value, name) },
                _ => throw Wrong(name, "is not a property of a rule")
            };
        }
        return read;
    }

    static double? Score(JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.Null) return null;

        var score = Number(value, path);
        return score is > 0 and <= 1 ? score : throw Wrong(path, "must be above 0 and at most 1");
    }

    static Dictionary<string, double> OfLimits(JsonElement limits, string path)
    {
        Expect(limits, JsonValueKind.Object, path);
        var read = new Dictionary<string, double>();
        foreach (var limit in limits.EnumerateObject())
        {
            var number = Number(limit.Value, $"{path}.{limit.Name}");
            read[limit.Name] = number >= 0 ? number : throw Wrong($"{path}.{limit.Name}", "must not be negative");
        }
        return read;
    }

    static string[] OfWords(JsonElement words, string path)
    {
        Expect(words, JsonValueKind.Array, path);
        return [.. words.EnumerateArray().Select((word, at) => Text(word, $"{path}[{at}]"))];
    }

    static double Number(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(path, "must be a number");

    static string Text(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : throw Wrong(path, "must be a text");

    static void Expect(JsonElement element, JsonValueKind kind, string path)
    {
        if (element.ValueKind != kind) throw Wrong(path, kind is JsonValueKind.Array ? "must be a list" : "must be an object");
    }

    static FormatException Wrong(string path, string why) => new($"House rules, {path}: {why}.");
}
