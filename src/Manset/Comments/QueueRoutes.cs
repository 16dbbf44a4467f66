using Manset.Data;
using Manset.Desk;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Ledger;
using Manset.Moderation;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Comments;

/// <summary>Where a person decides: what was held, and what the judge or a person let through or refused.</summary>
static class QueueRoutes
{
    const int PageLength = 50, LongestReason = 500;

    public static void MapQueue(this RouteGroupBuilder desk)
    {
        var queue = desk.MapGroup("/comments").RequireAuthorization(Duty.Moderator);
        queue.MapGet("/", List);
        queue.MapPost("/{id:long}/approval", Approve);
        queue.MapPost("/{id:long}/rejection", Reject);
        // Who signs in again after a post comes back by these addresses.
        foreach (var act in new[] { "approval", "rejection" }) queue.MapGet($"/{{id:long}}/{act}", () => TypedResults.Redirect(DeskLinks.Queue));
    }

    static async Task<DeskPage<QueuePage>> List(string? list, string? before, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop) =>
        new(await View(QueueView.Named(list), before, newsroom, paper, clock, stop));

    static async Task<Results<RedirectHttpResult, DeskPage<NoticePage>>> Approve(long id, HttpContext call, Newsroom newsroom, Colleague moderator, TimeProvider clock, CancellationToken stop)
    {
        if (await newsroom.Comment(id, stop) is not { } comment) return DeskNotice.Missing;

        if (!comment.Shown)
        {
            var now = clock.GetUtcNow();
            comment.Approve(moderator.Name, now);
            newsroom.Ledger.Add(await newsroom.EntryOf(Act.CommentShown, comment, moderator.Name, now, stop));
            await newsroom.SaveChangesAsync(stop);
        }
        return await Back(call, stop);
    }

    static async Task<Results<RedirectHttpResult, DeskPage<QueuePage>, DeskPage<NoticePage>>> Reject(
        long id, HttpContext call, Newsroom newsroom, Paper paper, Colleague moderator, TimeProvider clock, CancellationToken stop)
    {
        if (await newsroom.Comment(id, stop) is not { } comment) return DeskNotice.Missing;

        var form = await call.Request.ReadFormAsync(stop);
        var (why, now) = (form["why"].ToString().Trim(), clock.GetUtcNow());
        if (why.Length is 0 or > LongestReason)
        {
            var view = await View(QueueView.Named(form["list"]), null, newsroom, paper, clock, stop);
            return new DeskPage<QueuePage>(view with { Fault = "comments.why-missing" }, StatusCodes.Status422UnprocessableEntity);
        }
        if (comment.Shown || comment is { Decision: Decision.Hold, Rejected: null })
        {
            comment.Reject(why, moderator.Name, now);
            newsroom.Ledger.Add(await newsroom.EntryOf(Act.CommentRejected, comment, moderator.Name, now, stop));
            await newsroom.SaveChangesAsync(stop);
        }
        return await Back(call, stop);
    }

    static async Task<RedirectHttpResult> Back(HttpContext call, CancellationToken stop) =>
        TypedResults.Redirect(QueueView.Address(QueueView.Named((await call.Request.ReadFormAsync(stop))["list"])));

    static async Task<QueueView> View(string list, string? before, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        var comments = newsroom.Comments.AsNoTracking();
        comments = list switch
        {
            QueueView.Shown => comments.Where(comment => comment.Shown).OrderByDescending(comment => comment.Id),
            QueueView.Refused => comments.Where(comment => !comment.Shown && (comment.Decision == Decision.Reject || comment.Rejected != null)).OrderByDescending(comment => comment.Id),
            _ => comments.Waiting.OrderBy(comment => comment.Id),
        };
        var passed = long.TryParse(before, out var last);
        if (passed) comments = list is QueueView.Held ? comments.Where(comment => comment.Id > last) : comments.Where(comment => comment.Id < last);

        var rows = await newsroom.Queued(comments.Take(PageLength + 1)).ToListAsync(stop);
        rows.Sort((one, other) => list is QueueView.Held ? one.Id.CompareTo(other.Id) : other.Id.CompareTo(one.Id));
        var more = rows.Count > PageLength;
        if (more) rows.RemoveAt(PageLength);
        return new() { List = list, Rows = rows, Paper = paper, Next = more ? rows[^1].Id : null, Later = passed, Now = clock.GetUtcNow() };
    }
}
