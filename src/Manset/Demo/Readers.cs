using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Manset.Demo;

/// <summary>What one simulated reader will write.</summary>
public sealed record ReaderRemark
{
    public required string Name { get; init; }
    public required string Text { get; init; }
    /// <summary>Seconds since the remark before.</summary>
    public double After { get; init; } = 12;
    /// <summary>Words of the headline that the reader cares for; any story will do when absent.</summary>
    public string? About { get; init; }
    /// <summary>Whether the reader takes the rewrite that the house offers.</summary>
    public bool Mends { get; init; }
    /// <summary>Whose published remark is answered.</summary>
    public string? Answers { get; init; }

    public static IReadOnlyList<ReaderRemark> Of(string language) => JsonSerializer.Deserialize<List<ReaderRemark>>(
        AgencyScript.Text($"Demo/Script/remarks.{language}.json"), JsonSerializerOptions.Web)!;
}

/// <summary>
/// The demo's readers. They know of the site what any reader knows: its feed, its pages and the form under a story. Good manners and bad,
/// each writes what its script says and is told by the house what becomes of it.
/// </summary>
public sealed class Readers
{
    /// <summary>How often a remark may wait for its story to appear.</summary>
    const int Patience = 20;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    readonly HttpClient site;
    readonly string edition;
    readonly CultureInfo culture;
    readonly TimeProvider clock;
    readonly Action<string> say;
    readonly Dictionary<string, (string Path, long Id)> published = [];
    int turn;

    Readers(HttpClient site, string edition, TimeProvider clock, Action<string> say)
    {
        (this.site, this.edition, this.clock, this.say) = (site, edition, clock, say);
        culture = CultureInfo.GetCultureInfo(edition);
    }

    /// <summary>Plays the remarks of every edition side by side; ends with the last of them.</summary>
    /// <param name="site">Its base address is the site's.</param>
    /// <param name="say">Takes one line for each thing that happens.</param>
    public static Task Run(
        HttpClient site, IEnumerable<string> editions, TimeProvider clock, Action<string> say, CancellationToken cancellation) =>
        Task.WhenAll(editions.Select(edition => new Readers(site, edition, clock, say).Write(ReaderRemark.Of(edition), cancellation)));

    async Task Write(IReadOnlyList<ReaderRemark> remarks, CancellationToken cancellation)
    {
        var waiting = new Queue<(ReaderRemark Remark, int Tries)>(remarks.Select(remark => (remark, 0)));
        while (waiting.TryDequeue(out var next))
        {
            var (remark, tries) = next;
            await Task.Delay(tries == 0 ? TimeSpan.FromSeconds(remark.After) : Pause, clock, cancellation);
            try
            {
                if (await Place(remark, cancellation) is { } place) await Post(remark, place.Path, place.Parent, cancellation);
                else if (tries < Patience) waiting.Enqueue((remark, tries + 1));
            }
            // A site that is being started again is a site that readers come back to.
            catch (Exception problem) when (!cancellation.IsCancellationRequested
                && problem is HttpRequestException or TaskCanceledException or XmlException or JsonException)
            {
                if (tries < Patience) waiting.Enqueue((remark, tries + 1));
            }
        }
    }

    async Task<(string Path, long? Parent)?> Place(ReaderRemark remark, CancellationToken cancellation)
    {
        if (remark.Answers is { } name) return published.TryGetValue(name, out var answered) ? (answered.Path, answered.Id) : null;

        var feed = XDocument.Parse(await site.GetStringAsync($"/{edition}/feed.xml", cancellation));
        var stories = feed.Descendants("item")
            .Select(item => (Title: (string?)item.Element("title") ?? "", Link: (string?)item.Element("link") ?? ""))
            .Where(story => Uri.TryCreate(site.BaseAddress, story.Link, out _))
            .Where(story => remark.About is null || culture.CompareInfo.IndexOf(story.Title, remark.About, CompareOptions.IgnoreCase) >= 0)
            .ToList();
        if (stories.Count == 0) return null;

        // The feed may name the host that the public knows; the readers of the demo come by the address they were given.
        return (new Uri(site.BaseAddress!, stories[turn++ % stories.Count].Link).AbsolutePath, null);
    }

    async Task Post(ReaderRemark remark, string path, long? parent, CancellationToken cancellation)
    {
        var (status, answer) = await Send(remark.Text);
        say($"{edition} · {remark.Name}: “{Short(remark.Text)}” → {Outcome(status, answer)}");
        if (status == HttpStatusCode.UnprocessableEntity && remark.Mends && Member(answer, "rewrite")?.GetString() is { Length: > 0 } rewrite)
        {
            (status, answer) = await Send(rewrite);
            say($"{edition} · {remark.Name}, in the words the house offered: “{Short(rewrite)}” → {Outcome(status, answer)}");
        }
        if (status == HttpStatusCode.Created && Member(answer, "id") is { ValueKind: JsonValueKind.Number } id)
            published[remark.Name] = (path, id.GetInt64());

        async Task<(HttpStatusCode, JsonElement)> Send(string text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path + "/comments")
            {
                Content = JsonContent.Create(new { remark.Name, Text = text, Parent = parent }),
                Headers = { Accept = { new("application/json"), new("application/problem+json") } },
            };
            using var response = await site.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
            return (response.StatusCode, json && body.Length > 0 ? JsonElement.Parse(body) : default);
        }
    }

    static string Outcome(HttpStatusCode status, JsonElement answer) => status switch
    {
        HttpStatusCode.Created => "published",
        HttpStatusCode.Accepted => "held for a moderator",
        HttpStatusCode.UnprocessableEntity => $"refused ({string.Join(", ", Rules(answer))})",
        _ => $"answered {(int)status}",
    };

    static IEnumerable<string> Rules(JsonElement answer) =>
        Member(answer, "findings") is { ValueKind: JsonValueKind.Array } findings
            ? findings.EnumerateArray().Select(finding => Member(finding, "rule")?.GetString()).OfType<string>().Distinct()
            : [];

    static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : null;

    static string Short(string text) => text.Length <= 60 ? text : text[..59].TrimEnd() + "…";
}
