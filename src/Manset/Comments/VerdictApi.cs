using Manset.Desk;
using Manset.Editions;
using Manset.Moderation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Comments;

/// <summary>The verdict of a text without keeping it, for other sites that want only the moderation.</summary>
public static class VerdictApi
{
    const int LongestText = 100_000;

    /// <param name="Section">Whose rules judge; the edition's when it is absent or has none of its own.</param>
    public sealed record VerdictForm(string? Text, string? Section = null);

    public static void MapVerdicts(this IEndpointRouteBuilder api) =>
        api.MapPost("/editions/{edition}/verdict", Judge).WithTags("Moderation").ProducesProblems(400, 404, 413, 415);

    static Results<Ok<Verdict>, ProblemHttpResult> Judge(string edition, VerdictForm form, Paper paper, Bench bench, HttpRequest request)
    {
        var words = paper.Edition(edition) is { } known ? Words.In(known.Code) : Words.AskedBy(request);
        if (paper.Edition(edition) is not { } face)
            return TypedResults.Problem(words["comments.no-edition"], statusCode: StatusCodes.Status404NotFound, title: words["comments.not-judged"]);
        if (form.Text is null || form.Text.Length > LongestText)
            return TypedResults.Problem(words["comments.no-text"], statusCode: StatusCodes.Status400BadRequest, title: words["comments.not-judged"]);
        return TypedResults.Ok(bench.Judge(face, new(form.Text) { Section = form.Section }));
    }
}
