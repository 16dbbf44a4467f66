using System.Globalization;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Manset.Comments;

public sealed record QueueView
{
    public const string Held = "held", Shown = "shown", Refused = "refused";
    public static readonly IReadOnlyList<string> Lists = [Held, Shown, Refused];

    public required string List { get; init; }
    public required IReadOnlyList<QueuedComment> Rows { get; init; }
    public required Paper Paper { get; init; }
    public required long? Next { get; init; }
    public required bool Later { get; init; }
    public required DateTimeOffset Now { get; init; }
    /// <summary>A key of the word files.</summary>
    public string? Fault { get; init; }

    public static string Named(string? list) => Lists.FirstOrDefault(each => each == list) ?? Held;

    public static string Address(string list, long? before = null) => DeskLinks.Asked(DeskLinks.Queue,
        ("list", list is Held ? null : list), ("before", before?.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A comment as a moderator reads it.</summary>
public sealed record QueuedComment
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }
    public required bool Shown { get; init; }
    public required string? ApprovedBy { get; init; }
    public required string? RejectedBy { get; init; }
    public required string? Why { get; init; }
    public required long StoryId { get; init; }
    public required string Edition { get; init; }
    public required string Section { get; init; }
    public required string Permalink { get; init; }
    public required string Headline { get; init; }
    public required bool IsLive { get; init; }
}

public static class QueueSets
{
    extension(Newsroom newsroom)
    {
        public IQueryable<QueuedComment> Queued(IQueryable<Comment> comments) =>
            from comment in comments
            join story in newsroom.Stories on comment.StoryId equals story.Id
            join revision in newsroom.Revisions on new { story.Id, Number = story.Latest } equals new { Id = revision.StoryId, revision.Number }
            select new QueuedComment
            {
                Id = comment.Id,
                Name = comment.Name,
                Text = comment.Text,
                At = comment.At,
                Findings = comment.Findings,
                Shown = comment.Shown,
                ApprovedBy = comment.Approved!.By,
                RejectedBy = comment.Rejected!.By,
                Why = comment.Rejected!.Why,
                StoryId = story.Id,
                Edition = story.Edition,
                Section = story.Section,
                Permalink = story.Permalink,
                Headline = revision.Copy.Headline,
                IsLive = story.Live != null && story.Killed == null,
            };

        /// <summary>A comment to decide on, with what was decided before.</summary>
        public Task<Comment?> Comment(long id, CancellationToken stop) =>
            newsroom.Comments.Include(comment => comment.Approved).Include(comment => comment.Rejected).FirstOrDefaultAsync(comment => comment.Id == id, stop);

        public async Task<Entry> EntryOf(Act act, Comment comment, string by, DateTimeOffset now, CancellationToken stop)
        {
            var edition = await newsroom.Stories.Where(story => story.Id == comment.StoryId).Select(story => story.Edition).SingleAsync(stop);
            return Entry.Of(act, comment.StoryId, by, now, edition, ("comment", $"{comment.Id}"));
        }
    }
}
