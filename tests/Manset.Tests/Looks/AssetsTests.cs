using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Manset.Looks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Manset.Tests.Looks;

public sealed partial class AssetsTests : IAsyncLifetime
{
    static CancellationToken Patience => TestContext.Current.CancellationToken;

    readonly Assets assets = new();
    WebApplication app = null!;
    HttpClient reader = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(assets);
        app = builder.Build();
        app.MapAssets();
        await app.StartAsync();
        reader = new() { BaseAddress = new(app.Urls.Single()) };
    }

    [Fact]
    public async Task A_file_is_kept_for_good_at_the_path_of_its_content()
    {
        using var answer = await reader.GetAsync(assets.Path("css/site.css"), Patience);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(assets.Find("css/site.css")!.Bytes, await answer.Content.ReadAsByteArrayAsync(Patience));
    }

    [Fact]
    public async Task An_older_address_gets_the_file_of_today_for_today()
    {
        using var answer = await reader.GetAsync("/assets/0123456789abcdef/css/site.css", Patience);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_style_sheet_travels_compressed(string coding)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, assets.Path("css/site.css"));
        question.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = await reader.SendAsync(question, Patience);

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Patience)).Length, 1, assets.Find("css/site.css")!.Bytes.Length / 3);
    }

    [Theory]
    [InlineData("/assets/0/css/absent.css")]
    [InlineData("/assets/0/../../appsettings.json")]
    [InlineData("/assets/0/")]
    public async Task What_is_not_ours_to_show_is_not_found(string path)
    {
        using var answer = await reader.GetAsync(path, Patience);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("css/site.css")]
    [InlineData("css/desk.css")]
    public void A_style_sheet_names_only_files_there_are_and_values_it_has(string name)
    {
        var sheet = Encoding.UTF8.GetString(assets.Find(name)!.Bytes);

        var fonts = Fonts().Matches(sheet).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.StartsWith("/assets/", font, StringComparison.Ordinal));
        Assert.All(fonts, font => Assert.Equal(font, assets.Path(font.Split('/', 4)[3])));
        Assert.Equal(sheet.Count(sign => sign == '{'), sheet.Count(sign => sign == '}'));

        var known = Known().Matches(sheet).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(Used().Matches(sheet).Select(match => match.Groups[1].Value), token => Assert.Contains(token, known));
    }

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Fonts();

    [GeneratedRegex(@"[{;](--[\w-]+):")]
    private static partial Regex Known();

    [GeneratedRegex(@"var\((--[\w-]+)\)")]
    private static partial Regex Used();

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await app.DisposeAsync();
    }
}
