using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace Manset.BrowserTests;

/// <summary>The instrument itself: it lets a clean page pass, and names what is wrong with another.</summary>
public sealed class AxeTests(Chromium chromium)
{
    [Fact]
    public async Task A_clean_page_passes()
    {
        await using var site = await Serve("<p>Sözlerin altı çizili.</p>");
        var page = await chromium.Open(new(site.Urls.Single()));

        await Axe.Passes(page);
        Assert.Equal("Gazete", await page.TitleAsync());
    }

    [Fact]
    public async Task A_picture_without_words_is_named_with_its_rule_and_place()
    {
        await using var site = await Serve("""<p>Söz <img class="lead" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>""");
        var page = await chromium.Open(new(site.Urls.Single()));

        var failure = await Assert.ThrowsAsync<FailException>(() => Axe.Passes(page));

        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("at img", failure.Message, StringComparison.Ordinal);
        Assert.Contains("class=\"lead\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "gündüz")]
    [InlineData(true, "gece")]
    public async Task A_page_is_seen_in_light_and_in_dark(bool dark, string seen)
    {
        await using var site = await Serve("""
            <style>.gece { display: none } @media (prefers-color-scheme: dark) { .gece { display: inline } .gündüz { display: none } }</style>
            <p><span class="gündüz">gündüz</span><span class="gece">gece</span></p>
            """);
        var page = await chromium.Open(new(site.Urls.Single()), dark: dark);

        Assert.Equal(seen, (await page.InnerTextAsync("p")).Trim());
    }

    static async Task<WebApplication> Serve(string body)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/", () => TypedResults.Text($"""
            <!doctype html>
            <html lang="tr"><head><meta charset="utf-8"><title>Gazete</title></head><body><main><h1>Gazete</h1>{body}</main></body></html>
            """, "text/html; charset=utf-8"));
        await site.StartAsync();
        return site;
    }
}
