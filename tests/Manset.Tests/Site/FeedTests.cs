using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;

namespace Manset.Tests.Site;

public sealed class FeedTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    const string Hostile = "Iğdır’da <b>ılık</b> & 😀 bir gün";

    [Fact]
    public async Task Every_form_of_a_feed_tells_the_same_story()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish(TestNewsroom.Copy(Hostile));
        var address = $"http://localhost:5080{story.Path}";

        foreach (var folder in new[] { "/tr/", "/tr/siyaset/" })
        {
            var item = Assert.Single(XDocument.Parse(await newsroom.Page($"{folder}feed.xml")).Descendants("item"));
            Assert.Equal((Hostile, address), (item.Element("title")!.Value, item.Element("link")!.Value));

            var entry = Assert.Single(XDocument.Parse(await newsroom.Page($"{folder}atom.xml")).Descendants(Atom + "entry"));
            Assert.Equal((Hostile, address), (entry.Element(Atom + "title")!.Value, entry.Element(Atom + "link")!.Attribute("href")!.Value));
            Assert.Equal($"tag:localhost,2026-11-22:tr-{story.Id}", entry.Element(Atom + "id")!.Value);
            Assert.Equal(story.FirstPublished, DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal("Ayşe Yılmaz", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);

            var json = await newsroom.Json($"{folder}feed.json");
            Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
            var told = Assert.Single(json.GetProperty("items").EnumerateArray());
            Assert.Equal((Hostile, address), (told.GetProperty("title").GetString(), told.GetProperty("url").GetString()));
            Assert.Equal("Spot cümlesi.", told.GetProperty("content_text").GetString());
        }
        Assert.Empty(XDocument.Parse(await newsroom.Page("/tr/spor/atom.xml")).Descendants(Atom + "entry"));
    }

    [Theory]
    [InlineData("/tr/", "feed.xml", "application/rss+xml")]
    [InlineData("/tr/", "atom.xml", "application/atom+xml")]
    [InlineData("/tr/", "feed.json", "application/feed+json")]
    [InlineData("/en/world/", "atom.xml", "application/atom+xml")]
    public async Task A_page_announces_its_feeds_and_they_are_what_it_says(string page, string name, string type)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var read = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await newsroom.Page(page));

        var link = read.QuerySelector($"link[rel=alternate][type='{type}']")!;
        Assert.Equal(page + name, link.GetAttribute("href"));
        using var feed = await newsroom.Reader.GetAsync(page + name);
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        Assert.Equal(type, feed.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_sitemap_follows_every_act()
    {
        await using var newsroom = await TestNewsroom.Open();
        async Task<IReadOnlyDictionary<string, string?>> Places() => XDocument.Parse(await newsroom.Page("/sitemap.xml")).Root!.Elements(Map + "url")
            .ToDictionary(url => new Uri(url.Element(Map + "loc")!.Value).AbsolutePath, url => url.Element(Map + "lastmod")?.Value);
        var before = await Places();
        Assert.Contains("/tr/", before);
        Assert.Contains("/en/politics/", before);

        var story = await newsroom.FileAndPublish();
        Assert.Equal("2026-11-22T09:00:00+03:00", (await Places())[story.Path]);

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        using (var editor = await newsroom.Staff())
        using (var corrected = await editor.PostAsJsonAsync($"/api/v1/stories/{story.Id}/corrections", new { note = "Sayı yanlıştı." })) corrected.EnsureSuccessStatusCode();
        Assert.Equal("2026-11-22T10:00:00+03:00", (await Places())[story.Path]);

        using var killed = await newsroom.Kill(story);
        Assert.Equal(before, await Places());
    }

    [Fact]
    public async Task A_story_is_news_for_two_days()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish(TestNewsroom.Copy(Hostile));
        async Task<IReadOnlyList<string>> Fresh(string edition) =>
            [.. XDocument.Parse(await newsroom.Page($"/{edition}/news-sitemap.xml")).Descendants(News + "title").Select(title => title.Value)];

        Assert.Equal([Hostile], await Fresh("tr"));
        Assert.Empty(await Fresh("en"));

        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([Hostile], await Fresh("tr"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await Fresh("tr"));
        Assert.Contains(story.Path, await newsroom.Page("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_shown_the_maps()
    {
        await using var newsroom = await TestNewsroom.Open();
        var robots = await newsroom.Page("/robots.txt");

        foreach (var map in new[] { "/sitemap.xml", "/tr/news-sitemap.xml", "/en/news-sitemap.xml" })
            Assert.Contains($"Sitemap: http://localhost:5080{map}\n", robots, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sitemap.xml", "sitemaps/xsd/all.xsd")]
    [InlineData("/tr/news-sitemap.xml", "sitemaps/xsd/all.xsd")]
    [InlineData("/tr/feed.xml", "rss/rss-2_0.xsd")]
    public async Task It_keeps_to_its_schema(string path, string schema)
    {
        var file = Path.Combine(SharedData.Folder(schema[..schema.IndexOf('/')]), schema[(schema.IndexOf('/') + 1)..]);
        await using var newsroom = await TestNewsroom.Open();
        await newsroom.FileAndPublish(TestNewsroom.Copy(Hostile));

        Process? checker = null;
        try
        {
            checker = Process.Start(new ProcessStartInfo("xmllint", ["--nonet", "--noout", "--schema", file, "-"]) { RedirectStandardInput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception) { Assert.Skip("There is no xmllint."); }
        using (checker)
        {
            await checker!.StandardInput.WriteAsync(await newsroom.Page(path));
            checker.StandardInput.Close();
            var said = await checker.StandardError.ReadToEndAsync();
            await checker.WaitForExitAsync();
            Assert.True(checker.ExitCode == 0, said);
        }
    }

    [Fact]
    public async Task A_browser_that_asks_for_the_usual_icon_gets_one()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var icon = await newsroom.Reader.GetAsync("/favicon.ico");
        using var other = await newsroom.Reader.GetAsync("/tr/olmayan.ico");

        Assert.Equal("image/png", icon.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Contains("Bu adreste bir sayfa yok", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
