using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Manset.Tests.Site;

public sealed class PublishedApiTests
{
    [Fact]
    public async Task The_list_is_narrowed_by_section_tag_and_words()
    {
        await using var newsroom = await TestNewsroom.Open();
        var weather = await newsroom.FileAndPublish();
        var match = await newsroom.FileAndPublish(new { edition = "tr", section = "spor", headline = "Maç berabere bitti", body = "<p>Işıklar söndü.</p>", tags = new[] { "futbol \"lig\"" } });
        await newsroom.File(TestNewsroom.Copy("Henüz taslak"));

        Assert.Equal([match.Id, weather.Id], await Ids("?edition=tr"));
        Assert.Equal([match.Id], await Ids("?edition=tr&section=spor"));
        Assert.Equal([match.Id], await Ids("?edition=tr&section=sport"));
        Assert.Equal([match.Id], await Ids("?edition=tr&tag=futbol%20%22lig%22"));
        Assert.Equal([weather.Id], await Ids("?edition=tr&tag=hava"));
        Assert.Empty(await Ids("?edition=en"));
        await TestNewsroom.Until(async () => (await Ids("?edition=tr&q=ISIKLAR")).SequenceEqual([match.Id]), "the words are found");

        using var unknown = await newsroom.Reader.GetAsync("/api/v1/stories?edition=xx");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType?.MediaType);

        async Task<List<long>> Ids(string query) =>
            [.. (await newsroom.Json($"/api/v1/stories{query}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64())];
    }

    [Fact]
    public async Task A_cursor_walks_every_story_once()
    {
        await using var newsroom = await TestNewsroom.Open();
        var filed = new List<long>();
        for (var number = 1; number <= 65; number++)
        {
            filed.Add((await newsroom.FileAndPublish(TestNewsroom.Copy($"Haber {number}"))).Id);
            if (number % 7 != 0) newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var walked = new List<long>();
        for (long? after = 0; after is not null;)
        {
            var page = await newsroom.Json($"/api/v1/stories?edition=tr{(after > 0 ? $"&after={after}" : "")}");
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            after = page.GetProperty("after") is { ValueKind: JsonValueKind.Number } next ? next.GetInt64() : null;
        }

        filed.Reverse();
        Assert.Equal(filed, walked);
    }

    [Fact]
    public async Task A_story_is_valid_ninjs_for_whoever_asks_for_it()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var answer = await newsroom.Reader.SendAsync(new(HttpMethod.Get, $"/api/v1/stories/{story.Id}") { Headers = { { "Accept", "application/ninjs+json" } } });

        Assert.Equal("application/ninjs+json", answer.Content.Headers.ContentType?.MediaType);
        var document = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"pubStatus\":\"usable\"", document);
        await Conforms(document);
    }

    /// <summary>By the schema of IPTC, with Debian's python3-jsonschema where it is installed.</summary>
    static async Task Conforms(string document)
    {
        const string Check = "import json,sys,jsonschema; jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(json.load(sys.stdin))";
        var schema = Path.Combine(SharedData.Folder("ninjs"), "schema", "ninjs-schema_3.1.json");
        var python = new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { "-c", Check, schema }, RedirectStandardInput = true, RedirectStandardError = true };
        using var probe = File.Exists(python.FileName) ? Process.Start(new ProcessStartInfo(python.FileName) { ArgumentList = { "-c", "import jsonschema" }, RedirectStandardError = true }) : null;
        if (probe is not null) await probe.WaitForExitAsync();
        Assert.SkipUnless(probe?.ExitCode == 0, "python3-jsonschema is not installed");

        using var checking = Process.Start(python)!;
        await checking.StandardInput.WriteAsync(document);
        checking.StandardInput.Close();
        var fault = await checking.StandardError.ReadToEndAsync();
        await checking.WaitForExitAsync();
        Assert.True(checking.ExitCode == 0, fault);
    }
}
