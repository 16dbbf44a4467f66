using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk.Editing;

/// <summary>What is typed and not saved yet: sent by the page itself whenever typing pauses.</summary>
static class DraftRoutes
{
    public static void MapDrafts(this RouteGroupBuilder desk)
    {
        var draft = desk.MapGroup("/stories/{id:long}/draft").RequireAuthorization(Duty.Reporter);
        draft.MapPost("/", Keep);
        draft.MapPost("/removal", Drop);
        draft.MapPost("/newer-take", TakeNewer);
    }

    static async Task<Results<NoContent, NotFound, UnprocessableEntity<string>>> Keep(
        long id, EditorForm form, WritingTable table, Paper paper, Colleague colleague, HttpContext call, CancellationToken stop)
    {
        if (await table.Keep(id, form, colleague.Name, stop) is not { } faults) return TypedResults.NotFound();
        if (faults.Count == 0) return TypedResults.NoContent();

        var words = Words.In(Tongue.Of(call, paper).Code);
        return TypedResults.UnprocessableEntity(string.Join(' ', faults.Select(fault => $"{words[$"desk.field.{fault.Key}"]}: {words[fault.Value]}")));
    }

    static async Task<RedirectHttpResult> Drop(long id, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        await table.Drop(id, colleague.Name, stop);
        return TypedResults.Redirect(DeskLinks.Story(id));
    }

    static async Task<Results<RedirectHttpResult, DeskPage<NoticePage>>> TakeNewer(long id, WritingTable table, Colleague colleague, CancellationToken stop) =>
        await table.TakeNewer(id, colleague.Name, stop) ? TypedResults.Redirect(DeskLinks.Story(id)) : DeskNotice.Missing;
}
