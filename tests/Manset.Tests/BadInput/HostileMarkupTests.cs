using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.BadInput;

/// <summary>Whatever markup is sent, nothing of it can run on a page.</summary>
public sealed class HostileMarkupTests
{
    static IReadOnlyList<string> Vectors =>
    [
        .. Lines("dompurify", "expect.jsonl").Concat(Lines("owasp-filter-evasion", "vectors.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload")).Select(payload => payload.ToString()),
    ];

    static string[] Payloads => Lines("payloadbox", "payloads.txt");

    [Fact]
    public void Nothing_executable_survives_the_door()
    {
        var paper = JsonSerializer.Deserialize<Paper>(typeof(Paper).Assembly.GetManifestResourceStream("Manset.Editions.paper.json")!)!;

        Breaches.None(Vectors.Concat(Payloads).SelectMany(payload =>
        {
            var copy = new StoryForm { Edition = "tr", Section = "siyaset", Headline = payload, Body = payload }.Copy(paper.Main);
            return Executable($"<!DOCTYPE html><body>{copy.Body}</body>").Select(found => $"{payload[..Math.Min(payload.Length, 100)]}: {found}");
        }));
    }

    [Fact]
    public async Task Stories_full_of_scripts_leave_a_page_that_runs_nothing()
    {
        var vectors = Vectors.Concat(Payloads.Chunk(150).Select(many => string.Join("\n<p>", many))).Select((vector, number) => (vector, number)).ToList();
        await using var newsroom = await TestNewsroom.Open();

        await Parallel.ForEachAsync(vectors.Chunk(6), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (few, _) =>
        {
            var story = await newsroom.FileAndPublish(new
            {
                edition = "tr",
                section = "siyaset",
                headline = $"{few[0].vector[..Math.Min(250, few[0].vector.Length)]} x",
                standfirst = few[^1].vector[..Math.Min(400, few[^1].vector.Length)],
                body = $"<p>Gövde.</p>{string.Concat(few.Select(each => $"<div>{each.vector}</div>"))}",
                byline = few[0].vector[..Math.Min(100, few[0].vector.Length)],
                tags = few.Select(each => each.vector[..Math.Min(100, each.vector.Length)]),
                sources = few.Select(each => each.vector[..Math.Min(100, each.vector.Length)]),
            });
            Breaches.None(Executable(await newsroom.Page(story.Path)));
        });
        foreach (var path in new[] { "/tr/", "/tr/siyaset/" }) Breaches.None(Executable(await newsroom.Page(path)));
    }

    [Fact]
    public async Task Comments_full_of_scripts_leave_a_page_that_runs_nothing()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        await using (var kept = newsroom.Services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContext())
        {
            // As if moderators had let every one of them through.
            var approved = new Verdict(Decision.Approve, new Dictionary<string, double>(), [], null, "test");
            foreach (var payload in Vectors.Concat(Payloads.Take(700)))
                kept.Comments.Add(Comment.Of(story.Id, null, payload, payload, "hand", approved, newsroom.Now));
            kept.Ledger.Add(Entry.Of(Act.CommentShown, story.Id, "test", newsroom.Now, "tr"));
            await kept.SaveChangesAsync();
        }

        var page = await newsroom.Page(story.Path);

        Assert.Contains("&lt;", page);
        Breaches.None(Executable(page));
    }

    [Fact]
    public async Task Answers_to_a_comment_and_to_a_search_repeat_it_harmlessly()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        await Parallel.ForEachAsync(Vectors.Where((_, number) => number % 4 == 0), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (payload, stop) =>
        {
            using var told = await newsroom.Comment(story.Path, payload, payload[..Math.Min(50, payload.Length)], accept: "text/html");
            Assert.True(told.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest);
            Breaches.None(Executable(await told.Content.ReadAsStringAsync(stop)));
            Breaches.None(Executable(await newsroom.Page($"/tr/search?q={Uri.EscapeDataString(payload)}")));
        });
    }

    static IEnumerable<string> Executable(string page)
    {
        var document = new HtmlParser().ParseDocument(page);
        foreach (var element in document.All)
        {
            var name = element.LocalName;
            if (name == "script" && element.GetAttribute("type") != "application/ld+json" && element.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal) is not true)
                yield return element.OuterHtml;
            if (name is "iframe" or "object" or "embed" or "base" or "applet" or "frame" or "style" or "portal" || (name == "meta" && element.HasAttribute("http-equiv")))
                yield return element.OuterHtml;
            foreach (var attribute in element.Attributes)
            {
                var value = string.Concat(attribute.Value.Where(letter => !char.IsControl(letter) && letter != ' '));
                if (attribute.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) yield return $"{name} {attribute.LocalName}={attribute.Value}";
                if (attribute.LocalName is "srcdoc" or "style") yield return $"{name} {attribute.LocalName}={attribute.Value}";
                if (attribute.LocalName is "href" or "src" or "action" or "formaction" or "xlink:href" or "data" or "poster" or "cite"
                    && (value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase)
                        || value.StartsWith("data:text", StringComparison.OrdinalIgnoreCase)))
                    yield return $"{name} {attribute.LocalName}={attribute.Value}";
            }
        }
    }

    static string[] Lines(string set, string file) => File.ReadAllLines(Path.Combine(SharedData.Folder("xss"), set, file));
}
