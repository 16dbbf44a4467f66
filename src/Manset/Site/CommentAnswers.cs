using Manset.Editions;
using Manset.Looks;
using Manset.Moderation;

namespace Manset.Site;

/// <summary>What became of a comment, for a program.</summary>
/// <param name="Rules">The version of the house rules that judged.</param>
public sealed record CommentAnswer(long Id, Decision Decision, IReadOnlyList<Finding> Findings, string? Rewrite, string Rules)
{
    public IEnumerable<KeyValuePair<string, object?>> Facts() =>
        [new("id", Id), new("decision", Decision), new("findings", Findings), new("rewrite", Rewrite), new("rules", Rules)];
}

/// <summary>Tells the author of a comment what became of it: a page for a browser, JSON for a program.</summary>
public sealed class CommentAnswers(PageRenderer renderer, Paper paper)
{
    public async Task Tell(HttpContext call, StoryView story, Manset.Comments.Comment comment)
    {
        var path = SiteLinks.Story(story);
        var status = comment.Decision switch
        {
            Decision.Approve => StatusCodes.Status201Created,
            Decision.Hold => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        if (status == StatusCodes.Status201Created) call.Response.Headers.Location = SiteLinks.Comment(path, comment.Id);
        if (!WantsPage(call.Request))
        {
            var said = new CommentAnswer(comment.Id, comment.Decision, comment.Findings, comment.Rewrite, comment.Rules);
            var words = Words.In(story.Edition.Code);
            IResult answer = status == StatusCodes.Status422UnprocessableEntity
                ? TypedResults.Problem(words["site.outcome.refused.text"], statusCode: status, title: words["site.outcome.refused"], extensions: said.Facts())
                : TypedResults.Json(said, statusCode: status);
            await answer.ExecuteAsync(call);
            return;
        }

        var view = new OutcomeView
        {
            Paper = paper,
            Edition = story.Edition,
            Story = path,
            Headline = story.Headline,
            Decision = comment.Decision,
            Author = comment.Name,
            Text = comment.Text,
            Parent = comment.ParentId,
            Comment = comment.Shown ? comment.Id : null,
            Findings = comment.Findings,
            Rewrite = comment.Rewrite,
        };
        await new Page(status, Page.Html, await renderer.Render<CommentOutcomePage>(view), []).Send(call);
    }

    /// <param name="reason">The end of a key of the word files: <c>site.comments.refusal.REASON</c>.</param>
    public async Task Refuse(HttpContext call, Edition edition, int status, string reason)
    {
        var words = Words.In(edition.Code);
        var advice = words[$"site.comments.refusal.{reason}"];
        if (WantsPage(call.Request))
        {
            var view = new ErrorView { Paper = paper, Edition = edition, Status = status, Advice = advice };
            await new Page(status, Page.Html, await renderer.Render<ErrorPage>(view), []).Send(call);
        }
        else await TypedResults.Problem(advice, statusCode: status, title: words["site.comments.refusal"]).ExecuteAsync(call);
    }

    static bool WantsPage(HttpRequest request) =>
        !request.HasJsonContentType() && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
