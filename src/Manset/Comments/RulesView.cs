using Manset.Editions;
using Manset.Moderation;

namespace Manset.Comments;

/// <summary>The house rules in force, and what they say of a text that was tried.</summary>
public sealed record RulesView
{
    public required Edition Edition { get; init; }
    public required IReadOnlyList<Edition> Editions { get; init; }
    /// <summary>Null: wherever no section has rules of its own.</summary>
    public required Section? Section { get; init; }
    /// <summary>Those of the section; null when they cannot be read, and everything is held.</summary>
    public required HouseRules? Rules { get; init; }
    /// <summary>Why the rules as they are written now are not in force; null when they are.</summary>
    public string? Unread { get; init; }
    /// <summary>As it was typed.</summary>
    public string Text { get; init; } = "";
    /// <summary>As it was judged: the findings' places are in this one.</summary>
    public string Judged { get; init; } = "";
    public Verdict? Verdict { get; init; }
    /// <summary>A key of the word files.</summary>
    public string? Fault { get; init; }

    /// <summary>The rules that were asked, in the order they were.</summary>
    public IEnumerable<Weighed> Weighed =>
        from score in Verdict?.Scores ?? new Dictionary<string, double>()
        where HouseRules.RuleIds.Contains(score.Key)
        let terms = Rules?.Rules.GetValueOrDefault(score.Key)
        let certain = Verdict!.Findings.Where(finding => finding.Rule == score.Key).Select(finding => finding.Confidence).DefaultIfEmpty().Max()
        select new Weighed(score.Key, score.Value, terms?.Hold, terms?.Reject, terms?.Decide(certain) ?? Decision.Hold);

    /// <summary>What the judge reckons besides, and no rule goes by.</summary>
    public IEnumerable<KeyValuePair<string, double>> Estimates => Verdict?.Scores.Where(score => !HouseRules.RuleIds.Contains(score.Key)) ?? [];
}

/// <summary>What one rule made of a text. What it found decides; a score that is likely without a place in the text does not.</summary>
/// <param name="Hold">The score from which a person decides; null for never.</param>
/// <param name="Reject">The score from which it is refused; null for never.</param>
public sealed record Weighed(string Rule, double Score, double? Hold, double? Reject, Decision Outcome);
