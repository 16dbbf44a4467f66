using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Manset.Tests.Wire;

/// <summary>An agency's server, which answers as the test says and remembers who asked.</summary>
sealed class TestAgency : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentDictionary<string, Func<HttpContext, Task>> answers = new(StringComparer.Ordinal);

    Func<HttpContext, Task> otherwise = call => Status(call, 404);

    TestAgency(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, string? IfNoneMatch)> Asked { get; } = new();

    public static async Task<TestAgency> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var agency = new TestAgency(builder.Build());
        agency.app.Run(agency.Answer);
        await agency.app.StartAsync();
        return agency;
    }

    public string At(string path) => new Uri(new Uri(app.Urls.First()), path).ToString();

    public int Times(string path) => Asked.Count(request => request.Path == path);

    public void Serve(string path, Func<HttpContext, Task> answer) => answers[path] = answer;

    /// <summary>At every address that nothing else is served at.</summary>
    public void Otherwise(Func<HttpContext, Task> answer) => otherwise = answer;

    /// <summary>A feed with a tag, which answers 304 to whoever has it.</summary>
    public void Serve(string path, string feed, string tag = "\"1\"") => Serve(path, call =>
    {
        call.Response.Headers.ETag = tag;
        if (call.Request.Headers.IfNoneMatch == tag) return Status(call, 304);
        call.Response.ContentType = "application/rss+xml; charset=utf-8";
        return call.Response.WriteAsync(feed);
    });

    public void Serve(string path, byte[] picture) => Serve(path, call => call.Response.Body.WriteAsync(picture).AsTask());

    public void Fail(string path, int status, string? retryAfter = null) => Serve(path, call =>
    {
        if (retryAfter is not null) call.Response.Headers.RetryAfter = retryAfter;
        return Status(call, status);
    });

    static Task Status(HttpContext call, int status)
    {
        call.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    Task Answer(HttpContext call)
    {
        Asked.Enqueue((call.Request.Path.Value!, call.Request.Headers.IfNoneMatch));
        return answers.TryGetValue(call.Request.Path.Value!, out var answer) ? answer(call) : otherwise(call);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
