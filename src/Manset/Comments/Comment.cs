using Manset.Moderation;

namespace Manset.Comments;

/// <summary>What a reader sent, with the verdict that was passed on it. Kept whatever the verdict: its author may ask why.</summary>
public sealed class Comment
{
    Comment() { }

    public long Id { get; private set; }
    public long StoryId { get; private set; }
    /// <summary>The comment it answers.</summary>
    public long? ParentId { get; private set; }
    public string Name { get; private set; } = "";
    public string Text { get; private set; } = "";
    /// <summary>Tells senders apart for a day without telling who they are: see <see cref="Hand"/>.</summary>
    public string Hand { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    /// <summary>The judge's decision; what a person decided stands in the rows below.</summary>
    public Decision Decision { get; private set; }
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public string? Rewrite { get; private set; }
    /// <summary>The version of the house rules that judged.</summary>
    public string Rules { get; private set; } = "";
    public bool Shown { get; private set; }

    public Approval? Approved { get; private set; }
    public Rejection? Rejected { get; private set; }

    public static Comment Of(long story, long? parent, string name, string text, string hand, Verdict verdict, DateTimeOffset now) => new()
    {
        StoryId = story,
        ParentId = parent,
        Name = name,
        Text = text,
        Hand = hand,
        At = now,
        Decision = verdict.Decision,
        Findings = verdict.Findings,
        Rewrite = verdict.Rewrite,
        Rules = verdict.Rules,
        Shown = verdict.Decision is Decision.Approve,
    };

    public void Approve(string by, DateTimeOffset now)
    {
        Rejected = null;
        Approved ??= new() { By = by, At = now };
        Shown = true;
    }

    public void Reject(string why, string by, DateTimeOffset now)
    {
        Approved = null;
        Rejected ??= new() { By = by, Why = why, At = now };
        Shown = false;
    }
}

/// <summary>A person let it through.</summary>
public sealed class Approval
{
    public long CommentId { get; private set; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A person took it out, and said why.</summary>
public sealed class Rejection
{
    public long CommentId { get; private set; }
    public required string By { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }
}
