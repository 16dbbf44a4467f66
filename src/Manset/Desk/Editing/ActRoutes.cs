using Manset.Desk.Door;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Manset.Desk.Door.DeskPage<Manset.Desk.Editing.EditorPage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Editing.ConflictPage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Door.NoticePage>>;

namespace Manset.Desk.Editing;

/// <summary>What an editor does with a story. Publishing and correcting send the form along: what goes out is what stands on the screen.</summary>
static class ActRoutes
{
    public static void MapActs(this RouteGroupBuilder desk)
    {
        var story = desk.MapGroup("/stories/{id:long}");
        story.MapPost("/publication", Publish).RequireAuthorization(Duty.Editor).WithMetadata(new RequestSizeLimitAttribute(EditorForm.LargestForm));
        story.MapPost("/corrections", Correct).RequireAuthorization(Duty.Editor).WithMetadata(new RequestSizeLimitAttribute(EditorForm.LargestForm));
        story.MapPost("/kill", Kill).RequireAuthorization(Duty.Editor);
        story.MapPost("/spike", Spike).RequireAuthorization(Duty.Editor);
        story.MapPost("/lead", Lead).RequireAuthorization(Duty.Editor);
        story.MapPost("/release", Release).RequireAuthorization(Duty.Editor);
        // Who signs in again after a post comes back by these addresses.
        foreach (var act in new[] { "publication", "corrections", "kill", "spike", "lead", "release", "draft" })
            story.MapGet($"/{act}", (long id) => TypedResults.Redirect(DeskLinks.Story(id))).RequireAuthorization(Duty.Reporter);
    }

    static async Task<Answer> Publish(long id, EditorForm form, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop)
    {
        var written = await table.Save(id, form, colleague.Name, stop);
        if (!written.IsKept) return await table.Explain(written, colleague.Name, stop);

        return await Tell(await desk.Publish(id, colleague.Name, Overriding(form), stop), written, table, colleague, stop);
    }

    static async Task<Answer> Correct(long id, EditorForm form, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop)
    {
        var written = await table.Save(id, form, colleague.Name, stop);
        if (!written.IsKept) return await table.Explain(written, colleague.Name, stop);

        return await Tell(await desk.Correct(id, form.Note, colleague.Name, Overriding(form), stop), written, table, colleague, stop);
    }

    static async Task<Answer> Kill(long id, HttpContext call, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop)
    {
        var why = (await call.Request.ReadFormAsync(stop))["why"].ToString();
        return await Tell(await desk.Kill(id, why, colleague.Name, stop), null, table, colleague, stop);
    }

    static async Task<Answer> Spike(long id, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop) =>
        await Tell(await desk.Spike(id, colleague.Name, stop), null, table, colleague, stop);

    static async Task<Answer> Lead(long id, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop) =>
        await Tell(await desk.MakeLead(id, colleague.Name, stop), null, table, colleague, stop);

    static async Task<Answer> Release(long id, WritingTable table, Newsdesk desk, Colleague colleague, CancellationToken stop) =>
        await Tell(await desk.Release(id, colleague.Name, stop), null, table, colleague, stop);

    static async Task<Answer> Tell(Done done, Written? written, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        if (done.Story is not { } story) return DeskNotice.Missing;
        if (done.Refusal is not { } refusal) return TypedResults.Redirect(DeskLinks.Story(story.Id));
        if (written is not null) return await table.Explain(new(story, written.Form with { Seen = story.Latest }, refusal), colleague.Name, stop);

        // An act without a form: the page as it stands, with the refusal.
        return await table.Open(story.Id, colleague.Name, stop) is { } view
            ? new DeskPage<EditorPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : DeskNotice.Missing;
    }

    static string? Overriding(EditorForm form) => string.IsNullOrWhiteSpace(form.Override) ? null : form.Override.Trim();
}
