using System.Net;
using Manset.Copy;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Manset.Comments;

/// <summary>What a reader sends.</summary>
public sealed record CommentForm(string? Name, string? Text, long? Parent = null)
{
    public const int LongestName = 60, LongestText = 20_000;
}

/// <summary>What became of it; <see cref="Comment"/> is null where nothing could be judged, and the refusal says why.</summary>
public sealed record Submitted(Comment? Comment, string? Refusal = null);

/// <summary>The one way in for a comment: judged, kept with its verdict, entered in the ledger, all before the answer.</summary>
public sealed class Submission(IDbContextFactory<Newsroom> newsrooms, Bench bench, Hand hand, TimeProvider clock)
{
    static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);
    const int MostEarlier = 50;

    public async Task<Submitted> Send(Edition edition, long story, CommentForm form, IPAddress? address, CancellationToken stop = default)
    {
        var (name, text) = (Typed.Line(form.Name), Typed.Text(form.Text));
        if (Typed.IsBlank(name) || name.Length > CommentForm.LongestName) return new(null, "name");
        if (Typed.IsBlank(text)) return new(null, "unreadable");
        if (text.Length > CommentForm.LongestText) return new(null, "too-long");

        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (form.Parent is { } parent && !await newsroom.Comments.AnyAsync(row => row.Id == parent && row.StoryId == story && row.Shown, stop))
            return new(null, "parent");

        var from = hand.Of(address, name);
        // House rules may differ by section.
        var section = await newsroom.Stories.Where(row => row.Id == story).Select(row => row.Section).FirstOrDefaultAsync(stop);
        var verdict = bench.Judge(edition, new(text) { Section = section, Earlier = await Earlier(newsroom, story, from, now, stop) });
        if (verdict.Decision is Decision.Approve && bench.Judge(edition, new(name)).Findings.Any(finding => finding.Rule is "insult" or "profanity"))
            verdict = verdict with { Decision = Decision.Hold };

        var comment = Comment.Of(story, form.Parent, name, text, from, verdict, now);
        newsroom.Comments.Add(comment);
        newsroom.Ledger.Add(Entry.Of(ActOf(verdict.Decision), story, "reader", now, edition.Code, ("comment", $"{comment.Id}")));
        await newsroom.SaveChangesAsync(stop);
        return new(comment);
    }

    static Act ActOf(Decision decision) => decision switch
    {
        Decision.Approve => Act.CommentShown,
        Decision.Hold => Act.CommentHeld,
        _ => Act.CommentRefused,
    };

    /// <summary>What was refused is left out: its author is asked to mend it and send it again.</summary>
    static async Task<IReadOnlyList<EarlierRemark>> Earlier(Newsroom newsroom, long story, string from, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - Lately;
        var own = await newsroom.Comments.Where(comment => comment.Hand == from && comment.At > since && comment.Decision != Decision.Reject)
            .OrderByDescending(comment => comment.At).Take(MostEarlier).Select(comment => new { comment.Text, comment.At }).ToListAsync(stop);
        var others = await newsroom.Comments.Where(comment => comment.StoryId == story && comment.Hand != from && comment.Shown)
            .OrderByDescending(comment => comment.Id).Take(MostEarlier).Select(comment => new { comment.Text, comment.At }).ToListAsync(stop);
        return [.. own.Select(row => new EarlierRemark(row.Text, now - row.At, true)), .. others.Select(row => new EarlierRemark(row.Text, now - row.At, false))];
    }
}
