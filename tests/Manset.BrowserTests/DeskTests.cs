using System.Text;
using Manset.Comments;
using Manset.Desk;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Manset.BrowserTests;

/// <summary>The desk in a real browser: by the keyboard alone, and for everyone.</summary>
public sealed class DeskTests(Chromium chromium)
{
    const string Email = "ece@example.com", Password = "uzun bir parola";

    [Fact]
    public async Task A_wire_item_becomes_a_published_story_by_the_keyboard_alone()
    {
        await using var newsroom = await Newsroom.Open();
        await newsroom.Deliver();
        var page = await chromium.Open(new(newsroom.Address, "/desk/"));
        await SignIn(page);

        await page.Keyboard.PressAsync("j");
        Assert.Equal("Iğdır’da ılık bir gün", await Focused(page));
        await PressAndGo(page, "Enter");
        Assert.Contains("/desk/wire/", page.Url, StringComparison.Ordinal);
        await PressAndGo(page, "m");

        var headline = page.Locator("[name=headline]");
        await headline.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Jale Şişli’de j ve k ile yazdı");
        await page.Locator("[data-saved]", new() { HasTextString = "Taslak saklandı" }).WaitForAsync();
        await page.FrameLocator("[data-preview]").GetByRole(AriaRole.Heading, new() { Name = "Jale Şişli’de j ve k ile yazdı" }).WaitForAsync();

        await page.ReloadAsync();
        Assert.Equal("Jale Şişli’de j ve k ile yazdı", await headline.InputValueAsync());

        await PressAndGo(page, "Control+s");
        Assert.Equal("Jale Şişli’de j ve k ile yazdı", await page.InnerTextAsync("h1"));
        await PressAndGo(page, "Control+Enter");
        Assert.Contains("Yayında", await page.InnerTextAsync(".desk-head"), StringComparison.Ordinal);

        await page.GotoAsync(new Uri(newsroom.Address, "/tr/").AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jale Şişli’de j ve k ile yazdı" }).First.WaitForAsync();
    }

    [Fact]
    public async Task A_moderator_approves_by_the_keyboard_alone()
    {
        await using var newsroom = await Newsroom.Open();
        await newsroom.HoldAComment();
        var page = await chromium.Open(new(newsroom.Address, "/desk/comments"));
        await SignIn(page);

        await page.Keyboard.PressAsync("r");
        Assert.Equal("why", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.Keyboard.TypeAsync("aj"); // What is typed is typed: no key acts while a field has the focus.
        Assert.Equal("aj", await page.InputValueAsync("[name=why]"));

        await page.ReloadAsync();
        await PressAndGo(page, "a");
        await page.Locator(".empty").WaitForAsync();
    }

    static readonly string[] Paths =
    [
        "/desk/wire", "/desk/wire/1", "/desk/stories", "/desk/stories/new", "/desk/stories/1", "/desk/stories/1/history", "/desk/stories/1/history/1",
        "/desk/stories/2", "/desk/stories/2/newer-take", "/desk/stories/3", "/desk/stories/3/history", "/desk/alarms",
        "/desk/comments", "/desk/comments?list=refused", "/desk/rules", "/desk/rules?edition=en", "/desk/nowhere"
    ];

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-GB")]
    public async Task Every_page_of_the_desk_is_valid(string language)
    {
        Validity.IsKnown();
        await using var newsroom = await Newsroom.Open();
        await newsroom.Deliver();
        await newsroom.HoldAComment();
        await newsroom.HearFromTheAgency();
        var page = await chromium.Open(new(newsroom.Address, "/desk/sign-in"), language);
        await SignIn(page);

        var pages = new Dictionary<string, string>();
        foreach (var path in Paths)
        {
            var answer = await page.GotoAsync(new Uri(newsroom.Address, path).AbsoluteUri);
            pages[$"{pages.Count}{path.Replace('/', ' ').Replace('?', ' ')}"] = await answer!.TextAsync();
        }
        await Validity.Passes(pages);
    }

    [Theory]
    [InlineData("tr-TR", false)]
    [InlineData("tr-TR", true)]
    [InlineData("en-GB", false)]
    [InlineData("en-GB", true)]
    public async Task Every_page_of_the_desk_shuts_nobody_out(string language, bool dark)
    {
        await using var newsroom = await Newsroom.Open();
        await newsroom.Deliver();
        await newsroom.HoldAComment();
        await newsroom.HearFromTheAgency();
        var page = await chromium.Open(new(newsroom.Address, "/desk/sign-in"), language, dark: dark);
        await Axe.Passes(page);
        await SignIn(page);

        foreach (var path in Paths)
        {
            await page.GotoAsync(new Uri(newsroom.Address, path).AbsoluteUri);
            await Axe.Passes(page);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{path} is wider than the window");
        }

        await page.GotoAsync(new Uri(newsroom.Address, "/desk/rules").AbsoluteUri);
        await page.FillAsync("[name=text]", "SEN TAM BİR APTALSIN VE BUNU HERKES BİLİYOR");
        await page.ClickAsync(".trial-form button");
        await page.Locator("[data-decision]").WaitForAsync();
        await Axe.Passes(page);
    }

    [Theory]
    [InlineData("tr-TR", 390, false)]
    [InlineData("en-GB", 1280, true)]
    public async Task A_tried_text_shows_its_verdict_to_everyone_and_without_a_script(string language, int width, bool dark)
    {
        await using var newsroom = await Newsroom.Open();
        var page = await chromium.Open(new(newsroom.Address, "/desk/rules"), language, width, scripts: false, dark: dark);
        await page.FillAsync("[name=email]", Email);
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync(".sign-in button");

        await page.FillAsync("[name=text]", "SEN TAM BİR APTALSIN VE BUNU HERKES BİLİYOR, " + new string('ğ', 300));
        await page.FocusAsync("[name=section]");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-decision]").WaitForAsync();

        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), "The page is wider than the window");
        Assert.NotEmpty(await page.Locator(".trial-outcome mark").AllAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task A_newer_take_is_merged_by_the_keyboard_alone_and_without_a_script(int width, bool scripts)
    {
        await using var newsroom = await Newsroom.Open();
        await newsroom.Deliver();
        await newsroom.HoldAComment();
        await newsroom.HearFromTheAgency();
        var page = await chromium.Open(new(newsroom.Address, "/desk/stories/2/newer-take"), "tr-TR", width, scripts: scripts);
        await page.FillAsync("[name=email]", Email);
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync(".sign-in button");
        Assert.Equal(2, await page.Locator(".merge-question").CountAsync());

        if (scripts) await PressAndGo(page, "t");
        else await page.Locator("[data-key=t]").PressAsync("Enter");
        await page.Locator(".merge-question.conflict").WaitForAsync();
        Assert.Equal(1, await page.Locator(".merge-question").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), "The page is wider than the window");

        await page.Locator(".conflict [value=New]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name=headline]").WaitForAsync();
        Assert.Equal("Köprü yarın açılıyor", await page.InputValueAsync("[name=headline]"));
        Assert.Contains("Üç şerit", await page.InputValueAsync("[name=body]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    static async Task SignIn(IPage page)
    {
        await page.Locator("[name=email]").FocusAsync();
        await page.Keyboard.TypeAsync(Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Password);
        await PressAndGo(page, "Enter");
    }

    /// <summary>Presses a key that leads to another page, and waits until that page is there.</summary>
    static async Task PressAndGo(IPage page, string key)
    {
        var there = new TaskCompletionSource();
        page.Load += (_, _) => there.TrySetResult();
        await page.Keyboard.PressAsync(key);
        await there.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");

    /// <summary>A whole newsroom in a folder of its own, with one editor.</summary>
    sealed class Newsroom(WebApplication app, DirectoryInfo folder) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.First());

        public static async Task<Newsroom> Open()
        {
            var folder = Directory.CreateTempSubdirectory("manset-browser-");
            var app = Composition.Build(["--data", folder.FullName, "--urls", "http://127.0.0.1:0"], builder => builder.Logging.ClearProviders());
            await Serving.Open(app);
            await app.Services.GetRequiredService<Welcome>().Add(Email, "Ece", Role.Editor, Password);
            return new(app, folder);
        }

        public Task<IReadOnlyList<Taken>> Deliver() => app.Services.GetRequiredService<Intake>().Take(new() { Name = "ajans", Edition = "tr" }, Encoding.UTF8.GetBytes("""
            <rss version="2.0"><channel><title>Ajans</title><link>https://ajans.example/</link><description>Haberler</description>
            <item><guid isPermaLink="false">1</guid><title>Iğdır’da ılık bir gün</title><description>Kayısı ağaçları çiçek açtı. Üreticiler umutlu.</description></item>
            </channel></rss>
            """), null, null, "test");

        /// <summary>Story 2 has a newer take beside the editor's words; story 3 was killed by its agency.</summary>
        public async Task HearFromTheAgency()
        {
            await Send(("köprü", 1, "Köprü bugün açılıyor", "İki şerit var.", ""), ("baraj", 1, "Barajda su azaldı", "Doluluk yüzde 20.", ""));
            var desk = app.Services.GetRequiredService<Newsdesk>();
            foreach (var id in new[] { 2, 3 })
            {
                var story = (await desk.FileFrom(id, "Ece")).Story!;
                await desk.Save(story.Id, 1, new() { Edition = "tr", Section = story.Copy.Section, Headline = $"{story.Copy.Headline}, bizce", Body = story.Copy.Body }, "Ece");
                await desk.Publish(story.Id, "Ece");
            }
            await Send(("köprü", 2, "Köprü yarın açılıyor", "Üç şerit var.", ""), ("baraj", 2, "Barajda su azaldı", "Doluluk yüzde 20.", "killed"));
            await using var scope = app.Services.CreateAsyncScope();
            var room = scope.ServiceProvider.GetRequiredService<Manset.Data.Newsroom>();
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!await room.Stories.AnyAsync(story => story.NewerTake != null, late.Token) || !await room.Receipts.AnyAsync(receipt => receipt.GoneAt != null, late.Token)) await Task.Delay(50, late.Token);
        }

        Task<IReadOnlyList<Taken>> Send(params IEnumerable<(string Guid, int Version, string Headline, string Text, string Status)> items) =>
            app.Services.GetRequiredService<Intake>().Take(new() { Name = "ajans", Edition = "tr" }, Encoding.UTF8.GetBytes($"""
                <rss version="2.0" xmlns:m="https://manset.example/ns/wire"><channel><title>Ajans</title><link>https://ajans.example/</link><description>Haberler</description>
                {string.Concat(items.Select(item => $"<item><guid isPermaLink=\"false\">{item.Guid}</guid><title>{item.Headline}</title><description>{item.Text}</description><m:version>{item.Version}</m:version><m:status>{item.Status}</m:status></item>"))}
                </channel></rss>
                """), null, null, "test");

        public async Task HoldAComment()
        {
            var edition = app.Services.GetRequiredService<Paper>().Edition("tr")!;
            var desk = app.Services.GetRequiredService<Newsdesk>();
            var filed = await desk.File(edition, new() { Section = "politics", Headline = "Şişli’de ılık bir gün", Body = "<p>İlk paragraf.</p>" }, "Ece");
            await desk.Publish(filed.Story!.Id, "Ece");
            var sent = await app.Services.GetRequiredService<Submission>().Send(edition, filed.Story.Id, new("Okur", "Bu kanal lan, şu site de iyi: https://a.example ve https://b.example"), null);
            Assert.False(sent.Comment!.Shown);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
