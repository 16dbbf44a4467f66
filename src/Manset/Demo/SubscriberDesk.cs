using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Demo;

/// <summary>
/// The agency's interface for subscribers, in the manner of Anadolu Agency and with the oddities that its clients have met. It plays the
/// Turkish half of the script.
/// </summary>
public sealed partial class SubscriberDesk
{
    public const string User = "3000001", Password = "yelkovan";
    const int LargestPage = 100;

    readonly AgencyScript script;
    readonly DateTimeOffset start;
    readonly TimeProvider clock;
    readonly Oddities odd;
    readonly Lock guard = new();
    readonly ConcurrentDictionary<string, bool> failed = new();
    readonly byte[] seal = RandomNumberGenerator.GetBytes(16);
    DateTimeOffset lastAsked = DateTimeOffset.MinValue;

    public SubscriberDesk(AgencyScript script, DateTimeOffset start, TimeProvider clock, Oddities odd) =>
        (this.script, this.start, this.clock, this.odd) = (script, start, clock, odd);

    /// <summary>Every request of the account, and when it came.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Path)> Asked { get; } = new();

    public void Map(IEndpointRouteBuilder server)
    {
        var desk = server.MapGroup("/abone").AddEndpointFilter(Door);
        desk.MapGet("/discover/{labels}", (string labels) => labels is "tr_TR" or "en_US" or "ar_AR" ? Well(SubscriberLists.Labels()) : Fault(404, "Not found"));
        desk.MapGet("/subscription", () => Well(SubscriberLists.Subscription()));
        desk.MapPost("/search", Search);
        desk.MapGet("/document/{id}/{format}", Document);
        desk.MapGet("/token/{id}/{format}", (string id, string format, HttpContext call) => Link(id, call) is { } link ? Well(new JsonObject { ["url"] = link }) : Fault(404, "Not found"));
        desk.MapGet("/multitoken/{group}/{format}", Links);
        server.MapGet("/abone/files/{name}", File);
    }

    /// <summary>Who asks, and how soon after the last time.</summary>
    async ValueTask<object?> Door(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (call, now) = (context.HttpContext, clock.GetUtcNow());
        if (call.Request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))}") return Fault(401, "Unauthorized", 401);
        var soon = TooSoon(now, call.Request.Path);
        if (odd.LockedOut) return Fault(401, "Kullanıcı adı veya parola hatalı");
        if (soon is not { } left) return await next(context);

        var words = string.Create(CultureInfo.InvariantCulture, $"try again in {left.TotalSeconds:0.000} sec");
        // For pictures, well and in words.
        return call.Request.Path.Value!.Contains("aa:picture", StringComparison.Ordinal) && !call.Request.Path.Value.EndsWith("newsml29", StringComparison.Ordinal)
            ? TypedResults.Text(words, "image/jpeg") : Fault(429, words, 429);
    }

    TimeSpan? TooSoon(DateTimeOffset now, PathString path)
    {
        lock (guard)
        {
            var left = lastAsked + odd.Apart - now;
            lastAsked = now;
            Asked.Enqueue((now, path.Value!));
            if (left > TimeSpan.Zero) return left;
            if (odd.Busy <= 0) return null;
            odd.Busy--;
            return odd.Apart;
        }
    }

    async Task<IResult> Search(HttpContext call, CancellationToken stop)
    {
        if (!call.Request.HasFormContentType) return Fault(400, "start_date is required");
        var form = await call.Request.ReadFormAsync(stop);
        var now = clock.GetUtcNow();
        if (Instant(form["start_date"], now) is not { } from || Instant(form["end_date"], now) is not { } to) return Fault(400, "start_date is required");
        var categories = form["filter_category"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var found = Items(now).Where(item => item.Sent >= from && item.Sent <= to)
            .Where(item => categories.Length == 0 || categories.Contains(SubscriberLists.CategoryOf(item.Event.Section))).ToList();
        var offset = int.TryParse(form["offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) ? skipped : 0;
        var limit = int.TryParse(form["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, LargestPage) : LargestPage;
        return Well(new JsonObject { ["total"] = found.Count, ["result"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(Row)]) });
    }

    /// <summary>The id of a group is null for some and absent for others.</summary>
    JsonObject Row(AgencyItem item)
    {
        var row = new JsonObject
        {
            ["id"] = IdOf(item),
            ["type"] = "text",
            ["date"] = item.Sent.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["title"] = item.Copy.Headline,
        };
        if (NumberOf(item.Event) % 3 == 0) row["group_id"] = GroupOf(item);
        else if (NumberOf(item.Event) % 3 == 1) row["group_id"] = null;
        return row;
    }

    IResult Document(string id, string format, HttpContext call)
    {
        if (format is "web" or "print") return Link(id, call) is { } link ? TypedResults.Redirect(link) : Fault(404, "Not found", 404);
        if (format != "newsml29" || Items(clock.GetUtcNow()).FirstOrDefault(item => IdOf(item) == id) is not { } item) return Fault(404, "Not found", 404);

        var number = NumberOf(item.Event);
        // Half of them fail by their status, half in an envelope that comes with HTTP 200.
        if (Every(odd.FailsOnceEvery, number) && failed.TryAdd(id, true)) return Fault(500, "Internal error", number % 2 == 0 ? 500 : 200);
        var document = SubscriberNewsMl.Write(item, id, PictureIdOf(item), NamesPicture(item), bare: Every(odd.BareEvery, number));
        return Every(odd.WrappedEvery, number) ? Well(JsonValue.Create(document)) : TypedResults.Text(document, "text/xml; charset=utf-8");
    }

    ContentHttpResult Links(string group, string format, HttpContext call) =>
        Items(clock.GetUtcNow()).FirstOrDefault(item => GroupOf(item) == group) is { } item && PictureIdOf(item) is { } picture && Link(picture, call) is { } link
            ? Well(new JsonArray(new JsonObject { ["id"] = picture, ["url"] = link }))
            : Fault(404, "Not found");

    IEnumerable<AgencyItem> Items(DateTimeOffset now) =>
        script.After(now - start).Select(sent => AgencyItem.Of(Bureau.All[0], sent.Event, sent.Take, script, start, new("http://localhost/")));

    int NumberOf(Event happening) => script.Events.ToList().IndexOf(happening) + 1;

    string IdOf(AgencyItem item) => Id("text", item);

    string GroupOf(AgencyItem item) => Id("album", item);

    string? PictureIdOf(AgencyItem item) => item.Picture is null ? null : Id("picture", item);

    string Id(string type, AgencyItem item) => string.Create(CultureInfo.InvariantCulture, $"aa:{type}:{item.FirstSent:yyyyMMdd}:{12_900_000 + NumberOf(item.Event)}");

    /// <summary>Of an item with a group, the group alone knows the picture.</summary>
    bool NamesPicture(AgencyItem item) => NumberOf(item.Event) % 3 != 0;

    static bool Every(int so, int number) => so > 0 && number % so == 0;

    static DateTimeOffset? Instant(string? written, DateTimeOffset now) => written switch
    {
        "*" => DateTimeOffset.MinValue,
        "NOW" => now,
        _ => DateTimeOffset.TryParseExact(written, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
    };

    static ContentHttpResult Well(JsonNode? data) => Envelope(200, true, "OK", data, 200);

    static ContentHttpResult Fault(int code, string message, int status = 200) => Envelope(code, false, message, null, status);

    static ContentHttpResult Envelope(int code, bool success, string message, JsonNode? data, int status) => TypedResults.Content(
        new JsonObject { ["response"] = new JsonObject { ["success"] = success, ["code"] = code, ["message"] = message }, ["data"] = data }.ToJsonString(),
        "application/json; charset=utf-8", statusCode: status);
}
