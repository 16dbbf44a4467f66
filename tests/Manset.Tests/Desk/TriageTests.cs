using System.Net;
using AngleSharp.Html.Dom;
using Manset.Staff;
using Manset.Tests.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class TriageTests
{
    [Fact]
    public async Task An_item_is_seen_set_aside_and_brought_back_by_forms_alone_and_says_by_whom()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var ece = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Ece");
        using var can = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Can");
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", version: 1, category: "spor"));
        var item = await Open(ece);

        await Act(ece, item, "Seen");
        using (var list = await can.Read("/desk/wire"))
        {
            Assert.Contains("Ece gördü", list.QuerySelector("[data-wire] tbody tr")!.TextContent);
            Assert.Null(list.QuerySelector("tr.unread"));
        }
        Assert.Empty(await Titles(can, "/desk/wire?state=open"));
        Assert.Single(await Titles(can, "/desk/wire?state=seen"));

        await Act(can, item, "Undo");
        Assert.Single(await Titles(ece, "/desk/wire?state=open"));
        await Act(can, item, "Ignored");
        Assert.Empty(await Titles(ece, "/desk/wire"));
        Assert.Single(await Titles(ece, "/desk/wire?state=ignored"));

        using (var page = await ece.Read(item))
        {
            var log = page.QuerySelector(".handlings")!.TextContent;
            Assert.Contains("Ece gördü", log);
            Assert.Contains("Can geri aldı", log);
            Assert.Contains("Can listeden kaldırdı", log);
        }

        await newsroom.Send(Item("Derbi yarın", "aa:2", version: 2, category: "spor"));
        Assert.Equal(["Derbi yarın"], await Titles(ece, "/desk/wire?state=open"));
    }

    [Fact]
    public async Task An_item_sent_to_another_section_stays_there_through_its_takes_and_its_story_until_it_is_undone()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var ece = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Ece");
        await newsroom.Send(Item("Kulüp vergi borcunu ödedi", "aa:2", version: 1, category: "spor"));
        var item = await Open(ece);

        await Act(ece, item, "Assigned", "economy");
        Assert.Single(await Titles(ece, "/desk/wire?section=economy"));
        Assert.Empty(await Titles(ece, "/desk/wire?section=sport"));

        await newsroom.Send(Item("Kulüp borcun tamamını ödedi", "aa:2", version: 2, category: "spor"));
        Assert.Equal(["Kulüp borcun tamamını ödedi"], await Titles(ece, "/desk/wire?section=economy"));

        using (var refused = await Post(ece, item, "Assigned", "nowhere")) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await Act(ece, item, "Undo");
        using var page = await ece.Read(item);
        Assert.Contains("Spor", page.QuerySelector(".facts")!.TextContent);
    }

    [Fact]
    public async Task A_search_is_kept_for_one_member_or_for_all_counts_what_is_unseen_and_finds_narrower_subjects()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var ece = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Ece");
        using var can = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Can");
        await newsroom.Send(Item("İlk", "aa:1", category: "siyaset"));

        using (var kept = await ece.Send("/desk/wire?subject=medtop:15000000", "/desk/wire/searches", ("name", "Spor"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using (var kept = await ece.Send("/desk/wire?q=deprem", "/desk/wire/searches", ("name", "Deprem"), ("shared", "true"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using (var nameless = await ece.Send("/desk/wire?q=deprem", "/desk/wire/searches", ("name", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);

        await newsroom.Send(Item("Depremde yıkılan sahada maç", "aa:2", category: "medtop:20000822"), Item("Yağmur", "aa:3"));
        using (var list = await ece.Read("/desk/wire")) Assert.Equal([("Spor", "1"), ("Deprem", "1")], Tabs(list));
        using (var list = await can.Read("/desk/wire")) Assert.Equal(["Deprem"], Tabs(list).Select(tab => tab.Name));

        using var page = await ece.Read("/desk/wire");
        var tab = page.QuerySelector("[data-tab]")!.GetAttribute("href")!;
        using (var opened = await ece.Read(tab))
        {
            Assert.Equal(["Depremde yıkılan sahada maç"], opened.QuerySelectorAll("[data-open]").Select(link => link.TextContent));
            Assert.Equal([("Spor", "0"), ("Deprem", "1")], Tabs(opened));
        }

        using var others = await can.Read("/desk/wire");
        var shared = others.QuerySelector("[data-tab]")!;
        using (var notTheirs = await can.Send(shared.GetAttribute("href")!, $"/desk/wire/searches/{shared.GetAttribute("data-tab")}", ("sound", "true"))) Assert.Equal(HttpStatusCode.Redirect, notTheirs.StatusCode);
        using (var called = await can.Read("/desk/wire")) Assert.NotNull(called.QuerySelector("[data-tab]")!.GetAttribute("data-sound"));
        using (var quiet = await ece.Read("/desk/wire")) Assert.All(quiet.QuerySelectorAll("[data-tab]"), each => Assert.Null(each.GetAttribute("data-sound")));

        static IEnumerable<(string Name, string Unseen)> Tabs(IHtmlDocument list) => list.QuerySelectorAll("[data-tab]")
            .Select(tab => (tab.FirstChild!.TextContent.Trim(), tab.QuerySelector("[data-unseen]")!.GetAttribute("data-unseen")!));
    }

    static async Task Act(AtTheDesk who, string item, string act, string section = "")
    {
        using var done = await Post(who, item, act, section);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    static Task<HttpResponseMessage> Post(AtTheDesk who, string item, string act, string section = "") => who.Send(item, $"{item}/handling", ("act", act), ("section", section));

    static async Task<string> Open(AtTheDesk who)
    {
        using var list = await who.Read("/desk/wire");
        return list.QuerySelector("[data-open]")!.GetAttribute("href")!;
    }

    static async Task<IReadOnlyList<string>> Titles(AtTheDesk who, string path)
    {
        using var list = await who.Read(path);
        return [.. list.QuerySelectorAll("[data-open]").Select(link => link.TextContent)];
    }
}
