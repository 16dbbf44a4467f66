using System.Net.Http.Json;
using Manset.Editions;
using Manset.Pictures;
using Manset.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Manset.BrowserTests.Site.DaysPaper))]

namespace Manset.BrowserTests.Site;

/// <summary>A newsroom with a day's news in both editions, and one with none yet. Read by every class, so none may change what another reads.</summary>
public sealed class DaysPaper : IAsyncLifetime
{
    static readonly string[] Pictures = ["ferry", "bridge", "wheat", "stadium", "library", "observatory"];

    /// <summary>Where a form must not come from.</summary>
    public const string Elsewhere = "https://baska.example";

    readonly Dictionary<string, string> stories = [], gone = [];
    TestNewsroom? newsroom, empty;
    int remarks;

    internal TestNewsroom Newsroom => newsroom!;
    internal TestNewsroom Empty => empty!;

    public static IReadOnlyList<string> Editions { get; } = ["tr", "en"];

    /// <summary>Every kind of page that a reader can meet.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "front", "empty front", "section", "empty section", "story", "search", "empty search", "no hits", "not found", "gone", "imprint",
        "approved", "held", "refused", "other site",
    ];

    public async ValueTask InitializeAsync()
    {
        (newsroom, empty) = (await TestNewsroom.Open(), await TestNewsroom.Open());
        var pictures = await Task.WhenAll(Pictures.Select(Keep));
        Filed? original = null;
        foreach (var words in DaysNews.All)
        {
            var killed = await newsroom.FileAndPublish(words.Killed);
            using (var answer = await newsroom.Kill(killed, words.Why)) answer.EnsureSuccessStatusCode();
            gone[words.Edition] = killed.Path;

            var sections = newsroom.Services.GetRequiredService<Paper>().Edition(words.Edition)!.Sections;
            foreach (var (place, headline) in words.Headlines.Index())
            {
                newsroom.Clock.Advance(TimeSpan.FromMinutes(17));
                // The fourth has no picture, and the last section gets no story: lists must hold without either.
                await newsroom.FileAndPublish(words.Story(headline, sections[place % (sections.Count - 1)].Key, place % 4 == 3 ? null : pictures[place % pictures.Length]));
            }

            newsroom.Clock.Advance(TimeSpan.FromMinutes(17));
            var full = await newsroom.FileAndPublish(words.Full(pictures[1], original?.Id));
            original ??= full;
            stories[words.Edition] = full.Path;
            foreach (var remark in words.Remarks)
            {
                newsroom.Clock.Advance(TimeSpan.FromHours(1));
                using var said = await newsroom.Comment(full.Path, remark);
                said.EnsureSuccessStatusCode();
            }

            using var editor = await newsroom.Staff();
            using var corrected = await editor.PostAsJsonAsync($"/api/v1/stories/{full.Id}/corrections", new { note = words.Correction });
            corrected.EnsureSuccessStatusCode();
        }
    }

    public string Story(string edition) => stories[edition];

    public async Task<Uri> Address(string kind, string edition)
    {
        var home = kind.StartsWith("empty", StringComparison.Ordinal) ? Empty : Newsroom;
        var section = home.Services.GetRequiredService<Paper>().Edition(edition)!.Sections[0].Slug;
        if (kind == "search") await Searchable(edition);
        return new(home.Address, kind switch
        {
            "front" or "empty front" => $"/{edition}/",
            "section" or "empty section" => $"/{edition}/{section}/",
            "story" or "approved" or "held" or "refused" or "other site" => Story(edition),
            "search" => $"/{edition}/search?q={DaysNews.Of(edition).Sought}",
            "empty search" => $"/{edition}/search",
            "no hits" => $"/{edition}/search?q=qqqq",
            "not found" => $"/{edition}/yok",
            "gone" => gone[edition],
            "imprint" => $"/{edition}/imprint",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        });
    }

    /// <summary>Leads a page to where a reader would meet this kind, by pressing what a reader would press.</summary>
    public async Task Visit(IPage page, string kind, string edition)
    {
        await page.GotoAsync((await Address(kind, edition)).AbsoluteUri);
        if (TextFor(kind, edition) is { } text) await Say(page, text);
        if (kind == "other site")
        {
            await page.RouteAsync("**/comments", route => route.ContinueAsync(new() { Headers = new Dictionary<string, string>(route.Request.Headers) { ["origin"] = Elsewhere } }));
            await Say(page, "Selam.");
        }
    }

    static readonly System.Text.RegularExpressions.Regex AddressOfForms = new("/comments$");

    public static async Task Say(IPage page, string text)
    {
        var form = page.Locator("#comments > form");
        await form.Locator("[name=name]").FillAsync("Şükran Iğdırlı");
        await form.Locator("[name=text]").FillAsync(text);
        await form.Locator("button").ClickAsync();
        // Asked until it is so: a load that was over before one began to wait for it would never come.
        await Assertions.Expect(page).ToHaveURLAsync(AddressOfForms);
        await page.Locator(".footer").WaitForAsync();
    }

    /// <summary>No two the same, and never many in a short while: the house rules mind both.</summary>
    public string? TextFor(string kind, string edition)
    {
        var number = Interlocked.Increment(ref remarks);
        Newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        var words = DaysNews.Of(edition);
        return kind switch
        {
            "approved" => $"{words.Fair} ({number})",
            "held" => $"{words.Fair} https://a.example/{number} https://b.example/{number}",
            "refused" => $"{words.Loud} {number}",
            _ => null,
        };
    }

    async Task<long> Keep(string name)
    {
        await using var picture = typeof(Composition).Assembly.GetManifestResourceStream($"Demo/Pictures/{name}.jpg")!;
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes);
        var (kept, refusal) = await Newsroom.Services.GetRequiredService<PictureStore>().Keep(bytes.ToArray());
        return kept?.Id ?? throw new InvalidOperationException(refusal);
    }

    Task Searchable(string edition) => TestNewsroom.Until(
        async () => (await Newsroom.Page($"/{edition}/search?q={DaysNews.Of(edition).Sought}")).Contains(Story(edition), StringComparison.Ordinal), "the story is found");

    public async ValueTask DisposeAsync()
    {
        if (newsroom is not null) await newsroom.DisposeAsync();
        if (empty is not null) await empty.DisposeAsync();
    }
}
