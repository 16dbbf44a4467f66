using System.IO.Compression;
using System.Net;
using Manset.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Manset.Tests.Wire;

public sealed class FeedReaderTests : IAsyncLifetime
{
    const int Largest = 100_000;
    static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly HttpClient http = new(PublicNetwork.Handler(allowPrivate: true));
    readonly CancellationToken cancellation = TestContext.Current.CancellationToken;
    WebApplication agency = null!;
    Uri home = null!;
    string? authorization;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        agency = builder.Build();
        Serve(agency);
        await agency.StartAsync(cancellation);
        home = new(agency.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await agency.DisposeAsync();
    }

    void Serve(WebApplication app)
    {
        app.MapGet("/feed", (HttpContext call) =>
        {
            authorization = call.Request.Headers.Authorization;
            if (call.Request.Headers.IfNoneMatch == "W/\"7\"") return Results.StatusCode(304);
            call.Response.Headers.ETag = "W/\"7\"";
            call.Response.Headers.LastModified = "Sun, 22 Nov 2026 11:00:00 GMT";
            return Results.Text("<rss/>", "application/rss+xml; charset=utf-8");
        });
        app.MapGet("/loop", () => Results.Redirect("/loop"));
        app.MapGet("/moved", () => Results.Redirect("/feed", permanent: true));
        app.MapGet("/file", () => Results.Redirect("file:///etc/passwd"));
        app.MapGet("/down", () => Results.StatusCode(500));
        app.MapGet("/busy", (HttpContext call) => { call.Response.Headers.RetryAfter = "120"; return Results.StatusCode(429); });
        app.MapGet("/later", (HttpContext call) => { call.Response.Headers.RetryAfter = "Sun, 22 Nov 2026 13:00:00 GMT"; return Results.StatusCode(503); });
        app.MapGet("/bomb", async (HttpContext call) =>
        {
            call.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(call.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(new byte[50 * Largest], call.RequestAborted);
        });
        app.MapGet("/brotli", async (HttpContext call) =>
        {
            call.Response.Headers.ContentEncoding = "br";
            await using var brotli = new BrotliStream(call.Response.Body, CompressionLevel.Fastest);
            await brotli.WriteAsync("<rss/>"u8.ToArray(), call.RequestAborted);
        });
        app.MapGet("/garbled", async (HttpContext call) =>
        {
            call.Response.Headers.ContentEncoding = "gzip";
            await call.Response.WriteAsync("not gzip at all, not in the least", call.RequestAborted);
        });
        app.MapGet("/endless", async (HttpContext call) =>
        {
            while (!call.RequestAborted.IsCancellationRequested) await call.Response.Body.WriteAsync(new byte[8192], call.RequestAborted);
        });
        app.MapGet("/silent", (HttpContext call) => Task.Delay(Timeout.Infinite, call.RequestAborted));
        app.MapGet("/broken", async (HttpContext call) =>
        {
            call.Response.ContentLength = 1000;
            await call.Response.WriteAsync("half", call.RequestAborted);
            call.Abort();
        });
    }

    sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    Task<Fetched> Fetch(string path, Seen? seen = null, TimeSpan? timeout = null) =>
        new FeedReader(http, new Clock(), timeout, Largest).Fetch(new Uri(home, path), seen, cancellation);

    async Task<Fetched.Refused> Refused(string path, TimeSpan? timeout = null) => Assert.IsType<Fetched.Refused>(await Fetch(path, timeout: timeout));

    [Fact]
    public async Task A_document_comes_with_what_it_is_recognised_by()
    {
        var document = Assert.IsType<Fetched.Document>(await Fetch("/moved?secret=1"));
        Assert.Equal("<rss/>"u8.ToArray(), document.Bytes.ToArray());
        Assert.Equal("application/rss+xml; charset=utf-8", document.ContentType);
        Assert.Equal(new Seen("W/\"7\"", "Sun, 22 Nov 2026 11:00:00 GMT"), document.Seen);
        Assert.Equal(new Uri(home, "/feed"), document.FinalAddress);
        Assert.IsType<Fetched.Unchanged>(await Fetch("/feed", document.Seen));
    }

    [Fact]
    public async Task Compressed_answers_are_read() =>
        Assert.Equal("<rss/>"u8.ToArray(), Assert.IsType<Fetched.Document>(await Fetch("/brotli")).Bytes.ToArray());

    [Fact]
    public async Task Redirects_end()
    {
        Assert.Equal("Redirected more than 5 times.", (await Refused("/loop")).Reason);
        Assert.Equal("Not an address of the web (http or https).", (await Refused("/file")).Reason);
    }

    [Fact]
    public async Task Answers_other_than_success_are_refused_in_words()
    {
        Assert.Equal("The server answered 500 Internal Server Error.", (await Refused("/down?token=secret")).Reason);
        Assert.Equal("The server answered 404 Not Found.", (await Refused("/nowhere")).Reason);
    }

    [Fact]
    public async Task A_server_that_asks_for_rest_is_heard()
    {
        Assert.Equal(TimeSpan.FromMinutes(2), (await Refused("/busy")).RetryAfter);
        Assert.Equal(TimeSpan.FromHours(1), (await Refused("/later")).RetryAfter);
    }

    [Theory]
    [InlineData("/endless")]
    [InlineData("/bomb")]
    public async Task What_does_not_end_is_cut(string path) => Assert.Equal("Larger than 0.1 MB.", (await Refused(path)).Reason);

    [Fact]
    public async Task What_does_not_answer_is_left() =>
        Assert.Equal("No whole answer within 0.3 seconds.", (await Refused("/silent", TimeSpan.FromSeconds(0.3))).Reason);

    [Fact]
    public async Task Broken_answers_are_refused()
    {
        Assert.Equal("The connection broke off before the whole answer had come.", (await Refused("/broken")).Reason);
        Assert.Equal("The answer was not compressed as it said.", (await Refused("/garbled")).Reason);
    }

    [Fact]
    public async Task Credentials_go_to_the_agency_and_nowhere_else()
    {
        var address = new UriBuilder(home) { Path = "/feed", UserName = "muhabir", Password = "g%C3%BCl" }.Uri;
        var document = Assert.IsType<Fetched.Document>(await new FeedReader(http, new Clock()).Fetch(address, null, cancellation));
        Assert.Equal("Basic " + Convert.ToBase64String("muhabir:gül"u8), authorization);
        Assert.Equal("", document.FinalAddress.UserInfo);
    }

    [Fact]
    public async Task The_house_itself_is_out_of_reach_unless_allowed()
    {
        using var outside = new HttpClient(PublicNetwork.Handler(allowPrivate: false));
        foreach (var address in new[] { home, new UriBuilder(home) { Host = "localhost" }.Uri, new Uri($"http://[::1]:{home.Port}/"), new Uri("http://169.254.169.254/latest") })
        {
            var refused = Assert.IsType<Fetched.Refused>(await new FeedReader(outside, TimeProvider.System).Fetch(address, null, cancellation));
            Assert.StartsWith("The address is in a private network", refused.Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:7f00:1::", false)]
    public void Private_addresses_are_known(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.IsPublic(IPAddress.Parse(address)));
}
