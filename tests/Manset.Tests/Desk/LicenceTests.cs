using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Manset.Staff;
using Manset.Tests.Wire;

namespace Manset.Tests.Desk;

/// <summary>What an agency's licence allows goes with its copy to every surface.</summary>
public sealed class LicenceTests
{
    static readonly (string, string)[] OwnPagesOnly = [("Wires:Lines:0:Licence:Syndicate", "false"), ("Wires:Lines:0:Licence:Terms", "Yalnız aboneler.")];
    static readonly (string, string)[] Week = [("Wires:Lines:0:Licence:ArchiveDays", "7")];

    static Task<TestNewsroom> Open(params IEnumerable<(string, string)> licence) => TestNewsroom.Open(settings: [.. AgencyCopy.Line(), .. licence]);

    /// <summary>Sent over the wire and published by rule.</summary>
    static async Task<(long Id, string Path)> Out(TestNewsroom newsroom)
    {
        await newsroom.Deliver("aa", AgencyCopy.Rss(AgencyCopy.Item()));
        using var editor = await newsroom.Staff();
        JsonElement item = default;
        await TestNewsroom.Until(async () =>
        {
            var items = (await editor.GetFromJsonAsync<JsonElement>("/api/v1/stories?edition=tr")).GetProperty("items");
            if (items.GetArrayLength() == 0) return false;
            item = items[0];
            return true;
        }, "the story is out");
        return (item.GetProperty("id").GetInt64(), item.GetProperty("path").GetString()!);
    }

    [Fact]
    public async Task What_may_not_be_handed_on_stands_on_our_own_pages_and_nowhere_else()
    {
        await using var newsroom = await Open(OwnPagesOnly);
        var (id, path) = await Out(newsroom);

        Assert.Contains("Görüşmeler sabaha dek sürdü.", await newsroom.Page(path));
        Assert.Contains(path, await newsroom.Page("/sitemap.xml"));
        Assert.Empty((await newsroom.Json("/api/v1/stories?edition=tr")).GetProperty("items").EnumerateArray());
        using var refused = await newsroom.Reader.GetAsync($"/api/v1/stories/{id}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(path, await refused.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/tr/feed.xml"), InlineData("/tr/atom.xml"), InlineData("/tr/feed.json"), InlineData("/tr/siyaset/feed.xml")]
    public async Task A_feed_says_its_headline_and_address_and_no_word_more(string feed)
    {
        await using var newsroom = await Open(OwnPagesOnly);
        await newsroom.Deliver("aa", AgencyCopy.Rss(AgencyCopy.Item(more: "<m:standfirst>Gizli spot.</m:standfirst><m:byline>Gizli İmza</m:byline>")));
        await TestNewsroom.Until(async () => (await newsroom.Page(feed)).Contains("su yasasını", StringComparison.Ordinal), "the headline is in the feed");

        Assert.DoesNotContain("Gizli", await newsroom.Page(feed));
    }

    [Fact]
    public async Task Our_own_programs_read_what_others_may_not()
    {
        await using var newsroom = await Open(OwnPagesOnly);
        var (id, _) = await Out(newsroom);
        using var reporter = await newsroom.Staff(Role.Reporter);

        Assert.Contains("sabaha dek", (await reporter.GetFromJsonAsync<JsonElement>($"/api/v1/stories/{id}")).GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_licence_without_archive_takes_the_story_away_to_the_second()
    {
        await using var newsroom = await Open(Week);
        var (id, path) = await Out(newsroom);
        await TestNewsroom.Until(async () => (await newsroom.Page("/tr/search?q=yasasını")).Contains(path, StringComparison.Ordinal), "it is found");

        newsroom.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        foreach (var surface in Surfaces(id)) Assert.Contains("su yasasını", await newsroom.Page(surface));
        Assert.Contains("su yasasını", await newsroom.Page(path));

        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await TestNewsroom.Until(async () => (await newsroom.Reader.GetAsync(path)).StatusCode is HttpStatusCode.Gone, "its address answers 410");
        Assert.Contains("lisansı gereği artık sunulmuyor", await (await newsroom.Reader.GetAsync(path)).Content.ReadAsStringAsync());
        foreach (var surface in Surfaces(id).Where(surface => !surface.EndsWith($"/{id}", StringComparison.Ordinal)))
            Assert.DoesNotContain("su yasasını", await newsroom.Page(surface));
        using var told = await newsroom.Reader.GetAsync($"/api/v1/stories/{id}");
        Assert.Equal(HttpStatusCode.Gone, told.StatusCode);
        Assert.DoesNotContain(path, await newsroom.Page("/sitemap.xml"));
    }

    static string[] Surfaces(long id) => ["/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/atom.xml", "/tr/feed.json", "/api/v1/stories?edition=tr", $"/api/v1/stories/{id}", "/tr/siyaset/feed.json"];

    [Fact]
    public async Task What_has_lapsed_cannot_be_published_again()
    {
        await using var newsroom = await Open(Week);
        var (id, path) = await Out(newsroom);
        newsroom.Clock.Advance(TimeSpan.FromDays(7));
        using var editor = await newsroom.Staff();

        using var refused = await editor.PostAsJsonAsync($"/api/v1/stories/{id}/corrections", new { note = "Yeniden." });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await newsroom.Reader.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_update_does_not_begin_the_days_anew()
    {
        await using var newsroom = await Open(Week);
        var (_, path) = await Out(newsroom);
        newsroom.Clock.Advance(TimeSpan.FromDays(6));
        await newsroom.Deliver("aa", AgencyCopy.Rss(AgencyCopy.Item(version: 2, body: "Yasa kabul edildi.")));
        await TestNewsroom.Until(async () => (await newsroom.Page(path)).Contains("kabul edildi", StringComparison.Ordinal), "the update is out");

        newsroom.Clock.Advance(TimeSpan.FromDays(1));

        await TestNewsroom.Until(async () => (await newsroom.Reader.GetAsync(path)).StatusCode is HttpStatusCode.Gone, "seven days after the first publication it goes");
    }

    [Fact]
    public async Task Of_several_sources_the_strictest_binds_and_naming_one_less_frees_nothing()
    {
        await using var newsroom = await TestNewsroom.Open(settings:
        [
            ("Wires:Lines:0:Name", "bir"), ("Wires:Lines:0:Agency", "Bir Ajansı"), ("Wires:Lines:0:Licence:ArchiveDays", "30"),
            ("Wires:Lines:1:Name", "iki"), ("Wires:Lines:1:Agency", "İki Ajansı"), ("Wires:Lines:1:Licence:ArchiveDays", "2"), ("Wires:Lines:1:Licence:Syndicate", "false"),
        ]);
        var story = await newsroom.FileAndPublish(Named("Bir Ajansı", "İki Ajansı"));
        using var editor = await newsroom.Staff();
        using var fewer = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/stories/{story.Id}") { Content = JsonContent.Create(Named()), Headers = { { "If-Match", $"\"{story.Revision}\"" } } };
        (await editor.SendAsync(fewer)).EnsureSuccessStatusCode();
        (await newsroom.Publish(story)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Forbidden, (await newsroom.Reader.GetAsync($"/api/v1/stories/{story.Id}")).StatusCode);
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        await TestNewsroom.Until(async () => (await newsroom.Reader.GetAsync(story.Path)).StatusCode is HttpStatusCode.Gone, "the shorter time counts");

        static object Named(params string[] sources) => new { edition = "tr", section = "siyaset", headline = "İki kaynaktan bir haber", standfirst = "Spot.", body = $"<p>{sources.Length} kaynak.</p>", sources };
    }

    [Fact]
    public async Task A_translation_is_bound_as_its_original()
    {
        await using var newsroom = await Open(OwnPagesOnly);
        var (id, _) = await Out(newsroom);

        var translation = await newsroom.FileAndPublish(TestNewsroom.Copy("Parliament debates the water act", "en", "politics", translationOf: id));

        Assert.Equal(HttpStatusCode.Forbidden, (await newsroom.Reader.GetAsync($"/api/v1/stories/{translation.Id}")).StatusCode);
    }

    [Fact]
    public async Task The_desk_shows_what_a_licence_allows()
    {
        await using var newsroom = await Open([.. OwnPagesOnly, .. Week]);
        var (id, _) = await Out(newsroom);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        using var page = await editor.Read($"/desk/stories/{id}");
        Assert.Contains("Başkasına verilemez", page.Body!.TextContent);
        Assert.Contains("Yalnız aboneler.", page.Body.TextContent);
        using var item = await editor.Read($"/desk/wire/{page.QuerySelector("a[href^='/desk/wire/']")!.GetAttribute("href")!.Split('/')[^1]}");
        Assert.Contains("ilk yayından 7 gün sonra", item.Body!.TextContent);
    }
}
