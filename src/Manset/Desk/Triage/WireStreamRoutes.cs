using System.Globalization;
using Manset.Data;
using Manset.Desk.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk.Triage;

static class WireStreamRoutes
{
    public static void MapWireStream(this RouteGroupBuilder wire)
    {
        wire.MapGet("/stream", Follow);
        wire.MapGet("/news", Count);
    }

    /// <summary>From the entry the page was made after; a browser that lost the line names the last one it was told.</summary>
    static async Task<ServerSentEventsResult<WireNews>> Follow(HttpContext call, WireSearch search, string? after, LiveWire stream, Newsroom newsroom, CancellationToken stop)
    {
        var place = Entry(call.Request.Headers["Last-Event-ID"]) ?? Entry(after) ?? await newsroom.End(stop);
        call.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.Follow(await Seat.Of(call), search, place, stop));
    }

    static async Task<JsonHttpResult<int>> Count(WireSearch search, string? after, LiveWire stream, Newsroom newsroom, CancellationToken stop) =>
        TypedResults.Json(await stream.Count(search, Entry(after) ?? await newsroom.End(stop), stop));

    static long? Entry(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : null;
}
