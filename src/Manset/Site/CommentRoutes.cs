using System.Text.Json;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Moderation;

namespace Manset.Site;

/// <summary>The form under a story, and the same for programs: 201 shown, 202 held, 422 refused with the reasons.</summary>
static class CommentRoutes
{
    public static void MapCommentForm(this IEndpointRouteBuilder app)
    {
        app.MapPost("/{edition}/{section}/{story}/comments", Send).DisableAntiforgery().WithTags("Comments")
            .Accepts<CommentForm>("application/json", "application/x-www-form-urlencoded")
            .Produces<CommentAnswer>(201).Produces<CommentAnswer>(202).ProducesProblems(400, 403, 404, 410, 413, 415, 422, 500, 503);
    }

    static async Task Send(string edition, string section, string story, Submission submission, Newsroom newsroom, Paper paper, CommentAnswers answers, TimeProvider clock, HttpContext call)
    {
        var known = paper.Edition(edition);
        var face = known ?? paper.Main;
        if (IsFromAnotherSite(call.Request)) { await answers.Refuse(call, face, StatusCodes.Status403Forbidden, "other-site"); return; }
        if (known is null || Pages.IdAtEnd(story) is not { } id || await newsroom.StoryAt(paper, face, id, clock.GetUtcNow(), withComments: false) is not { } found)
        {
            await answers.Refuse(call, face, StatusCodes.Status404NotFound, "no-story");
            return;
        }
        if (found.Story is not { } view) { await answers.Refuse(call, face, StatusCodes.Status410Gone, "gone"); return; }
        if (await Read(call.Request) is not { } form) { await answers.Refuse(call, face, StatusCodes.Status400BadRequest, "unreadable"); return; }

        var sent = await submission.Send(face, id, form, call.Connection.RemoteIpAddress, call.RequestAborted);
        if (sent.Comment is { } comment) await answers.Tell(call, view, comment);
        else await answers.Refuse(call, face, StatusCodes.Status400BadRequest, sent.Refusal!);
    }

    /// <summary>A browser says where a form comes from; a form on another site must not speak in a reader's name.</summary>
    static bool IsFromAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site"
        || (request.Headers.Origin.ToString() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != request.Host.Value));

    static async Task<CommentForm?> Read(HttpRequest request)
    {
        try
        {
            if (request.HasJsonContentType()) return await request.ReadFromJsonAsync<CommentForm>(request.HttpContext.RequestAborted);
            if (!request.HasFormContentType) return null;

            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            // The field no person sees: what fills it in is not one.
            if (form["website"].Count > 0 && form["website"] != "") return null;
            return new(form["name"], form["text"], long.TryParse(form["parent"], out var parent) ? parent : null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or InvalidOperationException or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest }) { return null; }
    }
}
