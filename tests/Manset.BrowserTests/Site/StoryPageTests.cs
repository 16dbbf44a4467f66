using System.Text.Json;
using Microsoft.Playwright;

namespace Manset.BrowserTests.Site;

public sealed class StoryPageTests(Chromium chromium, DaysPaper paper)
{
    [Theory]
    [InlineData("tr", "en")]
    [InlineData("en", "tr")]
    public async Task It_says_where_it_stands_and_where_its_translation_does(string edition, string other)
    {
        var page = await Open(edition);
        async Task<Uri> Link(string selector) => new((await page.Locator($"head {selector}").GetAttributeAsync("href"))!);

        Assert.Equal(paper.Story(edition), (await Link("link[rel=canonical]")).AbsolutePath);
        Assert.Equal(paper.Story(edition), (await Link($"link[hreflang={edition}]")).AbsolutePath);
        Assert.Equal(paper.Story(other), (await Link($"link[hreflang={other}]")).AbsolutePath);

        await page.Locator(".translations a").ClickAsync();
        Assert.Equal(paper.Story(other), new Uri(page.Url).AbsolutePath);
        Assert.Equal(other, await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Both_stamps_are_seen_and_machines_read_the_same(string edition)
    {
        var page = await Open(edition);
        var stamps = page.Locator(".story-facts dl time");
        var seen = await stamps.EvaluateAllAsync<string[]>("stamps => stamps.map(stamp => stamp.dateTime)");
        var told = JsonDocument.Parse(await page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "").RootElement;

        Assert.True(await stamps.First.IsVisibleAsync() && await stamps.Last.IsVisibleAsync());
        Assert.Equal([told.GetProperty("datePublished").GetString(), told.GetProperty("dateModified").GetString()], seen);
        Assert.NotEqual(seen[0], seen[1]); // It was corrected.
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task It_weighs_at_most_60_kB_without_its_pictures()
    {
        List<IResponse> answers = [];
        var page = await chromium.Blank();
        page.Response += (_, answer) => answers.Add(answer);

        await page.GotoAsync(new Uri(paper.Newsroom.Address, paper.Story("tr")).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var weight = 0;
        foreach (var answer in answers.Where(answer => answer.Request.ResourceType != "image"))
        {
            var sizes = await answer.Request.SizesAsync();
            weight += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }
        Assert.InRange(weight, 20_000, 60_000);
        Assert.DoesNotContain(answers, answer => answer.Request.ResourceType == "script");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_is_seen_doing_so()
    {
        var page = await Open("tr");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#page", await Focused("element => element.getAttribute('href')"));
        Assert.True(await Is("element => { const box = element.getBoundingClientRect(); return box.left >= 0 && box.width > 0; }"), "The skip link stays out of sight.");

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("page", await Focused("element => element.id"));

        var reached = new List<string>();
        for (var step = 0; step < 60 && !reached.Contains("BUTTON gönder"); step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("none", await Focused("element => getComputedStyle(element).outlineStyle"));
            Assert.True(await Is("element => element.getBoundingClientRect().left >= 0"), "Focus went out of sight.");
            reached.Add(await Focused("element => element.form?.matches('#comments > form') && element.tagName == 'BUTTON' ? 'BUTTON gönder' : element.tagName + ' ' + (element.name ?? '')") ?? "");
        }
        Assert.Contains("BUTTON gönder", reached);
        Assert.Contains("TEXTAREA text", reached);
        Assert.DoesNotContain("INPUT website", reached);
        await page.Context.CloseAsync();

        Task<string?> Focused(string of) => page.EvaluateAsync<string?>($"({of})(document.activeElement)");
        Task<bool> Is(string of) => page.EvaluateAsync<bool>($"({of})(document.activeElement)");
    }

    [Fact]
    public async Task On_paper_there_is_the_story_and_nothing_to_press()
    {
        var page = await Open("tr");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await page.Locator(".story-body").IsVisibleAsync());
        foreach (var left in new[] { ".sections", ".comments", ".masthead-search", ".skip" }) Assert.False(await page.Locator(left).IsVisibleAsync(), left);
        await page.Context.CloseAsync();
    }

    Task<IPage> Open(string edition) => chromium.Open(new(paper.Newsroom.Address, paper.Story(edition)), edition);
}
