using Manset.Data;
using Manset.Desk.Door;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Editing;

public sealed record HistoryView(Story Story, Edition Edition, IReadOnlyList<Entry> Entries, IReadOnlyList<Saved> Revisions, IReadOnlyList<Receipt> Receipts, DateTimeOffset Now);

/// <summary>A revision without its copy.</summary>
public sealed record Saved(int Number, string By, DateTimeOffset At, string Headline);

/// <summary>A revision beside the one before it; null for the first.</summary>
public sealed record RevisionView(Story Story, Edition Edition, Revision Revision, Revision? Before);

/// <summary>Who did what to a story, and when.</summary>
static class HistoryRoutes
{
    static readonly Act[] ActsOnStories =
        [Act.Filed, Act.Saved, Act.Published, Act.Corrected, Act.Killed, Act.Spiked, Act.Embargoed, Act.EmbargoLifted, Act.Led];

    public static void MapHistory(this RouteGroupBuilder desk)
    {
        var history = desk.MapGroup("/stories/{id:long}/history").RequireAuthorization(Duty.Reporter);
        history.MapGet("/", Show);
        history.MapGet("/{number:int}", ShowRevision);
    }

    static async Task<Results<DeskPage<HistoryPage>, DeskPage<NoticePage>>> Show(long id, Newsroom newsroom, Paper paper, TimeProvider clock, CancellationToken stop)
    {
        if (await newsroom.Story(id, stop) is not { } story) return DeskNotice.Missing;

        var entries = await newsroom.Ledger.AsNoTracking().Where(entry => entry.Subject == id && ActsOnStories.Contains(entry.Act))
            .OrderByDescending(entry => entry.Id).ToListAsync(stop);
        // A wire item may have the same number; what is of a story names its root.
        entries.RemoveAll(entry => entry.Act is Act.EmbargoLifted && entry.Fact("root") is null);
        var revisions = await newsroom.Revisions.Where(revision => revision.StoryId == id).OrderByDescending(revision => revision.Number)
            .Select(revision => new Saved(revision.Number, revision.By, revision.At, revision.Copy.Headline)).ToListAsync(stop);
        return new DeskPage<HistoryPage>(new HistoryView(story, paper.Edition(story.Edition)!, entries, revisions, await newsroom.ReceiptsOf(id, stop), clock.GetUtcNow()));
    }

    static async Task<Results<DeskPage<RevisionPage>, DeskPage<NoticePage>>> ShowRevision(long id, int number, Newsroom newsroom, Paper paper, CancellationToken stop)
    {
        if (await newsroom.Story(id, stop) is not { } story) return DeskNotice.Missing;
        if (await newsroom.Revisions.FindAsync([id, number], stop) is not { } revision) return DeskNotice.Missing;

        var before = await newsroom.Revisions.FindAsync([id, number - 1], stop);
        return new DeskPage<RevisionPage>(new RevisionView(story, paper.Edition(story.Edition)!, revision, before));
    }
}
