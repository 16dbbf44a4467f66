using System.Net;
using Manset.Staff;
using Manset.Tests.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class WireListTests
{
    [Theory]
    [InlineData("IŞIKLI", "aa:1")]
    [InlineData("ışıklı iskele", "aa:1")]
    [InlineData("isikli", "aa:1")]
    [InlineData("İSTANBUL vapur", "aa:1")]
    [InlineData("şampiyon", "aa:2")]
    [InlineData("derbi vapur")]
    [InlineData("%_'\"<script>")]
    [InlineData("", "aa:2", "aa:1")]
    public async Task The_list_is_searched_by_every_word_in_headline_and_text_however_it_is_spelt(string query, params string[] found)
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await newsroom.Send(Item("Işıklı iskele açıldı", body: "İstanbul’da vapur seferleri başladı."));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.Send(Item("Derbide gol yağmuru", "aa:2", "Şampiyon belli oldu.", category: "spor"));

        using var list = await reporter.Read($"/desk/wire?q={Uri.EscapeDataString(query)}");

        var titles = found.Select(guid => guid == "aa:1" ? "Işıklı iskele açıldı" : "Derbide gol yağmuru");
        Assert.Equal(titles, list.QuerySelectorAll("[data-open]").Select(link => link.TextContent));
        Assert.Equal(query, list.QuerySelector("[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_edition_and_section_shows_only_newest_takes_and_goes_on_page_by_page()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await newsroom.Send(Enumerable.Range(0, 60).Select(number => Item($"Haber {number}", $"aa:{number}", category: number % 2 == 0 ? "spor" : "siyaset")));
        await newsroom.Send(Item("Report", "en:1", category: "sport", language: "en"), Item("Haber 0, yeni", "aa:0", version: 2, category: "spor"));

        Assert.Equal(31, (await Titles("/desk/wire?section=sport")).Count);
        Assert.Equal(["Report"], await Titles("/desk/wire?section=sport&edition=en"));
        Assert.Equal(["Haber 0, yeni"], (await Titles("/desk/wire?edition=tr")).Where(title => title.StartsWith("Haber 0", StringComparison.Ordinal)));
        Assert.Empty(await Titles("/desk/wire?section=nowhere&edition=xx"));

        using var first = await reporter.Read("/desk/wire");
        var rest = await Titles(first.QuerySelector("[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(61, first.QuerySelectorAll("[data-open]").Select(link => link.TextContent).Concat(rest).Distinct().Count());

        async Task<IReadOnlyList<string>> Titles(string path)
        {
            using var list = await reporter.Read(path);
            return [.. list.QuerySelectorAll("[data-open]").Select(link => link.TextContent)];
        }
    }

    [Fact]
    public async Task A_story_is_made_of_an_item_once_and_of_a_withdrawn_one_not_at_all()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", "Fırtına bekleniyor.", category: "spor"), Item("Yanlış haber", "aa:3", category: "spor"));
        var item = await Open("Derbi ertelendi");

        using var made = await reporter.Send(item, $"{item}/story");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var story = made.Headers.Location!.OriginalString;
        using var page = await reporter.Read(story);
        Assert.Equal("Derbi ertelendi", page.QuerySelector("[name=headline]")!.TextContent);
        Assert.Contains("Fırtına bekleniyor.", page.QuerySelector("[name=body]")!.TextContent);
        Assert.Null(page.QuerySelector("[name=embargo]"));

        using (var there = await reporter.Read(item)) Assert.Equal(story, there.QuerySelector("[data-key=m]")!.GetAttribute("href"));
        var token = page.QuerySelector("#copy [name=form-token]")!.GetAttribute("value")!;
        using var again = await reporter.Forge($"{item}/story", ("form-token", token));
        Assert.Equal(story, again.Headers.Location!.OriginalString);

        var wrong = await Open("Yanlış haber");
        await newsroom.Send(Item("Yanlış haber", "aa:3", version: 2, status: "killed", category: "spor"));
        using var refused = await reporter.Forge($"{wrong}/story", ("form-token", token));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        using var kept = await reporter.Forge($"{await Open("Yanlış haber")}/story", ("form-token", token));
        Assert.Equal(HttpStatusCode.Conflict, kept.StatusCode);
        using var missing = await reporter.Forge("/desk/wire/999999/story", ("form-token", token));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        async Task<string> Open(string headline)
        {
            using var list = await reporter.Read("/desk/wire");
            return list.QuerySelectorAll("[data-open]").Single(link => link.TextContent == headline).GetAttribute("href")!;
        }
    }

    [Fact]
    public async Task A_newer_take_waits_beside_an_editors_words_until_it_is_taken_or_passed_over()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", "Fırtına bekleniyor.", 1, category: "spor"));
        using var list = await editor.Read("/desk/wire");
        var item = list.QuerySelector("[data-open]")!.GetAttribute("href")!;
        using var made = await editor.Send(item, $"{item}/story");
        var story = made.Headers.Location!.OriginalString;
        using (var saved = await editor.Send(story, story, ("standfirst", "Bizim sözümüz."))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        await newsroom.Send(Item("Derbi yarın oynanacak", "aa:2", "Fırtına dindi.", 2, category: "spor", note: "Saat değişti."));
        using var page = await editor.Read(story);
        var offer = page.QuerySelector(".newer")!;
        Assert.Contains("2. geçiş", offer.TextContent);
        Assert.Contains("Saat değişti.", offer.TextContent);
        Assert.Contains("dindi.", offer.QuerySelectorAll("ins").Select(word => word.TextContent.Trim()));
        Assert.Equal("Derbi ertelendi", page.QuerySelector("[name=headline]")!.TextContent);

        using (var taken = await editor.Send(page, $"{story}/draft/newer-take")) Assert.Equal(story, taken.Headers.Location!.OriginalString);
        using var draft = await editor.Read(story);
        Assert.Equal("Derbi yarın oynanacak", draft.QuerySelector("[name=headline]")!.TextContent);
        Assert.NotNull(draft.QuerySelector(".newer"));

        using (var saved = await editor.Send(draft, story)) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var settled = await editor.Read(story);
        Assert.Null(settled.QuerySelector(".newer"));
        Assert.Equal("Derbi yarın oynanacak", settled.QuerySelector("[name=headline]")!.TextContent);
        var token = settled.QuerySelector("#copy [name=form-token]")!.GetAttribute("value")!;
        using var late = await editor.Forge($"{story}/draft/newer-take", ("form-token", token));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }
}
