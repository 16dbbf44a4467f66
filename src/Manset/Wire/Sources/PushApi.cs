using System.Buffers;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>Copy that an agency brings by itself: <c>POST /api/v1/wires/{name}/items</c>, a document of any supported format in the body.</summary>
public static class PushApi
{
    const int LongestName = 100;

    /// <summary>What became of one item; <c>error</c> says why it was refused, and where in the document.</summary>
    public sealed record PushedItem(string? Guid, int? Version, WireStatus? Status, Outcome Outcome, string? Error);

    public sealed record Pushed(IReadOnlyList<PushedItem> Items);

    public static void MapPush(this IEndpointRouteBuilder api)
    {
        var push = api.MapPost("/wires/{name}/items", Push).WithTags("Wires").RequireAuthorization(Duty.Push).WithMetadata(new Bounded())
            .Accepts<byte[]>("application/octet-stream", "application/xml", "application/json", "application/rss+xml", "application/atom+xml", "message/rfc822", "text/plain");
        foreach (var status in new[] { 400, 401, 403, 413, 415, 422 }) push.ProducesProblem(status);
    }

    static async Task<Results<Ok<Pushed>, ProblemHttpResult>> Push(
        string name, HttpContext call, Intake intake, IOptionsMonitor<Wires> wires, Colleague colleague, CancellationToken stop)
    {
        if (name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl)) return Problem(call, StatusCodes.Status400BadRequest, "wire.no-name");
        if (!colleague.MayPushTo(name)) return Problem(call, StatusCodes.Status403Forbidden, "wire.not-yours");

        var line = wires.CurrentValue.Named(name) with { Pushed = true };
        var taken = await intake.Take(line, await Body(call.Request, stop), call.Request.ContentType, null, $"pushed by {colleague.Name}", stop);
        var items = taken.Select(item => new PushedItem(item.Guid, item.Version, item.Status, item.Outcome, item.Said)).ToList();
        return items.Any(item => item.Outcome is not Outcome.Refused)
            ? TypedResults.Ok(new Pushed(items))
            : Problem(call, StatusCodes.Status422UnprocessableEntity, "wire.nothing-taken", items);
    }

    /// <summary>The server itself ends a body that is larger than any document.</summary>
    static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, CancellationToken stop)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (await request.Body.ReadAsync(bytes.GetMemory(16 * 1024), stop) is > 0 and var count) bytes.Advance(count);
        return bytes.WrittenMemory;
    }

    static ProblemHttpResult Problem(HttpContext call, int status, string key, IReadOnlyList<PushedItem>? items = null)
    {
        var words = Words.AskedBy(call.Request);
        var facts = items is null ? null : new Dictionary<string, object?> { ["items"] = items };
        return TypedResults.Problem(words[$"{key}.text"], statusCode: status, title: words[key], extensions: facts);
    }

    sealed class Bounded : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Formats.LargestDocument;
    }
}
