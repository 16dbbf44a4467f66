using Manset.Data;
using Manset.Desk.Door;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Refused;

/// <summary>What was refused of what agencies sent: looked at, tried again, laid aside.</summary>
static class QuarantineRoutes
{
    const int PageLength = 50, LongestWhy = 1000;

    public static void MapQuarantine(this RouteGroupBuilder desk)
    {
        var quarantine = desk.MapGroup("/quarantine").RequireAuthorization(Duty.Editor);
        quarantine.MapGet("/", List);
        quarantine.MapPost("/readmission", TryAll);
        quarantine.MapGet("/{id:long}", Show);
        quarantine.MapGet("/{id:long}/document", Document);
        quarantine.MapPost("/{id:long}/readmission", Try);
        quarantine.MapPost("/{id:long}/discard", Discard);
    }

    static async Task<DeskPage<QuarantinePage>> List(string? left, string? before, Newsroom newsroom, TimeProvider clock, CancellationToken stop)
    {
        var gone = left is not null;
        var documents = newsroom.Quarantine.AsNoTracking().Include(row => row.Left).Where(row => (row.Left != null) == gone);
        if (long.TryParse(before, out var last) && await newsroom.Quarantine.AsNoTracking().FirstOrDefaultAsync(row => row.Id == last, stop) is { } cursor)
            documents = documents.Where(row => row.LastAt < cursor.LastAt || (row.LastAt == cursor.LastAt && row.Id < cursor.Id));
        var rows = await documents.OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id).Take(PageLength + 1).ToListAsync(stop);
        var more = rows.Count > PageLength;
        if (more) rows.RemoveAt(PageLength);
        return new(new QuarantineView(rows, gone, more ? rows[^1].Id : null, last > 0, clock.GetUtcNow()));
    }

    static async Task<Results<DeskPage<QuarantinedPage>, DeskPage<NoticePage>>> Show(long id, string? fault, Newsroom newsroom, TimeProvider clock, CancellationToken stop) =>
        await Quarantine.Find(newsroom, id, stop) is { } document ? new DeskPage<QuarantinedPage>(View(document, fault, clock)) : DeskNotice.Missing;

    static QuarantinedView View(Quarantined document, string? fault, TimeProvider clock)
    {
        var at = int.TryParse(fault, out var asked) && asked >= 0 && asked < document.Faults.Count ? asked : 0;
        var excerpt = document.Content is { } bytes && document.Faults.Count > 0 ? Excerpt.Of(bytes, document.Faults[at]) : null;
        return new(document, at, excerpt, clock.GetUtcNow());
    }

    /// <summary>As bytes and nothing else, whatever it says it is.</summary>
    static async Task<Results<FileContentHttpResult, DeskPage<NoticePage>>> Document(long id, Newsroom newsroom, CancellationToken stop) =>
        await Quarantine.Find(newsroom, id, stop) is { Content: { } bytes } document
            ? TypedResults.File(bytes, "application/octet-stream", $"quarantine-{document.Id}.bin")
            : DeskNotice.Missing;

    static async Task<Results<RedirectHttpResult, DeskPage<QuarantinedPage>, DeskPage<NoticePage>>> Try(
        long id, Readmission readmission, Newsroom newsroom, Colleague colleague, TimeProvider clock, CancellationToken stop)
    {
        var taken = await readmission.Try(id, colleague.Name, stop);
        if (await Quarantine.Find(newsroom, id, stop) is not { } document) return DeskNotice.Missing;
        if (document.Left is not null) return TypedResults.Redirect(DeskLinks.Quarantined(id));

        return Refused(document, taken is null ? "no-bytes" : "still-refused", clock);
    }

    static async Task<RedirectHttpResult> TryAll(Readmission readmission, Colleague colleague, CancellationToken stop)
    {
        foreach (var id in await readmission.Waiting(wire: null, stop)) await readmission.Try(id, colleague.Name, stop);
        return TypedResults.Redirect(DeskLinks.Quarantine);
    }

    static async Task<Results<RedirectHttpResult, DeskPage<QuarantinedPage>, DeskPage<NoticePage>>> Discard(
        long id, [FromForm] string? why, Newsroom newsroom, Colleague colleague, TimeProvider clock, CancellationToken stop)
    {
        if (await Quarantine.Find(newsroom, id, stop) is not { } document) return DeskNotice.Missing;
        if (string.IsNullOrWhiteSpace(why)) return Refused(document, "no-why", clock);
        if (why.Length > LongestWhy) return Refused(document, "note-long", clock);

        document.Leave(colleague.Name, why.Trim(), clock.GetUtcNow());
        await newsroom.SaveChangesAsync(stop);
        return TypedResults.Redirect(DeskLinks.Quarantine);
    }

    static DeskPage<QuarantinedPage> Refused(Quarantined document, string code, TimeProvider clock) =>
        new(View(document, null, clock) with { Refusal = new(code) }, StatusCodes.Status409Conflict);
}
