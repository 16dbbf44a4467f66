namespace Manset.Moderation;

/// <summary>A text to judge, with what its judge must know of the moment. The library keeps nothing and has no clock: the caller tells.</summary>
public sealed record Remark(string Text)
{
    /// <summary>The section of the story, when the house rules may differ by it.</summary>
    public string? Section { get; init; }

    /// <summary>Recent remarks under the same story or by the same hand, newest first.</summary>
    public IReadOnlyList<EarlierRemark> Earlier { get; init; } = [];
}

public sealed record EarlierRemark(string Text, TimeSpan Ago, bool SameHand);
