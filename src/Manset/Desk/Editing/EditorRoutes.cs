using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Manset.Desk.Door.DeskPage<Manset.Desk.Editing.EditorPage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Editing.ConflictPage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Door.NoticePage>>;

namespace Manset.Desk.Editing;

/// <summary>Writing and saving.</summary>
static class EditorRoutes
{
    public static void MapEditor(this RouteGroupBuilder desk)
    {
        var stories = desk.MapGroup("/stories").RequireAuthorization(Duty.Reporter);
        stories.MapGet("/new", New);
        stories.MapPost("/", File).WithMetadata(new RequestSizeLimitAttribute(EditorForm.LargestForm));
        stories.MapGet("/{id:long}", Open);
        stories.MapPost("/{id:long}", Save).WithMetadata(new RequestSizeLimitAttribute(EditorForm.LargestForm));
    }

    static DeskPage<NewStoryPage> New(string? edition, Paper paper)
    {
        var face = paper.Edition(edition) ?? paper.Main;
        return new(new NewStoryView(EditorForm.Of(new() { Section = face.Sections[0].Key }, 0, face, null), paper.Editions, EditorView.NoFaults));
    }

    static async Task<Results<RedirectHttpResult, DeskPage<NewStoryPage>>> File(
        EditorForm form, WritingTable table, Paper paper, Colleague colleague, CancellationToken stop)
    {
        var written = await table.File(form, colleague.Name, stop);
        return written.IsKept
            ? TypedResults.Redirect(DeskLinks.Story(written.Story!.Id))
            : new DeskPage<NewStoryPage>(new NewStoryView(written.Form, paper.Editions, written.Faults ?? EditorView.NoFaults), StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<Results<DeskPage<EditorPage>, DeskPage<NoticePage>>> Open(long id, WritingTable table, Colleague colleague, CancellationToken stop) =>
        await table.Open(id, colleague.Name, stop) is { } view ? new DeskPage<EditorPage>(view) : DeskNotice.Missing;

    static async Task<Answer> Save(long id, EditorForm form, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        var written = await table.Save(id, form, colleague.Name, stop);
        return written.IsKept ? TypedResults.Redirect(DeskLinks.Story(id)) : await table.Explain(written, colleague.Name, stop);
    }

    /// <summary>The page that says why a form was not taken, with all that was typed.</summary>
    public static async Task<Answer> Explain(this WritingTable table, Written written, string by, CancellationToken stop) => written switch
    {
        { Story: null } => DeskNotice.Missing,
        { Refusal.Code: "newer-revision" } => new DeskPage<ConflictPage>(table.Conflict(written), StatusCodes.Status412PreconditionFailed),
        { Refusal: not null } => new DeskPage<EditorPage>(await table.Again(written, by, stop), StatusCodes.Status409Conflict),
        _ => new DeskPage<EditorPage>(await table.Again(written, by, stop), StatusCodes.Status422UnprocessableEntity),
    };
}
