using Manset.Moderation;

namespace Manset.Site;

/// <summary>What became of a comment, told to its author. Never a plate: it is answered to one post and kept nowhere.</summary>
public sealed record OutcomeView : PageView
{
    /// <summary>Path of the story the comment was sent to.</summary>
    public required string Story { get; init; }
    public required string Headline { get; init; }
    public required Decision Decision { get; init; }
    public required string Author { get; init; }
    public required string Text { get; init; }
    /// <summary>The comment it answers.</summary>
    public long? Parent { get; init; }
    /// <summary>The comment itself, once approved: where the link back lands.</summary>
    public long? Comment { get; init; }
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public string? Rewrite { get; init; }
}
