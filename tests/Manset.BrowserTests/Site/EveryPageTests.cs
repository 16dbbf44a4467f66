using Microsoft.Playwright;

namespace Manset.BrowserTests.Site;

/// <summary>What must be true of every page a reader can meet, in both editions.</summary>
public sealed class EveryPageTests(Chromium chromium, DaysPaper paper)
{
    static readonly int[] Narrow = [320, 390];

    public static TheoryData<string, string> Pages => new(
        from kind in DaysPaper.Kinds from edition in DaysPaper.Editions select (kind, edition));

    [Theory, MemberData(nameof(Pages))]
    public async Task Everyone_can_use_it_by_day_and_by_night_on_a_phone_and_at_a_desk(string kind, string edition)
    {
        var page = await chromium.Blank(edition);
        await paper.Visit(page, kind, edition);

        foreach (var width in new[] { 390, 1280 })
            foreach (var light in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = light });
                await Axe.Passes(page);
            }
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_asks_no_other_host_and_the_browser_has_nothing_to_complain_of(string kind, string edition)
    {
        List<string> asked = [], complaints = [];
        var page = await chromium.Blank(edition);
        page.Request += (_, request) => asked.Add(request.Url);
        page.PageError += (_, fault) => complaints.Add(fault);
        page.Console += (_, message) =>
        {
            // A page that says 404 is itself reported so; nothing on it may be.
            if (message.Type is "error" or "warning" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal)))
                complaints.Add($"{message.Text} {message.Location}");
        };

        await paper.Visit(page, kind, edition);
        await page.EvaluateAsync("for (const picture of document.images) picture.loading = 'eager'");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(complaints);
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.Equal("127.0.0.1", new Uri(address).Host));
        Assert.True(await page.EvaluateAsync<bool>("[...document.images].every(picture => picture.complete && picture.naturalWidth > 0)"), "A picture is broken.");
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.check('600 1rem Newsreader')"), "The typeface did not come.");
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_fits_the_narrowest_phone_and_needs_no_script(string kind, string edition)
    {
        var page = await chromium.Blank(edition, scripts: false);
        await paper.Visit(page, kind, edition);

        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 800);
            var body = await page.Locator("html").EvaluateAsync<int>("page => page.scrollWidth");
            Assert.True(body <= width, $"{kind} is {body} wide at {width}.");
            Assert.NotEmpty(await page.Locator("h1").InnerTextAsync());
        }
        await page.Context.CloseAsync();
    }
}
