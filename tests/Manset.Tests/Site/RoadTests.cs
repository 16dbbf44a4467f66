using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Manset.Tests.Site;

/// <summary>The whole road once: filed, published, read, commented on, corrected, withdrawn.</summary>
public sealed class RoadTests
{
    [Fact]
    public async Task A_published_story_is_on_its_page_the_front_the_section_and_the_feed_in_the_next_answer()
    {
        await using var newsroom = await TestNewsroom.Open();
        Assert.DoesNotContain("ılık bir gün", await newsroom.Page("/tr/"));

        var story = await newsroom.FileAndPublish();

        Assert.Equal($"/tr/siyaset/igdirda-ilik-bir-gun-{story.Id}", story.Path);
        foreach (var path in new[] { story.Path, "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/siyaset/feed.xml" })
            Assert.Contains("Iğdır’da ılık bir gün", await newsroom.Page(path));
        Assert.DoesNotContain("ılık bir gün", await newsroom.Page("/en/"));
    }

    [Fact]
    public async Task A_killed_story_answers_410_and_leaves_every_list()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        Assert.Contains("ılık", await newsroom.Page("/tr/"));
        await TestNewsroom.Until(async () => (await newsroom.Page("/tr/search?q=ilik")).Contains(story.Path), "the story is found");

        using var killed = await newsroom.Kill(story);
        killed.EnsureSuccessStatusCode();

        using var gone = await newsroom.Reader.GetAsync(story.Path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Yanlış kişi.", await gone.Content.ReadAsStringAsync());
        foreach (var path in new[] { "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/search?q=ilik" })
            Assert.DoesNotContain(story.Path, await newsroom.Page(path));
        using var api = await newsroom.Reader.GetAsync($"/api/v1/stories/{story.Id}");
        Assert.Equal(HttpStatusCode.Gone, api.StatusCode);
    }

    [Fact]
    public async Task An_old_permalink_leads_to_the_right_one()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var moved = await newsroom.Reader.GetAsync($"/tr/dunya/eski-baslik-{story.Id}");

        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal(story.Path, moved.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_correction_shows_its_note_and_moves_only_the_second_stamp()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        using var editor = await newsroom.Staff();

        using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", $"\"{story.Revision}\"" } },
            Content = JsonContent.Create(TestNewsroom.Copy(body: "<p>Doğrusu budur.</p>")),
        });
        saved.EnsureSuccessStatusCode();
        Assert.DoesNotContain("Doğrusu", await newsroom.Page(story.Path));
        using var corrected = await editor.PostAsJsonAsync($"/api/v1/stories/{story.Id}/corrections", new { note = "Sayı yanlıştı." });
        corrected.EnsureSuccessStatusCode();

        var page = await newsroom.Page(story.Path);
        Assert.Contains("Doğrusu budur.", page);
        Assert.Contains("Sayı yanlıştı.", page);
        var told = await newsroom.Json($"/api/v1/stories/{story.Id}");
        Assert.Equal(story.FirstPublished, told.GetProperty("firstPublished").GetDateTimeOffset());
        Assert.Equal(story.FirstPublished + TimeSpan.FromMinutes(5), told.GetProperty("lastUpdated").GetDateTimeOffset());
    }

    [Fact]
    public async Task Capitals_are_refused_with_a_rewrite_and_the_rewrite_is_on_the_page_in_the_next_answer()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        const string shouted = "BU HABER ÇOK GÜZEL OLMUŞ, İSTANBUL'DAN SELAMLAR";

        using var refused = await newsroom.Comment(story.Path, shouted);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var reasons = await refused.Content.ReadFromJsonAsync<JsonElement>();
        var finding = reasons.GetProperty("findings")[0];
        Assert.Equal("capitals", finding.GetProperty("rule").GetString());
        Assert.True(finding.GetProperty("start").GetInt32() < finding.GetProperty("end").GetInt32());
        var rewrite = reasons.GetProperty("rewrite").GetString()!;

        using var shown = await newsroom.Comment(story.Path, rewrite);
        Assert.Equal(HttpStatusCode.Created, shown.StatusCode);
        Assert.Contains(rewrite, WebUtility.HtmlDecode(await newsroom.Page(story.Path)));
    }

    [Fact]
    public async Task Translations_name_each_other()
    {
        await using var newsroom = await TestNewsroom.Open();
        var turkish = await newsroom.FileAndPublish();
        Assert.DoesNotContain("hreflang=\"en\" href=\"http", await newsroom.Page(turkish.Path));

        var english = await newsroom.FileAndPublish(TestNewsroom.Copy("A warm day in Iğdır", "en", "politics", translationOf: turkish.Id));

        Assert.Contains(english.Path, await newsroom.Page(turkish.Path));
        Assert.Contains(turkish.Path, await newsroom.Page(english.Path));
    }

    [Fact]
    public async Task An_embargo_holds_until_its_hour()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.File(TestNewsroom.Copy(embargo: newsroom.Now.AddHours(3)));

        using (var early = await newsroom.Publish(story)) Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);

        newsroom.Clock.Advance(TimeSpan.FromHours(3));
        using var due = await newsroom.Publish(story);
        Assert.Equal(HttpStatusCode.OK, due.StatusCode);
    }

    [Fact]
    public async Task Saving_over_a_newer_revision_shows_both_texts_and_loses_neither()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.File();
        using var editor = await newsroom.Staff();

        using var first = await Save("<p>Birincinin sözü.</p>");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await Save("<p>İkincinin sözü.</p>");

        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        var told = await second.Content.ReadAsStringAsync();
        Assert.Contains("Birincinin sözü.", told);
        Assert.Contains("İkincinin sözü.", told);

        Task<HttpResponseMessage> Save(string body) => editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = JsonContent.Create(TestNewsroom.Copy(body: body)),
        });
    }
}
