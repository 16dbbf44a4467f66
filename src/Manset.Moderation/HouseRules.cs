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

    /// <summary>The house's own words for this rule, understood with their suffixes.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that this rule leaves alone, with their suffixes.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    public Decision Decide(double score) => score >= Reject ? Decision.Reject : score >= Hold ? Decision.Hold : Decision.Approve;
}
