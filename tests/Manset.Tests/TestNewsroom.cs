using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Manset.Data;
using Manset.Staff;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests;

/// <summary>A whole newsroom for one test: its own database, folder, clock and address. Tests come in by the front door, over HTTP.</summary>
sealed class TestNewsroom : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly DateTimeOffset Morning = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    readonly TestDatabase database;
    readonly bool ownsDatabase;
    readonly WebApplication app;

    TestNewsroom(TestDatabase database, bool ownsDatabase, WebApplication app, FakeTimeProvider clock)
    {
        (this.database, this.ownsDatabase, this.app, Clock) = (database, ownsDatabase, app, clock);
        Address = new(app.Urls.First());
        Reader = Client();
    }

    public FakeTimeProvider Clock { get; }
    public DateTimeOffset Now => Clock.GetUtcNow();
    public Uri Address { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>Anyone: no cookies, no token, follows no redirects, takes bytes as they are.</summary>
    public HttpClient Reader { get; }

    /// <param name="settings">As on the command line: <c>("Wires:Lines:0:Name", "aa")</c>.</param>
    /// <param name="on">A database that outlives this newsroom, to start another on.</param>
    public static async Task<TestNewsroom> Open(TestDatabase? on = null, FakeTimeProvider? clock = null, params IEnumerable<(string Name, string Value)> settings)
    {
        var database = on ?? await TestDatabase.Create();
        clock ??= new(Morning);
        var app = Composition.Build(
            [
                "--data", database.Folder, "--urls", "http://127.0.0.1:0", .. TestDatabase.IsPostgres ? ["--ConnectionStrings:Newsroom", database.ConnectionString] : Array.Empty<string>(),
                .. settings.SelectMany(setting => new[] { $"--{setting.Name}", setting.Value }),
            ],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Logging.ClearProviders();
            });
        await Serving.Open(app);
        return new(database, on is null, app, clock);
    }

    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>Asks whether its body is wanted before it sends it, so that a refusal is read and not broken off.</summary>
    public static HttpClient Patient(Uri address) =>
        new(new SocketsHttpHandler { Expect100ContinueTimeout = Patience }) { BaseAddress = address, DefaultRequestHeaders = { ExpectContinue = true } };

    /// <summary>A client with a token of that role.</summary>
    public async Task<HttpClient> Staff(Role role = Role.Editor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var token = await Tokens.Make(scope.ServiceProvider.GetRequiredService<Newsroom>(), role, role.ToString(), Now);
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A story filed by an editor's program, not published.</summary>
    public async Task<Filed> File(object? form = null)
    {
        using var editor = await Staff();
        using var answer = await editor.PostAsJsonAsync("/api/v1/stories", form ?? Copy());
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Filed>())!;
    }

    public async Task<Filed> FileAndPublish(object? form = null)
    {
        var story = await File(form);
        using var published = await Publish(story);
        published.EnsureSuccessStatusCode();
        return (await published.Content.ReadFromJsonAsync<Filed>())!;
    }

    public async Task<HttpResponseMessage> Publish(Filed story)
    {
        using var editor = await Staff();
        return await editor.PostAsync($"/api/v1/stories/{story.Id}/publication", null);
    }

    public async Task<HttpResponseMessage> Kill(Filed story, string why = "Yanlış kişi.")
    {
        using var editor = await Staff();
        return await editor.PostAsJsonAsync($"/api/v1/stories/{story.Id}/kill", new { why });
    }

    public static object Copy(
        string headline = "Iğdır’da ılık bir gün", string edition = "tr", string section = "siyaset", string body = "<p>İlk paragraf.</p>",
        long? translationOf = null, DateTimeOffset? embargo = null) =>
        new
        {
            edition,
            section,
            headline,
            standfirst = "Spot cümlesi.",
            body,
            byline = "Ayşe Yılmaz",
            dateline = "IĞDIR",
            sources = new[] { "Örnek Ajansı" },
            tags = new[] { "hava" },
            translationOf,
            embargo,
        };

    public Task<HttpResponseMessage> Comment(string path, string text, string name = "Okur", string accept = "application/json") =>
        Reader.SendAsync(new(HttpMethod.Post, $"{path}/comments")
        {
            Headers = { { "Accept", accept } },
            Content = new FormUrlEncodedContent([new("name", name), new("text", text)]),
        });

    /// <summary>A document as if the wire had sent it.</summary>
    public Task<IReadOnlyList<Taken>> Deliver(string wire, string document) => Services.GetRequiredService<Intake>().Take(
        Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Wires>>().CurrentValue.Named(wire),
        System.Text.Encoding.UTF8.GetBytes(document), null, null, "test");

    public async Task<string> Page(string path) => await Reader.GetStringAsync(path);

    public async Task<JsonElement> Json(string path) => await Reader.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Asks until the answer is yes; what the newsroom does by itself it does soon, not at once.</summary>
    public static async Task Until(Func<Task<bool>> question, string what)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!await question())
        {
            if (late.IsCancellationRequested) Assert.Fail($"It never happened: {what}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsDatabase) await database.DisposeAsync();
    }
}

/// <summary>A story as the API answers.</summary>
sealed record Filed(long Id, int Revision, string Path, DateTimeOffset? FirstPublished, DateTimeOffset? LastUpdated);
