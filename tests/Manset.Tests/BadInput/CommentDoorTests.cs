using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Manset.Comments;
using Manset.Data;
using Manset.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.BadInput;

/// <summary>What comes to the form under a story and is no honest comment.</summary>
public sealed class CommentDoorTests
{
    const string Fine = "Bu gelişmeyi yakından izliyoruz.";

    [Fact]
    public async Task A_comment_needs_a_story_that_can_be_read()
    {
        await using var newsroom = await TestNewsroom.Open();
        var (story, unpublished, withdrawn) = (await newsroom.FileAndPublish(), await newsroom.File(), await newsroom.FileAndPublish());
        using var killed = await newsroom.Kill(withdrawn);

        foreach (var (path, status) in new[]
        {
            (story.Path, 201), (unpublished.Path, 404), (withdrawn.Path, 410), ("/tr/siyaset/yok-999999", 404), ("/tr/siyaset/yok", 404),
            ($"/xx/siyaset/a-{story.Id}", 404), ($"/en/politics/a-{story.Id}", 404), ("/tr/siyaset/a-99999999999999999999", 404),
        })
        {
            using var answer = await newsroom.Comment(path, Fine);
            Assert.Equal((path, status), (path, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task An_answer_needs_a_comment_that_stands_under_the_same_story()
    {
        await using var newsroom = await TestNewsroom.Open();
        var (story, other) = (await newsroom.FileAndPublish(), await newsroom.FileAndPublish(TestNewsroom.Copy("Başka haber")));
        using var first = await newsroom.Comment(story.Path, Fine);
        var parent = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        using var held = await newsroom.Comment(story.Path, "sen aptalsın", "Başkası");
        var refused = (await held.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();

        Assert.Equal(400, await Answer(other.Path, parent));
        Assert.Equal(400, await Answer(story.Path, 999_999));
        Assert.Equal(400, await Answer(story.Path, -1));
        Assert.Equal(400, await Answer(story.Path, refused));
        Assert.Equal(201, await Answer(story.Path, parent));

        async Task<int> Answer(string path, long to)
        {
            using var answer = await newsroom.Reader.PostAsJsonAsync($"{path}/comments", new { name = $"Okur {to} {path.Length}", text = $"Ben de {Math.Abs(to)} gündür bekliyordum doğrusu.", parent = to });
            return (int)answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("Origin", "https://thief.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 201)]
    public async Task A_form_on_another_site_does_not_speak_for_a_reader(string header, string value, int status)
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        using var request = Form(story.Path, ("name", "Okur"), ("text", Fine));
        request.Headers.Add(header, value);
        request.Headers.Add("Accept", "text/html");

        using var answer = await newsroom.Reader.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("<html lang=\"tr\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(status == 201, (await newsroom.Page(story.Path)).Contains(Fine));
    }

    [Fact]
    public async Task What_no_person_fills_in_must_stay_empty()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var robot = await newsroom.Reader.SendAsync(Form(story.Path, ("name", "Okur"), ("text", Fine), ("website", "http://buy.example")));
        using var person = await newsroom.Reader.SendAsync(Form(story.Path, ("name", "Okur"), ("text", Fine), ("website", "")));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (robot.StatusCode, person.StatusCode));
    }

    [Theory]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "null", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{\"name\":1,\"text\":2}", 400)]
    [InlineData("application/json", "{\"name\":\"Okur\",\"text\":\"\\ud800\"}", 400)]
    [InlineData("application/json", "{\"text\":\"Bu gelişmeyi yakından izliyoruz.\"}", 400)]
    [InlineData("application/json", "{\"name\":\"\\u0000 \\u200b\\n\",\"text\":\"x\",\"parent\":\"y\"}", 400)]
    [InlineData("application/json", "{\"name\":\"\\u200b\\u200d\\u2060\",\"text\":\"Güzel bir haber.\"}", 400)]
    [InlineData("application/json", "{\"name\":\"Okur\",\"text\":\"\\u200b \\u2800\\u3164\\n\"}", 400)]
    [InlineData("application/x-www-form-urlencoded", "", 400)]
    [InlineData("application/x-www-form-urlencoded", "name=%00&text=x", 400)]
    [InlineData("application/x-www-form-urlencoded", "name=%00Okur%00&text=Bu+geli%C5%9Fmeyi%00+yak%C4%B1ndan+izliyoruz.", 400)]
    [InlineData("multipart/form-data; boundary=x", "nonsense", 415)]
    [InlineData("text/plain", "hello", 415)]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_kept(string type, string body, int status)
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await newsroom.Reader.PostAsync($"{story.Path}/comments", content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await Kept(newsroom));
    }

    [Fact]
    public async Task A_comment_too_long_to_be_one_is_refused_and_a_body_beyond_the_limit_with_413()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        foreach (var (length, status) in new[] { (20_001, 400), (5_000_000, 400) })
        {
            using var form = await newsroom.Comment(story.Path, new string('x', length));
            Assert.Equal((length, status), (length, (int)form.StatusCode));
            using var json = await newsroom.Reader.PostAsJsonAsync($"{story.Path}/comments", new { name = "Okur", text = new string('x', length) });
            Assert.Equal((length, status), (length, (int)json.StatusCode));
        }
        using var patient = TestNewsroom.Patient(newsroom.Address);
        using var beyond = await patient.PostAsync($"{story.Path}/comments", new StringContent($"text={new string('x', 9_000_000)}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, beyond.StatusCode);
        Assert.Equal(0, await Kept(newsroom));
    }

    [Fact]
    public async Task The_same_comment_twice_stands_once()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var first = await newsroom.Comment(story.Path, Fine);
        using var again = await newsroom.Comment(story.Path, Fine);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode));
        Assert.Equal(2, (await newsroom.Page(story.Path)).Split(Fine).Length);
    }

    [Fact]
    public async Task A_judge_that_fails_holds_and_the_page_stands()
    {
        await using var database = await TestDatabase.Create();
        var rules = Directory.CreateDirectory(Path.Combine(database.Folder, "house-rules")).FullName;
        await File.WriteAllTextAsync(Path.Combine(rules, "tr.json"), "{ broken");
        await using var newsroom = await TestNewsroom.Open(database);
        var story = await newsroom.FileAndPublish();
        Assert.Contains("İlk paragraf.", await newsroom.Page(story.Path));

        using var held = await newsroom.Comment(story.Path, Fine);

        Assert.Equal(HttpStatusCode.Accepted, held.StatusCode);
        Assert.DoesNotContain(Fine, await newsroom.Page(story.Path));
        Assert.Equal(1, await Kept(newsroom));

        File.Delete(Path.Combine(rules, "tr.json"));
        using var judged = await newsroom.Comment(story.Path, "Sonucu merakla bekliyoruz doğrusu.", "Başkası");
        Assert.Equal(HttpStatusCode.Created, judged.StatusCode);
    }

    [Fact]
    public async Task Asking_for_the_address_of_the_form_leads_back_to_the_story()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var answer = await newsroom.Reader.GetAsync($"{story.Path}/comments");

        Assert.Equal((HttpStatusCode.Redirect, story.Path), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, $"{path}/comments") { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };

    static async Task<int> Kept(TestNewsroom newsroom)
    {
        await using var kept = newsroom.Services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContext();
        return await kept.Comments.CountAsync();
    }
}
