using System.Collections.Frozen;
using System.Text.Json;

namespace Manset.Moderation;

public sealed partial record HouseRules
{
    /// <exception cref="FormatException">The rules cannot be used; the message names the line and the property.</exception>
    public static HouseRules Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return OfRoot(document.RootElement);
        }
        catch (WrongProperty wrong)
        {
            throw new FormatException($"House rules, line {LineOf(json, wrong.Path)}, {wrong.Path}: {wrong.Why}.");
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
        JsonElement? sections = null;
        foreach (var property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "$schema": break;
                case "version": version = Text(property.Value, "version"); break;
                case "language": language = Text(property.Value, "language"); break;
                case "rules": rules = OfRules(property.Value, "rules", []); break;
                case "sections": sections = property.Value; break;
                default: throw Wrong(property.Name, "is not a property of house rules");
            }
        }
        if (string.IsNullOrWhiteSpace(version)) throw Wrong("version", "is missing");
        if (language is not ("tr" or "en")) throw Wrong("language", "must be tr or en");
        if (rules is null) throw Wrong("rules", "is missing");
        return new() { Version = version, Language = language, Rules = rules, Sections = sections is { } own ? OfSections(own, rules) : FrozenDictionary<string, IReadOnlyDictionary<string, HouseRule>>.Empty };
    }

    static Dictionary<string, IReadOnlyDictionary<string, HouseRule>> OfSections(JsonElement sections, Dictionary<string, HouseRule> general)
    {
        Expect(sections, JsonValueKind.Object, "sections");
        var read = new Dictionary<string, IReadOnlyDictionary<string, HouseRule>>();
        foreach (var section in sections.EnumerateObject())
        {
            var path = $"sections.{section.Name}";
            if (!read.TryAdd(section.Name, OfRules(section.Value, path, general))) throw Wrong(path, "stands twice");
        }
        return read;
    }

    /// <param name="general">What a rule is where nothing is said of it.</param>
    static Dictionary<string, HouseRule> OfRules(JsonElement rules, string under, Dictionary<string, HouseRule> general)
    {
        Expect(rules, JsonValueKind.Object, under);
        var read = new Dictionary<string, HouseRule>();
        foreach (var rule in rules.EnumerateObject())
        {
            var path = $"{under}.{rule.Name}";
            if (!RuleIds.Contains(rule.Name)) throw Wrong(path, "is not a rule");
            if (!read.TryAdd(rule.Name, OfRule(rule.Value, path, general.GetValueOrDefault(rule.Name) ?? new()))) throw Wrong(path, "stands twice");
        }
        return read;
    }

    static HouseRule OfRule(JsonElement rule, string path, HouseRule read)
    {
        Expect(rule, JsonValueKind.Object, path);
        foreach (var property in rule.EnumerateObject())
        {
            var (name, value) = ($"{path}.{property.Name}", property.Value);
            read = property.Name switch
            {
                "on" => read with { On = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "must be true or false") },
                "hold" => read with { Hold = Score(value, name) },
                "reject" => read with { Reject = Score(value, name) },
                "limits" => read with { Limits = OfLimits(value, name, read.Limits) },
                "strictness" => read with { Strictness = OfStrictness(value, name) },
                "message" => read with { Message = Text(value, name) },
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

    static Dictionary<string, double> OfLimits(JsonElement limits, string path, IReadOnlyDictionary<string, double> general)
    {
        Expect(limits, JsonValueKind.Object, path);
        var read = new Dictionary<string, double>(general);
        foreach (var limit in limits.EnumerateObject())
        {
            var number = Number(limit.Value, $"{path}.{limit.Name}");
            read[limit.Name] = number >= 0 ? number : throw Wrong($"{path}.{limit.Name}", "must not be negative");
        }
        return read;
    }

    static Strictness OfStrictness(JsonElement value, string path) => Text(value, path) switch
    {
        "readable" => Strictness.Readable,
        "plain" => Strictness.Plain,
        "strict" => Strictness.Strict,
        _ => throw Wrong(path, "must be readable, plain or strict")
    };

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

    static WrongProperty Wrong(string path, string why) => new(path, why);
}
