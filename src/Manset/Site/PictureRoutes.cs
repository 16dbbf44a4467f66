using Manset.Data;
using Manset.Desk;
using Manset.Pictures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>Pictures of stories that may be seen. The gate is asked each time; staff see all.</summary>
static class PictureRoutes
{
    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/pictures/{id:long}-{width:int}.jpg", Reading, Show).ExcludeFromDescription();
        app.MapMethods("/desk/pictures/{id:long}-{width:int}.jpg", Reading, ShowToStaff).RequireAuthorization(Staff.Duty.Reporter).ExcludeFromDescription();
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Show(
        long id, int width, Newsroom newsroom, PictureStore store, TimeProvider clock, HttpContext call, CancellationToken stop)
    {
        // A withdrawn story takes its picture along: whoever keeps it asks again each time, and the answer is short while nothing changed.
        call.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        return await newsroom.IsShown(id, clock.GetUtcNow(), stop) ? await Send(id, width, newsroom, store, stop) : TypedResults.NotFound();
    }

    static async Task<Results<FileContentHttpResult, NotFound>> ShowToStaff(
        long id, int width, Newsroom newsroom, PictureStore store, HttpContext call, CancellationToken stop)
    {
        call.Response.Headers.CacheControl = "private, max-age=3600";
        return await Send(id, width, newsroom, store, stop);
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Send(long id, int width, Newsroom newsroom, PictureStore store, CancellationToken stop)
    {
        if (await newsroom.Pictures.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, stop) is not { } picture) return TypedResults.NotFound();
        if (!PictureStore.Widths.Contains(width) && width != picture.Width) return TypedResults.NotFound();
        if (await store.Derive(picture, width, stop) is not { } bytes) return TypedResults.NotFound();

        return TypedResults.File(bytes, "image/jpeg", entityTag: new($"\"{picture.Hash.AsSpan(0, 16)}-{width}\""));
    }
}
