using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Manset.Staff;
using Manset.Tests.Wire;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

/// <summary>How much of a story is agency copy, where the desk and programs of the staff see it.</summary>
public sealed class WireShareTests
{
    const string Text =
        "Marmara Denizi'nde etkili olan fırtına nedeniyle İstanbul Boğazı çift yönlü olarak gemi trafiğine kapatıldı. "
        + "Kıyı Emniyeti Genel Müdürlüğü, iki römorkörün yola çıktığını ve yaralanan olmadığını bildirdi. Sefer yapacak 21 gemi Ahırkapı açıklarında bekliyor.";

    static Task<TestNewsroom> Open() => TestNewsroom.Open(settings: [.. Line(more: ("Agency", "AA")), .. Line("iha", 1, ("Agency", "İHA"))]);

    static async Task<string> StoryFrom(TestNewsroom newsroom, AtTheDesk person, string guid)
    {
        var item = $"/desk/wire/{await newsroom.Ask(room => room.WireItems.Where(row => row.Guid == guid).Select(row => row.Id).FirstAsync())}";
        using var made = await person.Send(item, $"{item}/story");
        await newsroom.Settled();
        return made.Headers.Location!.OriginalString;
    }

    [Fact]
    public async Task A_story_shows_its_share_and_whose_words_stand_where()
    {
        await using var newsroom = await Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        await newsroom.Send(Item("Boğaz gemi trafiğine kapatıldı", "aa:1", Text, category: "spor"));
        await newsroom.Deliver("iha", Rss(Item("İstanbul Boğazı kapandı", "iha:1", Text + " Vali Hasan Kaya, okulların yarın tatil edildiğini de duyurdu.", category: "spor")));
        await newsroom.Settled();
        var story = await StoryFrom(newsroom, editor, "aa:1");

        using (var untouched = await editor.Read($"{story}/wire-share")) Assert.Contains("%100 ", untouched.QuerySelector(".share-sum")!.TextContent);

        using (await editor.Send(story, story, ("headline", "Fırtınada Boğaz’a kilit"), ("body",
            "Dün başlayan lodos ulaşımı vurdu. “KIYI EMNİYETİ Genel Müdürlüğü iki römorkörün yola çıktığını” açıkladı.\n\nVali Hasan Kaya, okulların yarın tatil edildiğini de ekledi."))) { }
        await newsroom.Settled();
        using var page = await editor.Read($"{story}/wire-share");
        Assert.Equal(["KIYI EMNİYETİ Genel Müdürlüğü iki römorkörün yola çıktığını", "Vali Hasan Kaya, okulların yarın tatil edildiğini de"],
            page.QuerySelectorAll(".share-text mark").Select(mark => mark.TextContent));
        Assert.Equal(["AA", "İHA"], page.QuerySelectorAll(".share-text mark").Select(mark => mark.GetAttribute("title")));

        using var opened = await editor.Read(story);
        Assert.Equal($"{story}/wire-share", opened.QuerySelector(".desk-head a[href$=wire-share]")!.GetAttribute("href"));
        using var list = await editor.Read("/desk/stories");
        var meter = list.QuerySelector("meter.share")!;
        Assert.Equal(page.QuerySelector(".share-sum meter")!.GetAttribute("value"), meter.GetAttribute("value"));
        Assert.InRange(int.Parse(meter.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture), 50, 70);
    }

    [Fact]
    public async Task Words_of_an_earlier_take_are_the_agencys_too()
    {
        await using var newsroom = await Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        await newsroom.Send(Item("Boğaz gemi trafiğine kapatıldı", "aa:1", Text, 1, category: "spor"));
        var story = await StoryFrom(newsroom, editor, "aa:1");
        await newsroom.Send(Item("Boğaz açıldı", "aa:1", "Trafik yeniden başladı.", 2, category: "spor"));

        using var page = await editor.Read($"{story}/wire-share");

        Assert.Contains("%100 ", page.QuerySelector(".share-sum")!.TextContent);
    }

    [Fact]
    public async Task A_story_of_our_own_has_no_share()
    {
        await using var newsroom = await Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var filed = await newsroom.File();
        await newsroom.Settled();

        using var page = await editor.Read($"/desk/stories/{filed.Id}/wire-share");
        Assert.Empty(page.QuerySelectorAll("article mark"));
        Assert.NotNull(page.QuerySelector(".empty"));
        using var list = await editor.Read("/desk/stories");
        Assert.Null(list.QuerySelector("meter"));
        using var missing = await editor.Get("/desk/stories/999999/wire-share");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Programs_of_the_staff_read_the_share_with_its_spans_and_others_do_not()
    {
        await using var newsroom = await Open();
        await newsroom.Send(Item("Meclis su yasasını görüşüyor", "aa:1", Text));
        var id = (await newsroom.StoryOf("aa:1"))!.Id;
        using var reporter = await newsroom.Staff(Role.Reporter);

        var share = await reporter.GetFromJsonAsync<JsonElement>($"/api/v1/stories/{id}/wire-share");

        Assert.Equal(100, share.GetProperty("percent").GetInt32());
        Assert.Equal("AA", share.GetProperty("sources")[0].GetProperty("agency").GetString());
        var body = share.GetProperty("spans").EnumerateArray().Single(span => span.GetProperty("field").GetString() == "body");
        Assert.Equal((0, Text.Length - 1), (body.GetProperty("start").GetInt32(), body.GetProperty("end").GetInt32()));
        using var stranger = await newsroom.Reader.GetAsync($"/api/v1/stories/{id}/wire-share");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var missing = await reporter.GetAsync("/api/v1/stories/999999/wire-share");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
