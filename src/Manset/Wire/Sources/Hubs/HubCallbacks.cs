using System.Globalization;
using Manset.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Where hubs ask whether we meant it, and bring what is new.</summary>
public static class HubCallbacks
{
    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromDays(60);

    public static void MapHubs(this IEndpointRouteBuilder app)
    {
        var hub = app.MapGroup("/wire-hub/{key}").ExcludeFromDescription();
        hub.MapGet("/", Verify);
        hub.MapPost("/", Bring).WithMetadata(new Bounded());
    }

    static async Task<Results<ContentHttpResult, NotFound>> Verify(
        string key, [FromQuery(Name = "hub.mode")] string? mode, [FromQuery(Name = "hub.topic")] string? topic, [FromQuery(Name = "hub.challenge")] string? challenge,
        [FromQuery(Name = "hub.lease_seconds")] string? lease, [FromQuery(Name = "hub.reason")] string? reason, Newsroom newsroom, TimeProvider clock, CancellationToken stop)
    {
        if (await newsroom.Set<HubSubscription>().FirstOrDefaultAsync(row => row.Key == key, stop) is not { } subscription || subscription.Topic != topic) return TypedResults.NotFound();

        if (mode == "denied") subscription.Deny(Prose.Cut(Prose.Plain(reason ?? "denied"), 300));
        else if (mode == "subscribe" && challenge is { Length: > 0 }) subscription.Confirm(LeaseOf(lease), clock.GetUtcNow());
        // We never leave a hub by its own word: whoever asks that is somebody else.
        else return TypedResults.NotFound();
        await newsroom.SaveChangesAsync(stop);
        return TypedResults.Content(challenge ?? "", "text/plain; charset=utf-8");
    }

    /// <summary>A wrong signature is answered well, as the standard has it, and what it came with is thrown away.</summary>
    static async Task<Results<Accepted, NotFound, StatusCodeHttpResult>> Bring(
        string key, HttpRequest request, Newsroom newsroom, Intake intake, IOptionsMonitor<Wires> wires, TimeProvider clock, ILogger<HubSubscriber> logger, CancellationToken stop)
    {
        if (await newsroom.Set<HubSubscription>().FirstOrDefaultAsync(row => row.Key == key, stop) is not { } subscription) return TypedResults.NotFound();
        if (wires.CurrentValue.Lines.FirstOrDefault(line => line.Name == subscription.Wire) is not { } line) return TypedResults.StatusCode(StatusCodes.Status410Gone);

        var body = await FarFolderSource.Whole(request.Body, stop);
        if (!subscription.Signs(request.Headers["X-Hub-Signature"], body.Span))
        {
            HubLog.Unsigned(logger, subscription.Wire);
            return TypedResults.Accepted((string?)null);
        }
        await intake.Take(line, body, request.ContentType, new Uri(subscription.Topic), $"hub {new Uri(subscription.Hub).Host}", stop);
        subscription.Ring(clock.GetUtcNow());
        await newsroom.SaveChangesAsync(stop);
        return TypedResults.Accepted((string?)null);
    }

    static TimeSpan LeaseOf(string? seconds)
    {
        var lease = int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? TimeSpan.FromSeconds(said) : TimeSpan.FromDays(1);
        return lease < Shortest ? Shortest : lease > Longest ? Longest : lease;
    }

    sealed class Bounded : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Formats.LargestDocument;
    }
}

static partial class HubLog
{
    [LoggerMessage(LogLevel.Warning, "What a hub brought for wire {Wire} was not signed by it and was thrown away")] public static partial void Unsigned(ILogger logger, string wire);
}
