using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Manset.Staff;

namespace Manset.Tests.BadInput;

/// <summary>A program that errs is told how, as problem details (RFC 9457), and never how we work inside.</summary>
public sealed class ApiFaultsTests
{
    const string Json = "application/json";

    [Theory]
    [InlineData("POST", "/api/v1/stories", Json, "{", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "null", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "[]", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "\"text\"", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"siyaset\",\"headline\":5}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"siyaset\",\"sources\":\"one\"}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"siyaset\",\"embargo\":\"tomorrow\"}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"siyaset\",\"translationOf\":999999}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"siyaset\",\"picture\":{\"id\":999999}}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"xx\",\"section\":\"siyaset\"}", 400)]
    [InlineData("POST", "/api/v1/stories", Json, "{\"edition\":\"tr\",\"section\":\"yok\"}", 400)]
    [InlineData("POST", "/api/v1/stories", "text/plain", "{}", 415)]
    [InlineData("POST", "/api/v1/stories", "application/x-www-form-urlencoded", "edition=tr", 415)]
    [InlineData("POST", "/api/v1/stories", null, "", 400)]
    [InlineData("DELETE", "/api/v1/stories", null, null, 405)]
    [InlineData("DELETE", "/api/v1/stories/1", null, null, 405)]
    [InlineData("GET", "/api/v1/stories/1/kill", null, null, 405)]
    [InlineData("GET", "/api/v1/stories/999999", null, null, 404)]
    [InlineData("GET", "/api/v1/stories/99999999999999999999", null, null, 404)]
    [InlineData("GET", "/api/v1/stories/abc", null, null, 404)]
    [InlineData("GET", "/api/v1/nowhere", null, null, 404)]
    [InlineData("GET", "/api/v1/no.where", null, null, 404)]
    [InlineData("GET", "/api/v1/stories?edition=xx", null, null, 400)]
    [InlineData("GET", "/api/v1/stories?section=yok", null, null, 400)]
    [InlineData("GET", "/api/v1/stories?after=abc", null, null, 400)]
    [InlineData("POST", "/api/v1/stories/999999/publication", null, null, 404)]
    [InlineData("POST", "/api/v1/stories/999999/kill", Json, "{\"why\":\"x\"}", 404)]
    [InlineData("POST", "/api/v1/stories/1/kill", Json, "{", 400)]
    [InlineData("POST", "/api/v1/stories/1/publication", Json, "{", 400)]
    [InlineData("POST", "/api/v1/editions/xx/verdict", Json, "{\"text\":\"x\"}", 404)]
    [InlineData("POST", "/api/v1/editions/tr/verdict", Json, "{}", 400)]
    [InlineData("POST", "/api/v1/editions/tr/verdict", Json, "{\"text\":\"\\ud800\"}", 400)]
    public async Task Every_fault_is_told_as_problem_details(string method, string path, string? type, string? body, int status)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) request.Content.Headers.ContentType = new(type);
        }

        using var answer = await editor.SendAsync(request);

        await IsProblem(answer, status);
    }

    [Theory]
    [InlineData("Bearer unknown", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic YTpi", 401)]
    [InlineData(null, 401)]
    public async Task Whoever_is_not_known_is_told_what_to_send(string? authorization, int status)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories") { Content = JsonContent.Create(TestNewsroom.Copy()) };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await newsroom.Reader.SendAsync(request);

        await IsProblem(answer, status);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_reporter_may_write_and_not_publish()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var reporter = await newsroom.Staff(Role.Reporter);
        using var filed = await reporter.PostAsJsonAsync("/api/v1/stories", TestNewsroom.Copy());
        var story = (await filed.Content.ReadFromJsonAsync<Filed>())!;

        using var published = await reporter.PostAsync($"/api/v1/stories/{story.Id}/publication", null);

        await IsProblem(published, 403);
    }

    [Fact]
    public async Task A_headline_of_five_megabytes_is_refused_by_name_and_a_body_beyond_the_limit_with_413()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();

        using var headline = await editor.PostAsJsonAsync("/api/v1/stories", TestNewsroom.Copy(new string('x', 5_000_000)));
        var told = await IsProblem(headline, 400);
        Assert.NotEmpty(told.GetProperty("errors").GetProperty("headline")[0].GetString()!);

        using var patient = TestNewsroom.Patient(newsroom.Address);
        patient.DefaultRequestHeaders.Authorization = editor.DefaultRequestHeaders.Authorization;
        using var whole = await patient.PostAsync("/api/v1/stories", new StringContent($"{{\"body\":\"{new string('x', 9_000_000)}\"}}", Encoding.UTF8, Json));
        await IsProblem(whole, 413);
        Assert.Equal(0, (await newsroom.Json("/api/v1/stories?edition=tr")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("tr", "JSON bozuk")]
    [InlineData("en", "malformed")]
    [InlineData(null, "malformed")]
    public async Task A_fault_is_told_in_the_language_that_was_asked_for_and_says_where_it_is(string? language, string words)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();
        if (language is not null) editor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await editor.PostAsync("/api/v1/stories", new StringContent("{\"edition\":\"tr\",\n\"sources\":[1]}", Encoding.UTF8, Json));

        var detail = (await IsProblem(answer, 400)).GetProperty("detail").GetString()!;
        Assert.Contains(words, detail);
        Assert.Contains("$.sources[0]", detail);
    }

    [Fact]
    public async Task In_development_too_no_fault_shows_how_we_work_inside()
    {
        await using var newsroom = await TestNewsroom.Open(settings: ("environment", "Development"));
        using var editor = await newsroom.Staff();

        using var answer = await editor.PostAsync("/api/v1/stories", new StringContent("{", Encoding.UTF8, Json));
        await IsProblem(answer, 400);
        using var form = await newsroom.Reader.PostAsync("/tr/siyaset/yok-1/comments", new StringContent("{", Encoding.UTF8, Json));
        await IsProblem(form, 404);
    }

    [Fact]
    public async Task Text_that_no_page_can_show_is_mended_at_the_door()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();

        var story = await newsroom.FileAndPublish(new
        {
            edition = "tr",
            section = "siyaset",
            headline = "Baş\0lık\u0007 burada\u2028iki",
            standfirst = "Spot\0.",
            body = "<p>Göv\0de.</p>",
            byline = "A\0",
            dateline = "\u0001ANKARA",
            sources = new[] { "Ajans\0" },
            tags = new[] { "et\0iket", "\0" },
        });
        using var killed = await editor.PostAsJsonAsync($"/api/v1/stories/{story.Id}/corrections", new { note = "No\0t." });
        Assert.Equal(HttpStatusCode.OK, killed.StatusCode);

        var page = await newsroom.Page(story.Path);
        Assert.DoesNotContain('\0', page);
        Assert.Contains("Gövde.", page);
        foreach (var path in new[] { "/api/v1/stories?tag=%00", "/api/v1/stories?q=%00", "/api/v1/stories?tag=a%00b&q=b%00a", "/tr/search?q=%00", "/tr/search?q=a%00b", "/tr/search?q=%ED%A0%80" })
        {
            using var answer = await newsroom.Reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_reason_without_end_and_a_picture_that_is_not_kept_change_nothing()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();
        var story = await newsroom.FileAndPublish();
        var path = $"/api/v1/stories/{story.Id}";
        var endless = new string('x', 100_000);

        using (var killed = await newsroom.Kill(story, endless)) await IsProblem(killed, 400);
        using (var corrected = await editor.PostAsJsonAsync($"{path}/corrections", new { note = endless })) await IsProblem(corrected, 400);
        using var saving = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = JsonContent.Create(new { section = "siyaset", headline = "Yeni", body = "<p>Gövde.</p>", picture = new { id = 999_999 } }),
        };
        using (var saved = await editor.SendAsync(saving)) await IsProblem(saved, 400);

        Assert.Equal("Iğdır’da ılık bir gün", (await newsroom.Json(path)).GetProperty("headline").GetString());
        Assert.DoesNotContain("xxx", await newsroom.Page(story.Path));
    }

    [Fact]
    public async Task An_unknown_edition_is_told_in_the_language_that_was_asked_for()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();
        editor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tr");
        newsroom.Reader.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tr");

        using var filed = await editor.PostAsJsonAsync("/api/v1/stories", new { edition = "xx" });
        Assert.Contains("Böyle bir baskı yok.", (await IsProblem(filed, 400)).GetProperty("errors").GetProperty("edition")[0].GetString());
        using var listed = await newsroom.Reader.GetAsync("/api/v1/stories?edition=xx");
        Assert.Contains("Böyle bir baskı yok.", (await IsProblem(listed, 400)).GetProperty("detail").GetString());
        using var judged = await newsroom.Reader.PostAsJsonAsync("/api/v1/editions/xx/verdict", new { text = "a" });
        Assert.Contains("Böyle bir baskı yok.", (await IsProblem(judged, 404)).GetProperty("detail").GetString());
        using var unknown = await newsroom.Reader.PostAsJsonAsync("/api/v1/stories", new { edition = "xx" });
        Assert.Contains("Erişim anahtarı", (await IsProblem(unknown, 401)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Dates_far_away_are_kept_and_a_date_without_an_offset_is_taken()
    {
        await using var newsroom = await TestNewsroom.Open();
        foreach (var embargo in new[] { "0001-01-01T00:00:00Z", "1969-12-31T23:59:59-14:00", "2026-11-22T05:00:00", "9999-12-31T23:59:59Z" })
        {
            var story = await newsroom.File(new { edition = "tr", section = "siyaset", headline = "Tarih", body = "<p>Gövde.</p>", embargo });
            using var published = await newsroom.Publish(story);
            Assert.Equal(embargo[0] == '9' ? HttpStatusCode.Conflict : HttpStatusCode.OK, published.StatusCode);
        }
    }

    [Fact]
    public async Task A_repeated_publication_is_the_same_publication()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        newsroom.Clock.Advance(TimeSpan.FromHours(1));

        using var again = await newsroom.Publish(story);

        Assert.Equal(story, await again.Content.ReadFromJsonAsync<Filed>());
        Assert.Matches(@"""firstPublished"":""2026-11-22T0[69]:00:00(\.0+)?\+0[03]:00""", await newsroom.Page($"/api/v1/stories/{story.Id}"));
    }

    static async Task<JsonElement> IsProblem(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text);
        Assert.DoesNotContain("Exception", text);
        Assert.DoesNotContain("Manset.", text);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem;
    }
}
