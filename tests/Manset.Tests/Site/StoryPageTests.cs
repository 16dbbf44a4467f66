using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manset.Editions;
using Manset.Site;

namespace Manset.Tests.Site;

public sealed partial class StoryPageTests : IDisposable
{
    readonly Printer printer = new();

    static Edition Edition(string code) => code == "tr" ? SampleViews.Turkish : SampleViews.English;

    [Theory]
    [InlineData("tr", "22 Kasım 2026 08.53", "22 Kasım 2026 13.42")]
    [InlineData("en", "22 November 2026, 08:53", "22 November 2026, 13:42")]
    public async Task A_story_shows_everything_that_law_and_trade_ask_for(string code, string first, string last)
    {
        var story = SampleViews.Story(Edition(code));
        using var page = await printer.Read<StoryPage>(story);
        string Said(string selector) => Assert.Single(page.QuerySelectorAll(selector)).TextContent;

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(story.Headline, Said("h1"));
        Assert.Equal(story.Standfirst, Said(".story-head .standfirst"));
        Assert.Contains(story.Section.Name, Said(".story-head .kicker"), StringComparison.Ordinal);
        Assert.Contains(Words.In(code)["site.flash"], Said(".story-head .kicker"), StringComparison.Ordinal);
        Assert.Contains(story.Byline!, Said(".byline"), StringComparison.Ordinal);
        Assert.Contains(story.Editor, Said(".story-facts"), StringComparison.Ordinal);
        Assert.Equal(story.Dateline, Said(".dateline"));
        Assert.Contains(story.Sources[0], Said(".story-foot"), StringComparison.Ordinal);
        Assert.Equal(story.Tags, page.QuerySelectorAll("[rel=tag]").Select(tag => tag.TextContent));

        var stamps = page.QuerySelectorAll(".story-facts time");
        Assert.Equal([first, last], stamps.Select(stamp => stamp.TextContent));
        Assert.Equal(["2026-11-22T08:53:00+03:00", "2026-11-22T13:42:00+03:00"], stamps.Select(stamp => stamp.GetAttribute("datetime")));

        var picture = page.QuerySelector(".story-picture img")!;
        Assert.Equal(story.Picture!.Alt, picture.GetAttribute("alt"));
        Assert.Equal("1600", picture.GetAttribute("width"));
        Assert.Contains("/pictures/7-480.jpg 480w", picture.GetAttribute("srcset"), StringComparison.Ordinal);
        Assert.Contains(story.Picture.Caption!, Said(".story-picture figcaption"), StringComparison.Ordinal);
        Assert.Contains(story.Picture.Credit!, Said(".story-picture figcaption small"), StringComparison.Ordinal);

        Assert.Contains(story.Corrections[0].Note, Said(".corrections"), StringComparison.Ordinal);
        Assert.Equal("2026-11-22T12:05:00+03:00", page.QuerySelector(".corrections time")!.GetAttribute("datetime"));
        Assert.Equal(story.HouseRules, page.QuerySelectorAll(".rules li").Select(rule => rule.TextContent));
        Assert.Equal(story.CommentCount, page.QuerySelectorAll(".comment").Length);
        Assert.Contains(SiteLinks.Imprint(story.Edition), page.QuerySelectorAll(".footer a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Translations_point_at_each_other()
    {
        using var turkish = await printer.Read<StoryPage>(SampleViews.Story(SampleViews.Turkish));
        using var english = await printer.Read<StoryPage>(SampleViews.Story(SampleViews.English));

        var there = english.QuerySelector("link[rel=canonical]")!.GetAttribute("href");
        Assert.Equal(there, turkish.QuerySelector("link[hreflang=en]")!.GetAttribute("href"));
        Assert.EndsWith(turkish.QuerySelector(".translations a")!.GetAttribute("href")!, there, StringComparison.Ordinal);
        Assert.Equal(turkish.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), english.QuerySelector("link[hreflang=tr]")!.GetAttribute("href"));
        Assert.EndsWith(turkish.QuerySelector(".editions [hreflang=en]")!.GetAttribute("href")!, there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_sent_and_answered_without_a_script()
    {
        var story = SampleViews.Story(SampleViews.Turkish);
        using var page = await printer.Read<StoryPage>(story);

        var forms = page.QuerySelectorAll(".comment-form");
        Assert.Equal(story.CommentCount + 1, forms.Length);
        Assert.All(forms, form => Assert.Equal($"{SiteLinks.Story(story)}/comments", form.GetAttribute("action")));
        Assert.All(forms, form => Assert.Equal("post", form.GetAttribute("method")));
        Assert.Equal(["901", "902", "903"], page.QuerySelectorAll("[name=parent]").Select(parent => parent.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#comment-901 + ol #comment-902"));

        using var closed = await printer.Read<StoryPage>(story with { CommentsOpen = false });
        Assert.Empty(closed.QuerySelectorAll(".comment-form"));
    }

    [Fact]
    public async Task Turkish_letters_leave_as_they_are()
    {
        var page = await printer.Text<StoryPage>(SampleViews.Story(SampleViews.Turkish));

        Assert.Contains("İstanbul Boğazı", page, StringComparison.Ordinal);
        Assert.Contains("Ilgın Şahin", page, StringComparison.Ordinal);
        Assert.Contains("Çiğdem", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(EscapedLetter(), page);
    }

    [Fact]
    public async Task Hostile_words_are_only_words()
    {
        const string hostile = "</script><script>alert('Ş')</script><img src=x onerror=alert(1)>\"'&";
        var story = SampleViews.Story(SampleViews.Turkish) with
        {
            Headline = hostile,
            Standfirst = hostile,
            Byline = hostile,
            Dateline = hostile,
            Editor = hostile,
            Tags = [hostile],
            Sources = [hostile],
            Corrections = [new(hostile, SampleViews.Now)],
            Comments = [new(1, hostile, hostile, SampleViews.Now)],
            Picture = SampleViews.Strait with { Alt = hostile, Caption = hostile, Credit = hostile },
        };
        using var page = await printer.Read<StoryPage>(story);

        var script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("[onerror]"));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(hostile, page.QuerySelector(".comment-text")!.TextContent);
        Assert.Equal(hostile, page.QuerySelector(".comment-head b")!.TextContent);
        Assert.Equal(hostile, JsonDocument.Parse(script.TextContent).RootElement.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Search_engines_read_the_same_story()
    {
        var story = SampleViews.Story(SampleViews.Turkish);
        using var page = await printer.Read<StoryPage>(story);

        var told = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("NewsArticle", told.GetProperty("@type").GetString());
        Assert.Equal("2026-11-22T08:53:00+03:00", told.GetProperty("datePublished").GetString());
        Assert.Equal("2026-11-22T13:42:00+03:00", told.GetProperty("dateModified").GetString());
        Assert.Equal(story.Byline, told.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("https://manset.example/pictures/7-1600.jpg", told.GetProperty("image")[0].GetProperty("url").GetString());
        Assert.Equal(3, told.GetProperty("commentCount").GetInt32());
        Assert.StartsWith("https://manset.example/assets/", told.GetProperty("publisher").GetProperty("logo").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_story_leaves_no_empty_shells()
    {
        var story = SampleViews.Story(SampleViews.Turkish) with
        {
            Standfirst = null,
            Picture = null,
            Byline = null,
            Dateline = null,
            Flash = false,
            Corrections = [],
            Sources = [],
            Tags = [],
            Translations = [],
            Comments = [],
            HouseRules = [],
        };
        using var page = await printer.Read<StoryPage>(story);

        Assert.Empty(page.QuerySelectorAll(".standfirst, .byline, .dateline, .flash, .corrections, .story-foot, .translations, .rules, figure, .comment"));
        Assert.Equal(2, page.QuerySelectorAll(".story-facts time").Length);
    }

    [Fact]
    public async Task A_story_page_weighs_at_most_60_kB_without_its_pictures()
    {
        var html = await printer.Print<StoryPage>(SampleViews.Story(SampleViews.Turkish));
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(html);

        string[] dress = ["css/site.css", "fonts/newsreader-regular.woff2", "fonts/newsreader-semibold.woff2", "fonts/newsreader-italic.woff2"];
        var weight = packed.Length + dress.Select(name => printer.Assets.Find(name)!).Sum(file => (file.Compresses ? file.Brotli : file.Bytes).Length);
        Assert.InRange(weight, 20_000, 60_000);
    }

    // A letter of Turkish or another language that left as a number instead of itself.
    [GeneratedRegex("&#x(C|D|E|F|1[0-9A-F])[0-9A-F];", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedLetter();

    public void Dispose() => printer.Dispose();
}
