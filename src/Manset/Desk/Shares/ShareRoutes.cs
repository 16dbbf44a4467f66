using Manset.Data;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk.Shares;

public sealed record ShareView(Story Story, Edition Edition, WireShare Share);

/// <summary>A story with the agencies' words marked, for people and for programs of the staff.</summary>
static class ShareRoutes
{
    public sealed record Measured(long Id, int Revision, int Words, int Taken, int Percent, IReadOnlyList<MeasuredSource> Sources, IReadOnlyList<MeasuredSpan> Spans);
    public sealed record MeasuredSource(string Agency, int Words, int Percent);

    /// <param name="Start">In UTF-16 code units of the field's text without its markup; the end is not part of it.</param>
    public sealed record MeasuredSpan(string Field, int Start, int End, string Agency);

    public static void MapShares(this RouteGroupBuilder desk) =>
        desk.MapGet("/stories/{id:long}/wire-share", Show).RequireAuthorization(Duty.Reporter);

    public static void MapSharesApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/stories/{id:long}/wire-share", Measure).RequireAuthorization(Duty.Reporter).WithTags("Stories").ProducesProblems(401, 403, 404);

    static async Task<Results<DeskPage<SharePage>, DeskPage<NoticePage>>> Show(long id, Newsroom newsroom, Paper paper, CancellationToken stop)
    {
        if (await newsroom.Story(id, stop) is not { } story) return DeskNotice.Missing;

        return new DeskPage<SharePage>(new ShareView(story, paper.Edition(story.Edition)!, await WireShare.Of(story, story.Copy, newsroom, stop)));
    }

    static async Task<Results<Ok<Measured>, NotFound>> Measure(long id, Newsroom newsroom, CancellationToken stop)
    {
        if (await newsroom.Story(id, stop) is not { } story) return TypedResults.NotFound();

        var share = await WireShare.Of(story, story.Copy, newsroom, stop);
        return TypedResults.Ok(new Measured(
            story.Id, story.Latest, share.Words, share.Taken, share.Percent,
            [.. share.Sources.Select(source => new MeasuredSource(source.Agency, source.Words, WireShare.PercentOf(source.Words, share.Words)))],
            [.. share.Fields.SelectMany(field => field.Runs.Select(run => new MeasuredSpan(field.Name, run.Start, run.End, share.Sources[run.Source].Agency)))]));
    }
}
