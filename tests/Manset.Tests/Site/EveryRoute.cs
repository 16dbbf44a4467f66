using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Manset.Desk;
using Manset.Editions;
using Manset.Pictures;
using Manset.Site;
using Manset.Tests.Wire;
using Manset.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Site;

/// <summary>
/// Every address that anyone may ask for without being known: every endpoint that the program has mapped, filled in with real
/// numbers and names, every page of the press, and whatever those lead to. A route that is new is among them by itself.
/// </summary>
sealed partial class EveryRoute(TestNewsroom newsroom)
{
    const int MostPaths = 3_000;
    static readonly string[] Wishes = ["*/*", "text/html", "application/ninjs+json", "application/json", "application/feed+json"];

    /// <summary>The tags of answers so far, by path: a later walk asks whether they still hold.</summary>
    readonly Dictionary<string, HashSet<string>> tags = [];

    public int Asked { get; private set; }

    /// <summary>Where each of these words was met; every answer is read whole, its headers too.</summary>
    /// <param name="searched">A word to search for: pages that repeat what was asked for are not read for it.</param>
    public async Task<ILookup<string, string>> Walk(IReadOnlyCollection<string> words, IReadOnlyCollection<string> searched)
    {
        var met = new List<(string Word, string Place)>();
        var (paths, seen) = (new Queue<(string Method, string Path)>(await Addresses(searched)), new HashSet<(string, string)>());
        while (paths.TryDequeue(out var next))
        {
            if (!seen.Add(next) || seen.Count > MostPaths) continue;
            foreach (var text in await Answers(next.Method, next.Path))
            {
                foreach (var word in words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase) && !next.Path.Contains(word, StringComparison.Ordinal))) met.Add((word, $"{next.Method} {next.Path}"));
                if (next.Method == "GET") foreach (var path in LinksIn(text)) paths.Enqueue(("GET", path));
            }
        }
        Asked = seen.Count;
        return met.Distinct().ToLookup(each => each.Word, each => each.Place);
    }

    /// <summary>What is said at an address to a reader, a program, a browser that unpacks, one that has been here before.</summary>
    async Task<List<string>> Answers(string method, string path)
    {
        var said = new List<string>();
        foreach (var wish in method is "GET" && !path.StartsWith("/desk", StringComparison.Ordinal) ? Wishes : Wishes.Take(1))
        {
            foreach (var (tag, packed) in (method is "GET" && wish == Wishes[0]
                ? tags.GetValueOrDefault(path, []).Select(each => ((string?)each, false)).Append((null, true)) : []).Prepend((null, false)))
            {
                using var request = new HttpRequestMessage(new(method), path) { Headers = { { "Accept", wish } } };
                if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                if (packed) request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
                if (method is not ("GET" or "HEAD")) request.Content = new StringContent("{}", null, "application/json");
                using var answer = await reader.SendAsync(request);
                said.Add($"{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}");
                if (tag is not null && answer.StatusCode is HttpStatusCode.NotModified) said.Add($"304 for {tag}");
                if (answer.Headers.ETag is { } now) Remember(path, now.ToString());
            }
        }
        return said;
    }

    /// <summary>Of an earlier walk, which tags a path still answers 304 to.</summary>
    public async Task<bool> StillHolds(string path)
    {
        foreach (var tag in tags.GetValueOrDefault(path, []))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await reader.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.NotModified) return true;
        }
        return false;
    }

    void Remember(string path, string tag)
    {
        if (!tags.TryGetValue(path, out var known)) tags[path] = known = [];
        if (known.Count < 4) known.Add(tag);
    }

    readonly HttpClient reader = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = newsroom.Address };

    async Task<List<(string, string)>> Addresses(IReadOnlyCollection<string> searched)
    {
        var names = await Names(searched);
        var addresses = new List<(string, string)>();
        foreach (var endpoint in newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            foreach (var path in Filled(endpoint.RoutePattern, names))
                foreach (var method in (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Append("HEAD").Distinct()) addresses.Add((method, path));

        var paper = newsroom.Services.GetRequiredService<Paper>();
        string[] pages =
        [
            "/", "/robots.txt", SiteLinks.Sitemap, "/openapi/v1.json",
            .. paper.Editions.SelectMany(edition => (string[])
            [
                edition.Path, SiteLinks.Imprint(edition), SiteLinks.NewsSitemap(edition), .. FeedForm.All.Select(form => SiteLinks.Feed(edition, null, form)),
                .. edition.Sections.SelectMany(section => FeedForm.All.Select(form => SiteLinks.Feed(edition, section, form)).Append(SiteLinks.Section(edition, section))),
                .. searched.Select(word => SiteLinks.Search(edition, word)), .. searched.Select(word => $"/api/v1/stories?edition={edition.Code}&q={word}"),
                .. edition.Sections.Select(section => $"/api/v1/stories?edition={edition.Code}&section={section.Key}"),
                .. names["id"].Select(id => $"/api/v1/stories?edition={edition.Code}&after={id}"), $"/api/v1/stories?edition={edition.Code}&tag=gizlietiket",
                .. names["story"].Select(story => $"/{edition.Code}/{edition.Sections[0].Slug}/{story}"),
            ]),
        ];
        addresses.AddRange(pages.SelectMany(path => new[] { ("GET", path), ("HEAD", path) }));
        return addresses;
    }

    /// <summary>What may stand in a hole of a route, by the hole's name.</summary>
    async Task<Dictionary<string, string[]>> Names(IReadOnlyCollection<string> searched)
    {
        var stories = await newsroom.Ask(room => room.Stories.Select(story => new { story.Id, story.Permalink }).ToListAsync());
        var (items, pictures) = (await newsroom.Ask(room => room.WireItems.Select(item => item.Id).ToListAsync()), await newsroom.Ask(room => room.Pictures.Select(picture => picture.Id).ToListAsync()));
        var guids = await newsroom.Ask(room => room.WireItems.Select(item => item.Guid).Distinct().ToListAsync());
        var paper = newsroom.Services.GetRequiredService<Paper>();
        string[] ids = [.. stories.Select(story => story.Id).Concat(items).Concat(pictures).Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture))];
        string[] permalinks = [.. stories.Select(story => $"{story.Permalink}-{story.Id}"), .. ids.Select(id => $"x-{id}")];
        return new()
        {
            ["id"] = ids,
            ["number"] = ["1", "2"],
            ["width"] = ["480", "960", "1600"],
            ["edition"] = [.. paper.Editions.Select(edition => edition.Code)],
            ["section"] = [.. paper.Editions.Select(edition => edition.Sections[0].Slug)],
            ["story"] = permalinks,
            // For a hole that nobody has told of: a little of everything.
            [""] = [.. ids.Take(3), .. permalinks.Take(3), .. guids.Take(3), "tr", "en", "aa", .. searched.Take(1)],
        };
    }

    static IEnumerable<string> Filled(RoutePattern pattern, Dictionary<string, string[]> names)
    {
        IEnumerable<string> paths = [""];
        foreach (var segment in pattern.PathSegments)
        {
            paths = paths.Select(path => $"{path}/");
            foreach (var part in segment.Parts)
            {
                paths = part switch
                {
                    RoutePatternLiteralPart literal => paths.Select(path => path + literal.Content),
                    RoutePatternSeparatorPart separator => paths.Select(path => path + separator.Content),
                    RoutePatternParameterPart hole => paths.SelectMany(path => names.GetValueOrDefault(hole.Name, names[""]).Select(name => path + Uri.EscapeDataString(name))),
                    _ => paths,
                };
            }
        }
        return paths.Select(path => path.Length == 0 ? "/" : path);
    }

    IEnumerable<string> LinksIn(string text) => Link().Matches(text)
        .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value).Select(link => Uri.TryCreate(newsroom.Address, link, out var address) ? address : null)
        .OfType<Uri>().Where(address => address.Authority == newsroom.Address.Authority || address.AbsolutePath.Count(sign => sign == '/') > 2)
        .Select(address => address.PathAndQuery).Where(path => !path.StartsWith("/assets/", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex("""(?:href|src|url|srcset)\s*[=:]\s*"([^"\s#]+)|<loc>([^<]+)""")]
    private static partial Regex Link();
}
