namespace Manset.BrowserTests.Site;

/// <summary>A reader who speaks up, without a line of script.</summary>
public sealed class CommentFlowTests(Chromium chromium, DaysPaper paper)
{
    [Theory]
    [InlineData("tr", "HERKES BU KÖPRÜDEN GEÇECEK İNŞALLAH", "Herkes bu köprüden geçecek inşallah")]
    [InlineData("en", "EVERYBODY WILL CROSS THIS BRIDGE SOON", "Everybody will cross this bridge soon")]
    public async Task Shouting_is_refused_and_one_press_on_the_rewrite_publishes_it(string edition, string shouted, string said)
    {
        var page = await chromium.Blank(edition, width: 390, scripts: false);
        await page.GotoAsync(new Uri(paper.Newsroom.Address, paper.Story(edition)).AbsoluteUri);
        paper.Newsroom.Clock.Advance(TimeSpan.FromMinutes(11));

        await DaysPaper.Say(page, shouted);

        Assert.Equal([shouted], await page.Locator("blockquote mark").AllInnerTextsAsync());
        Assert.NotEmpty(await page.Locator(".reasons li").AllInnerTextsAsync());
        Assert.Equal(said, await page.Locator(".rewrite .written").InnerTextAsync());

        await page.Locator(".rewrite button").ClickAsync();
        await page.Locator("main a.button").ClickAsync();

        Assert.EndsWith(paper.Story(edition), new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        var target = page.Locator(".comment:target");
        Assert.Equal(said, await target.Locator(".comment-text").InnerTextAsync());
        Assert.Equal("Şükran Iğdırlı", await target.Locator(".comment-head b").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reply_stands_under_what_it_answers()
    {
        var page = await chromium.Blank(width: 390, scripts: false);
        await page.GotoAsync(new Uri(paper.Newsroom.Address, paper.Story("tr")).AbsoluteUri);
        paper.Newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        var first = page.Locator(".thread > li").First;

        await first.Locator("summary").First.ClickAsync();
        var form = first.Locator("form").First;
        await form.Locator("[name=name]").FillAsync("Ömer Işık");
        await form.Locator("[name=text]").FillAsync("Evet, yasada bütün iller sayılıyor.");
        await form.Locator("button").ClickAsync();
        await page.Locator("main a.button").ClickAsync();

        Assert.Contains("Evet, yasada bütün iller sayılıyor.", await page.Locator(".thread > li").First.Locator("ol .comment-text").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }
}
