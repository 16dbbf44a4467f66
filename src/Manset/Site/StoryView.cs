using Manset.Editions;

namespace Manset.Site;

/// <summary>A published story with everything its page says.</summary>
public sealed record StoryView : PageView
{
    public required long Id { get; init; }
    public required Section Section { get; init; }
    public required string Permalink { get; init; }
    public bool Flash { get; init; }
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    public PictureView? Picture { get; init; }
    public string? Byline { get; init; }
    /// <summary>Who edited it; by custom the section's editor.</summary>
    public required string Editor { get; init; }
    public string? Dateline { get; init; }
    public required DateTimeOffset FirstPublished { get; init; }
    public required DateTimeOffset LastUpdated { get; init; }
    /// <summary>Canonical HTML, put on the page as it is.</summary>
    public required string Body { get; init; }
    /// <summary>In the order they were made.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];
    /// <summary>The agencies the copy came from, as they want to be named.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<TranslationView> Translations { get; init; } = [];
    /// <summary>Approved ones, oldest first, replies under what they answer.</summary>
    public IReadOnlyList<CommentView> Comments { get; init; } = [];
    /// <summary>May its text be handed on to others?</summary>
    public bool Syndicate { get; init; } = true;
    public bool CommentsOpen { get; init; } = true;
    /// <summary>The edition's own, in its readers' language, a sentence each.</summary>
    public IReadOnlyList<string> HouseRules { get; init; } = [];

    /// <summary>With every reply.</summary>
    public int CommentCount => Comments.Sum(comment => 1 + comment.Answers.Count());
}

public sealed record CorrectionView(string Note, DateTimeOffset At);

/// <summary>The same story in another edition.</summary>
public sealed record TranslationView(Edition Edition, Section Section, long Id, string Permalink, string Headline);
