using System.Collections.Frozen;

namespace Manset.Moderation;

/// <summary>An edition's comment policy: which rules, how strict, with what limits and words. Data, with a version of its own.</summary>
public sealed partial record HouseRules
{
    /// <summary>Every rule that house rules may name.</summary>
    public static readonly FrozenSet<string> RuleIds = new[]
    {
        "insult", "profanity", "offence", "belief", "spelling", "turkish-letters", "capitals",
        "link", "repeat", "flood", "personal-data", "language", "length"
    }.ToFrozenSet();

    public required string Version { get; init; }

    /// <summary>Of the remarks judged and of the explanations given: <c>tr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
    public required IReadOnlyDictionary<string, HouseRule> Rules { get; init; }

    /// <summary>What is otherwise in a section, by its name: whole rules, made of the general ones and what the section says.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, HouseRule>> Sections { get; init; } = FrozenDictionary<string, IReadOnlyDictionary<string, HouseRule>>.Empty;

    /// <summary>The rules of a section; those of the edition when it has none of its own.</summary>
    public HouseRules In(string? section)
    {
        if (section is null || !Sections.TryGetValue(section, out var own)) return this;

        var rules = new Dictionary<string, HouseRule>(Rules);
        foreach (var (id, rule) in own) rules[id] = rule;
        return this with { Rules = rules, Sections = FrozenDictionary<string, IReadOnlyDictionary<string, HouseRule>>.Empty };
    }

    /// <summary>The JSON Schema of house rules, for editors that check while one writes.</summary>
    public static string Schema()
    {
        using var stream = typeof(HouseRules).Assembly.GetManifestResourceStream("house-rules.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rules that come with the library.</summary>
    public static HouseRules Default(string language)
    {
        using var stream = typeof(HouseRules).Assembly.GetManifestResourceStream($"house-rules.{language}.json")
            ?? throw new ArgumentException($"There are no house rules for the language '{language}'.", nameof(language));
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}

/// <summary>One rule of the house.</summary>
public sealed record HouseRule
{
    public bool On { get; init; } = true;

    /// <summary>From this score a person decides; null for never.</summary>
    public double? Hold { get; init; }

    /// <summary>From this score the remark is refused; null for never.</summary>
    public double? Reject { get; init; }

    public IReadOnlyDictionary<string, double> Limits { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>How much of the spelling rules is asked for.</summary>
    public Strictness Strictness { get; init; } = Strictness.Plain;

    /// <summary>What a reader is told instead of the library's explanation; <c>{0}</c> stands for the words.</summary>
    public string? Message { get; init; }

    /// <summary>The house's own words for this rule, understood with their suffixes.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that this rule leaves alone, with their suffixes.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    public Decision Decide(double score) => score >= Reject ? Decision.Reject : score >= Hold ? Decision.Hold : Decision.Approve;
}

/// <summary>A paper that only wants to read what is written; one that wants it spelt well; one that wants clean prose.</summary>
public enum Strictness { Readable, Plain, Strict }
