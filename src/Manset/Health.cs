using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset;

static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", ["GET", "HEAD"], () => TypedResults.Text("ok\n")).ExcludeFromDescription();
        app.MapMethods("/readyz", ["GET", "HEAD"], Ready).ExcludeFromDescription();
    }

    /// <summary>May this node take traffic? Not before its database answers.</summary>
    static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(HttpRequest request, IDbContextFactory<Newsroom> newsrooms, CancellationToken stop)
    {
        try
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            await newsroom.Places.AnyAsync(stop);
            return TypedResults.Text("ready\n");
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: Words.AskedBy(request)["site.no-database"]);
        }
    }
}
