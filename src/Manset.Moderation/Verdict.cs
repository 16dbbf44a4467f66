namespace Manset.Moderation;

/// <summary>What the house rules say of a remark.</summary>
public enum Decision { Approve, Hold, Reject }

/// <param name="Scores">Rule id, or <c>offensive</c>, to 0..1.</param>
/// <param name="Rewrite">The whole remark mended, when every finding that stands in its way can be mended; else null.</param>
/// <param name="Rules">The version of the house rules that judged.</param>
public sealed record Verdict(
    Decision Decision,
    IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<Finding> Findings,
    string? Rewrite,
    string Rules);

/// <summary>One breach: which rule, which words, why, and how to mend them.</summary>
/// <param name="Start">UTF-16 code units into the text as it was sent.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Explanation">In the reader's language, courteous, second person.</param>
public sealed record Finding(string Rule, int Start, int End, double Confidence, string Explanation, string? Suggestion = null);
