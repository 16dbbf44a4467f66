using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Manset.Staff;
using Manset.Tests.Wire;

namespace Manset.Tests;

/// <summary>The description of the API names what the API answers, and nothing that it does not.</summary>
public sealed class DescriptionTests
{
    const string Json = "application/json", Stories = "/api/v1/stories", Story = "/api/v1/stories/{id}", Verdict = "/api/v1/editions/{edition}/verdict",
        Comments = "/{edition}/{section}/{story}/comments", Wire = "/api/v1/wires/{name}/items";

    /// <summary>What no call of a test can bring about: a fault of ours, a database that is away; two acts in the very same moment.</summary>
    static readonly IReadOnlySet<(string Call, int Status)> Rare = new[] { "publication", "corrections", "kill", "spike" }
        .Select(act => ($"post {Story}/{act}", 412)).ToHashSet();

    readonly HashSet<(string Call, int Status)> answered = [];

    [Fact]
    public async Task Every_status_of_real_calls_is_described_and_every_described_status_is_real()
    {
        await using var newsroom = await TestNewsroom.Open(settings: [("Wires:Lines:0:Name", "dar"), ("Wires:Lines:0:Licence:Syndicate", "false")]);
        using var editor = await newsroom.Staff();
        using var reporter = await newsroom.Staff(Role.Reporter);
        var story = await newsroom.FileAndPublish();
        var draft = await newsroom.File(TestNewsroom.Copy(body: ""));
        var killed = await newsroom.FileAndPublish();
        await newsroom.Kill(killed);
        var bound = await newsroom.FileAndPublish(new { edition = "tr", section = "siyaset", headline = "Yalnız burada", body = "<p>Metin.</p>", sources = new[] { "dar" } });
        var copy = JsonSerializer.Serialize(TestNewsroom.Copy());
        var big = $"{{\"text\":\"{new string('x', 9_000_000)}\"}}";

        async Task Call(int status, HttpClient who, string method, string template, string path, string? body = null, string type = Json, string? ifMatch = null)
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                if (body.Length > 1_000_000) request.Headers.ExpectContinue = true;
            }
            if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            using var answer = await who.SendAsync(request);

            Assert.True(status == (int)answer.StatusCode, $"{method} {path}: {answer.StatusCode}, {await answer.Content.ReadAsStringAsync()}");
            if (status >= 400) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            answered.Add(($"{method.ToLowerInvariant()} {template}", status));
        }

        await Call(201, editor, "POST", Stories, Stories, copy);
        await Call(400, editor, "POST", Stories, Stories, "{");
        await Call(401, newsroom.Reader, "POST", Stories, Stories, copy);
        await Call(413, editor, "POST", Stories, Stories, big);
        await Call(415, editor, "POST", Stories, Stories, copy, "application/json; charset=x-unknown");

        var put = $"{Stories}/{draft.Id}";
        await Call(200, editor, "PUT", Story, put, JsonSerializer.Serialize(TestNewsroom.Copy("Yeni", body: "")), ifMatch: "\"1\"");
        await Call(400, editor, "PUT", Story, put, "{\"section\":\"yok\"}", ifMatch: "\"2\"");
        await Call(401, newsroom.Reader, "PUT", Story, put, copy);
        await Call(404, editor, "PUT", Story, $"{Stories}/999999", copy, ifMatch: "\"1\"");
        await Call(409, editor, "PUT", Story, $"{Stories}/{killed.Id}", JsonSerializer.Serialize(TestNewsroom.Copy("Yeni")), ifMatch: "\"1\"");
        await Call(412, editor, "PUT", Story, put, copy, ifMatch: "\"1\"");
        await Call(413, editor, "PUT", Story, put, big, ifMatch: "\"1\"");
        await Call(415, editor, "PUT", Story, put, copy, "text/plain", "\"2\"");
        await Call(428, editor, "PUT", Story, put, copy);

        foreach (var (act, good) in new[] { ("publication", "{}"), ("corrections", "{\"note\":\"Düzeltme.\"}"), ("kill", "{\"why\":\"Yanlış.\"}"), ("spike", null) })
        {
            var (path, template) = ($"{Stories}/{draft.Id}/{act}", $"{Story}/{act}");
            if (good is not null)
            {
                await Call(400, editor, "POST", template, path, "{");
                await Call(413, editor, "POST", template, path, big);
            }
            await Call(401, newsroom.Reader, "POST", template, path, good);
            await Call(403, reporter, "POST", template, path, good);
            await Call(404, editor, "POST", template, $"{Stories}/999999/{act}", good);
            await Call(409, editor, "POST", template, act is "spike" ? $"{Stories}/{story.Id}/spike" : path, good);
            await Call(415, editor, "POST", template, path, "{}", "application/json; charset=utf-7");
        }
        await Call(409, editor, "POST", $"{Story}/publication", $"{Stories}/{draft.Id}/publication");
        await Call(200, editor, "POST", $"{Story}/publication", $"{Stories}/{draft.Id}/publication", "{\"override\":\"Son dakika.\"}");
        await Call(200, editor, "POST", $"{Story}/corrections", $"{Stories}/{story.Id}/corrections", "{\"note\":\"Düzeltme.\"}");
        await Call(200, editor, "POST", $"{Story}/kill", $"{Stories}/{draft.Id}/kill", "{\"why\":\"Yanlış.\"}");
        await Call(200, editor, "POST", $"{Story}/spike", $"{Stories}/{(await newsroom.File()).Id}/spike");

        await Call(200, newsroom.Reader, "GET", Stories, $"{Stories}?edition=tr");
        await Call(400, newsroom.Reader, "GET", Stories, $"{Stories}?edition=xx");
        await Call(200, newsroom.Reader, "GET", Story, $"{Stories}/{story.Id}");
        await Call(403, newsroom.Reader, "GET", Story, $"{Stories}/{bound.Id}");
        await Call(404, newsroom.Reader, "GET", Story, $"{Stories}/999999");
        await Call(410, newsroom.Reader, "GET", Story, $"{Stories}/{killed.Id}");

        using var agency = await newsroom.Staff(Role.Agency);
        await Call(200, reporter, "GET", $"{Story}/wire-share", $"{Stories}/{story.Id}/wire-share");
        await Call(401, newsroom.Reader, "GET", $"{Story}/wire-share", $"{Stories}/{story.Id}/wire-share");
        await Call(403, agency, "GET", $"{Story}/wire-share", $"{Stories}/{story.Id}/wire-share");
        await Call(404, reporter, "GET", $"{Story}/wire-share", $"{Stories}/999999/wire-share");

        await Call(200, newsroom.Reader, "POST", Verdict, "/api/v1/editions/tr/verdict", "{\"text\":\"Güzel.\"}");
        await Call(400, newsroom.Reader, "POST", Verdict, "/api/v1/editions/tr/verdict", "{}");
        await Call(404, newsroom.Reader, "POST", Verdict, "/api/v1/editions/xx/verdict", "{\"text\":\"a\"}");
        await Call(413, newsroom.Reader, "POST", Verdict, "/api/v1/editions/tr/verdict", big);
        await Call(415, newsroom.Reader, "POST", Verdict, "/api/v1/editions/tr/verdict", "{}", "application/json; charset=\"x-unknown\"");

        var feed = AgencyCopy.Rss(AgencyCopy.Item());
        var items = "/api/v1/wires/aa/items";
        await Call(200, editor, "POST", Wire, items, feed, "application/rss+xml");
        await Call(400, editor, "POST", Wire, $"/api/v1/wires/{new string('a', 101)}/items", feed, "application/xml");
        await Call(401, newsroom.Reader, "POST", Wire, items, feed, "application/xml");
        await Call(403, reporter, "POST", Wire, items, feed, "application/xml");
        await Call(413, editor, "POST", Wire, items, new string(' ', global::Manset.Wire.Formats.LargestDocument + 1), "application/xml");
        await Call(415, editor, "POST", Wire, items, feed, "application/xml; charset=x-unknown");
        await Call(422, editor, "POST", Wire, items, "{}");

        static string Comment(string text) => JsonSerializer.Serialize(new { name = "Okur", text });
        var comments = $"{story.Path}/comments";
        using var elsewhere = newsroom.Client();
        elsewhere.DefaultRequestHeaders.Add("Origin", "https://other.example");
        await Call(201, newsroom.Reader, "POST", Comments, comments, Comment("Bu gelişmeyi yakından izliyoruz."));
        await Call(202, newsroom.Reader, "POST", Comments, comments, Comment("Bu kanal lan, şu site de iyi: https://a.example ve https://b.example"));
        await Call(422, newsroom.Reader, "POST", Comments, comments, Comment("SEN TAM BİR APTALSIN VE BUNU HERKES BİLİYOR"));
        await Call(400, newsroom.Reader, "POST", Comments, comments, "{");
        await Call(403, elsewhere, "POST", Comments, comments, Comment("Güzel."));
        await Call(404, newsroom.Reader, "POST", Comments, "/tr/siyaset/yok-999999/comments", Comment("Güzel."));
        await Call(410, newsroom.Reader, "POST", Comments, $"{killed.Path}/comments", Comment("Güzel."));
        await Call(413, newsroom.Reader, "POST", Comments, comments, big);
        await Call(415, newsroom.Reader, "POST", Comments, comments, Comment("Güzel."), "application/json; charset=x-unknown");

        var described = Statuses(await newsroom.Json("/openapi/v1.json"));
        Assert.Empty(answered.Except(described));
        Assert.Empty(described.Where(each => each.Status is not (500 or 503)).Except(answered).Except(Rare));
    }

    [Fact]
    public async Task Bodies_are_said_to_be_needed_where_they_are_and_writing_needs_a_token()
    {
        await using var newsroom = await TestNewsroom.Open();
        var paths = (await newsroom.Json("/openapi/v1.json")).GetProperty("paths");

        Assert.False(Required($"{Story}/publication"));
        Assert.True(Required($"{Story}/corrections"));
        Assert.True(Required($"{Story}/kill"));
        Assert.True(Required(Stories));
        Assert.False(paths.GetProperty($"{Story}/spike").GetProperty("post").TryGetProperty("requestBody", out _));
        Assert.Equal("Bearer", Assert.Single(paths.GetProperty(Stories).GetProperty("post").GetProperty("security")[0].EnumerateObject()).Name);
        Assert.False(paths.GetProperty(Stories).GetProperty("get").TryGetProperty("security", out _));

        bool Required(string path)
        {
            var body = paths.GetProperty(path).GetProperty("post").GetProperty("requestBody");
            Assert.True(body.GetProperty("content").TryGetProperty(Json, out _));
            return body.TryGetProperty("required", out var required) && required.GetBoolean();
        }
    }

    static HashSet<(string Call, int Status)> Statuses(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from call in path.Value.EnumerateObject()
           from answer in call.Value.GetProperty("responses").EnumerateObject()
           select ($"{call.Name} {path.Name}", int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
