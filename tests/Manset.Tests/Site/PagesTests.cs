using AngleSharp.Html.Dom;
using Manset.Editions;
using Manset.Moderation;
using Manset.Site;

namespace Manset.Tests.Site;

public sealed class PagesTests : IDisposable
{
    readonly Printer printer = new();

    public static TheoryData<string, string> Everywhere => new(
        from page in Kinds.Keys from edition in SampleViews.Paper.Editions select (page, edition.Code));

    static readonly Dictionary<string, Func<Printer, Edition, Task<IHtmlDocument>>> Kinds = new()
    {
        ["front"] = (printer, edition) => printer.Read<FrontPage>(SampleViews.Front(edition)),
        ["empty front"] = (printer, edition) => printer.Read<FrontPage>(new FrontView { Paper = SampleViews.Paper, Edition = edition }),
        ["section"] = (printer, edition) => printer.Read<SectionPage>(SampleViews.Section(edition)),
        ["later section"] = (printer, edition) => printer.Read<SectionPage>(SampleViews.Section(edition) with { After = "12", Next = null }),
        ["story"] = (printer, edition) => printer.Read<StoryPage>(SampleViews.Story(edition)),
        ["search"] = (printer, edition) => printer.Read<SearchPage>(SampleViews.Search(edition)),
        ["empty search"] = (printer, edition) => printer.Read<SearchPage>(new SearchView { Paper = SampleViews.Paper, Edition = edition }),
        ["approved"] = (printer, edition) => printer.Read<CommentOutcomePage>(SampleViews.Outcome(edition, Decision.Approve)),
        ["held"] = (printer, edition) => printer.Read<CommentOutcomePage>(SampleViews.Outcome(edition, Decision.Hold)),
        ["refused"] = (printer, edition) => printer.Read<CommentOutcomePage>(SampleViews.Outcome(edition, Decision.Reject)),
        ["not found"] = (printer, edition) => printer.Read<NotFoundPage>(new NotFoundView { Paper = SampleViews.Paper, Edition = edition }),
        ["gone"] = (printer, edition) => printer.Read<GonePage>(new GoneView { Paper = SampleViews.Paper, Edition = edition, At = SampleViews.Now }),
        ["error"] = (printer, edition) => printer.Read<ErrorPage>(new ErrorView { Paper = SampleViews.Paper, Edition = edition, Status = 500 }),
        ["imprint"] = (printer, edition) => printer.Read<ImprintPage>(new ImprintView { Paper = SampleViews.Paper, Edition = edition }),
    };

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Every_page_stands_by_itself(string kind, string code)
    {
        using var page = await Kinds[kind](printer, code == "tr" ? SampleViews.Turkish : SampleViews.English);

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#page", page.QuerySelector("body > :first-child")!.GetAttribute("href"));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, ids));
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task No_page_leaves_a_parser_anything_to_mend(string kind, string code)
    {
        using var page = await Kinds[kind](printer, code == "tr" ? SampleViews.Turkish : SampleViews.English);

        Assert.Empty(printer.Errors);
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task No_page_needs_a_script_or_asks_another_host(string kind, string code)
    {
        using var page = await Kinds[kind](printer, code == "tr" ? SampleViews.Turkish : SampleViews.English);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload]"));
        var asked = page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=preload], link[rel=icon]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!);
        Assert.All(asked, address => Assert.Matches("^/(assets|pictures)/", address));
    }

    [Fact]
    public async Task A_page_is_the_same_for_everyone()
    {
        var view = SampleViews.Story(SampleViews.Turkish);
        var copies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => printer.Print<StoryPage>(view))));

        Assert.All(copies, copy => Assert.Equal(copies[0], copy));
        using var page = await printer.Read<StoryPage>(view);
        Assert.All(page.QuerySelectorAll("input[type=hidden]"), hidden => Assert.Equal("parent", hidden.GetAttribute("name")));
    }

    [Fact]
    public async Task A_refused_comment_shows_its_author_which_words_and_a_way_out()
    {
        var outcome = SampleViews.Outcome(SampleViews.Turkish, Decision.Reject);
        using var page = await printer.Read<CommentOutcomePage>(outcome);

        Assert.Equal(["BU YASA DOĞRU AMA", "aptalsın"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal(outcome.Text, page.QuerySelector("blockquote.written")!.TextContent.Trim());
        Assert.All(outcome.Findings, finding => Assert.Contains(finding.Explanation, page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(outcome.Rewrite, page.QuerySelector(".rewrite [name=text]")!.GetAttribute("value"));
        Assert.Equal($"{outcome.Story}/comments", page.QuerySelector(".rewrite form")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task A_withdrawn_story_says_when_and_tells_why_only_if_public()
    {
        var gone = new GoneView { Paper = SampleViews.Paper, Edition = SampleViews.Turkish, At = SampleViews.Now };
        using var silent = await printer.Read<GonePage>(gone);
        using var told = await printer.Read<GonePage>(gone with { Why = "Mahkeme kararı" });

        Assert.Contains("22 Kasım 2026 14.05 tarihinde", silent.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("gerekçe", silent.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mahkeme kararı", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_comment_is_one_press_away()
    {
        var outcome = SampleViews.Outcome(SampleViews.English, Decision.Approve);
        using var page = await printer.Read<CommentOutcomePage>(outcome);

        Assert.Equal($"{outcome.Story}#comment-{outcome.Comment}", page.QuerySelector("main .button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(400), InlineData(403), InlineData(405), InlineData(413), InlineData(422), InlineData(429), InlineData(500), InlineData(502), InlineData(503)]
    public async Task Every_fault_is_told_in_plain_words(int status)
    {
        foreach (var edition in SampleViews.Paper.Editions)
        {
            using var page = await printer.Read<ErrorPage>(new ErrorView { Paper = SampleViews.Paper, Edition = edition, Status = status });
            Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
            Assert.NotEmpty(page.QuerySelector("main .standfirst")!.TextContent);
        }
    }

    [Fact]
    public async Task The_front_gives_each_story_its_weight()
    {
        var front = SampleViews.Front(SampleViews.English);
        using var page = await printer.Read<FrontPage>(front);

        Assert.Equal(front.Lead!.Headline, page.QuerySelector(".front-top .lead h2")!.TextContent);
        Assert.Equal("high", page.QuerySelector(".lead img")!.GetAttribute("fetchpriority"));
        Assert.Equal(front.Latest.Select(item => item.Headline), page.QuerySelectorAll(".latest li a").Select(link => link.TextContent));
        Assert.Equal(["22 November", "21 November"], page.QuerySelectorAll(".latest h3").Select(day => day.TextContent));
        Assert.Equal(front.Blocks.Select(block => block.Section.Name), page.QuerySelectorAll(".block > h2").Select(name => name.TextContent));
    }

    public void Dispose() => printer.Dispose();
}
