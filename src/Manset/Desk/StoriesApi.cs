using System.Reflection;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Manset.Desk;

/// <summary>Stories for programs that write them.</summary>
public static class StoriesApi
{
    public sealed record Stands(long Id, int Revision, string Path, DateTimeOffset? FirstPublished = null, DateTimeOffset? LastUpdated = null);
    /// <summary>May be left away altogether, which a body parameter of the framework may not.</summary>
    public sealed record PublicationForm(string? Override)
    {
        public static async ValueTask<PublicationForm?> BindAsync(HttpContext call, ParameterInfo parameter) =>
            call.Request.HasJsonContentType() && call.Request.ContentLength is not 0
                ? await call.Request.ReadFromJsonAsync<PublicationForm>(call.RequestAborted) ?? new(Override: null)
                : new(Override: null);
    }

    public sealed record CorrectionForm(string? Note, string? Override);
    public sealed record KillForm(string? Why);

    public static void MapStories(this IEndpointRouteBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories");
        stories.MapPost("/", File).RequireAuthorization(Duty.Reporter).ProducesProblems(401, 413, 415);
        stories.MapPut("/{id:long}", Save).RequireAuthorization(Duty.Reporter).ProducesProblems(401, 404, 409, 412, 413, 415, 428);

        var story = stories.MapGroup("/{id:long}").RequireAuthorization(Duty.Editor).ProducesProblems(401, 403, 404, 409, 412, 415);
        story.MapPost("/publication", Publish).Accepts<PublicationForm>(isOptional: true, "application/json").ProducesProblems(400, 413);
        story.MapPost("/corrections", Correct).ProducesProblems(400, 413);
        story.MapPost("/kill", Kill).ProducesProblems(400, 413);
        story.MapPost("/spike", Spike);
    }

    static async Task<Results<Created<Stands>, ValidationProblem, ProblemHttpResult>> File(
        StoryForm form, Newsdesk desk, Paper paper, Colleague colleague, HttpRequest request, CancellationToken stop)
    {
        var edition = paper.Edition(form.Edition);
        if (Faults(form, edition, request) is { } faults) return faults;

        var done = await desk.File(edition!, form, colleague.Name, stop);
        return done is { Refusal: null, Story: { } story }
            ? TypedResults.Created($"/api/v1/stories/{story.Id}", Of(story, edition!))
            : Refused(done, edition!);
    }

    static async Task<Results<Ok<Stands>, NotFound, ValidationProblem, ProblemHttpResult>> Save(
        long id, StoryForm form, [FromHeader(Name = "If-Match")] string? ifMatch, Newsdesk desk, Paper paper, Colleague colleague, HttpContext call, CancellationToken stop)
    {
        if (await desk.Find(id, stop) is not { } story) return TypedResults.NotFound();
        var edition = paper.Edition(story.Edition)!;
        if (!int.TryParse(ifMatch?.Trim().Trim('"'), out var seen))
            return Problem(StatusCodes.Status428PreconditionRequired, "if-match", edition);
        if (Faults(form, edition, call.Request) is { } faults) return faults;

        var done = await desk.Save(id, seen, form, colleague.Name, stop);
        if (done is not { Refusal: null, Story: { } saved }) return Refused(done, edition, form.Copy(edition));

        call.Response.Headers.ETag = $"\"{saved.Latest}\"";
        return TypedResults.Ok(Of(saved, edition));
    }

    static async Task<Results<Ok<Stands>, NotFound, ProblemHttpResult>> Publish(
        long id, PublicationForm form, Newsdesk desk, Paper paper, Colleague colleague, CancellationToken stop) =>
        Answer(await desk.Publish(id, colleague.Name, form.Override, stop), paper);

    static async Task<Results<Ok<Stands>, NotFound, ProblemHttpResult>> Correct(
        long id, CorrectionForm form, Newsdesk desk, Paper paper, Colleague colleague, CancellationToken stop) =>
        Answer(await desk.Correct(id, form.Note ?? "", colleague.Name, form.Override, stop), paper);

    static async Task<Results<Ok<Stands>, NotFound, ProblemHttpResult>> Kill(
        long id, KillForm form, Newsdesk desk, Paper paper, Colleague colleague, CancellationToken stop) =>
        Answer(await desk.Kill(id, form.Why ?? "", colleague.Name, stop), paper);

    static async Task<Results<Ok<Stands>, NotFound, ProblemHttpResult>> Spike(
        long id, Newsdesk desk, Paper paper, Colleague colleague, CancellationToken stop) =>
        Answer(await desk.Spike(id, colleague.Name, stop), paper);

    static Results<Ok<Stands>, NotFound, ProblemHttpResult> Answer(Done done, Paper paper)
    {
        if (done.Story is not { } story) return TypedResults.NotFound();
        var edition = paper.Edition(story.Edition)!;
        return done.Refusal is null ? TypedResults.Ok(Of(story, edition)) : Refused(done, edition);
    }

    static Stands Of(Story story, Edition edition) =>
        new(story.Id, story.Latest, edition.StoryPath(story.Section, story.Permalink, story.Id), story.FirstPublished, story.LastUpdated);

    static ValidationProblem? Faults(StoryForm form, Edition? edition, HttpRequest request)
    {
        var faults = form.Faults(edition);
        if (faults.Count == 0) return null;

        var words = edition is null ? Words.AskedBy(request) : Words.In(edition.Code);
        return TypedResults.ValidationProblem(
            faults.ToDictionary(fault => fault.Key, fault => new[] { words[fault.Value] }), title: words["desk.fault.title"]);
    }

    static ProblemHttpResult Refused(Done done, Edition edition, StoryCopy? yours = null)
    {
        var words = Words.In(edition.Code);
        var refusal = done.Refusal!;
        var facts = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (refusal.Flaws.Count > 0)
        {
            facts["findings"] = refusal.Flaws.Select(flaw => new
            {
                flaw.Check,
                flaw.Field,
                flaw.Start,
                flaw.End,
                Severity = flaw.Blocks ? "block" : "advise",
                Explanation = flaw.In(words),
            });
        }
        if (refusal.Code == "newer-revision" && yours is not null && done.Story is { } story)
        {
            facts["yours"] = yours;
            facts["theirs"] = new { story.Latest, story.Copy };
        }
        return TypedResults.Problem(
            refusal.In(words),
            statusCode: refusal.Code switch { "newer-revision" => StatusCodes.Status412PreconditionFailed, "no-original" or "no-picture" or "note-long" => StatusCodes.Status400BadRequest, _ => StatusCodes.Status409Conflict },
            title: words["desk.refused"], extensions: facts);
    }

    static ProblemHttpResult Problem(int status, string code, Edition edition)
    {
        var words = Words.In(edition.Code);
        return TypedResults.Problem(words[$"desk.refusal.{code}"], statusCode: status, title: words["desk.refused"], extensions: new Dictionary<string, object?> { ["code"] = code });
    }
}
