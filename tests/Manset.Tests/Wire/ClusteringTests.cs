using System.Net;
using AngleSharp.Dom;
using Manset.Data;
using Manset.Staff;
using Manset.Tests.Desk;
using Manset.Wire;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

/// <summary>What agencies send of one event stands together at the desk, whoever sent it, in whatever words and language.</summary>
public sealed class ClusteringTests
{
    const string Fire =
        "Çanakkale’nin Eceabat ilçesinde çıkan orman yangınına 14 uçak ve 27 helikopterle müdahale ediliyor. Vali İlhami Aktaş, Yolağzı köyünde 120 hanenin boşaltıldığını, "
        + "yaralanan olmadığını söyledi. Rüzgârın hızı saatte 55 kilometreye ulaştı; Çanakkale Boğazı gemi trafiğine kapatıldı. Aktaş, söndürme çalışmalarına 860 kişinin katıldığını belirtti.";

    const string FireElsewhere =
        "ÇANAKKALE'NİN Eceabat ilçesinde çıkan orman yangınına 14 uçak, 27 helikopterle müdahale ediliyor. Vali İlhami Aktaş, Yolağzı köyünde 120 hanenin boşaltıldığını, yaralanan olmadığını söyledi. "
        + "Çanakkale Boğazı gemi trafiğine kapatıldı. Aktaş, söndürme çalışmalarına 860 kişinin katıldığını belirtti.";

    const string FireInEnglish =
        "Fourteen planes and 27 helicopters are fighting a forest fire near Eceabat in the Turkish province of Çanakkale. The governor, İlhami Aktaş, said 120 houses had been evacuated in the village of "
        + "Yolağzı and nobody was injured. Wind speeds reached 55 kilometres an hour and the strait was closed to ships. Some 860 people are taking part, Aktaş said.";

    const string OtherFire =
        "Antalya’nın Kaş ilçesinde makilik alanda çıkan yangın, 6 uçak ve 9 helikopterin müdahalesiyle iki saatte kontrol altına alındı. Kaş Belediye Başkanı Erol Demirhan, "
        + "Gökseki mahallesinde 15 evin boşaltıldığını, dumandan etkilenen üç kişinin hastaneye götürüldüğünü söyledi. Soğutma çalışmaları sürüyor; yolun açılması bekleniyor.";

    static Task<TestNewsroom> Open() => TestNewsroom.Open(settings: [.. Line(more: ("Agency", "AA")), .. Line("iha", 1, ("Agency", "İHA")), .. Line("reuters", 2, ("Agency", "Reuters"))]);

    static async Task Send(TestNewsroom newsroom, string wire, params string[] items)
    {
        await newsroom.Deliver(wire, Rss(items));
        await newsroom.Settled();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(7));
    }

    static async Task<TestNewsroom> WithFires()
    {
        var newsroom = await Open();
        await Send(newsroom, "aa", Item("Eceabat’ta orman yangını", "aa:1", Fire, category: "spor"));
        await Send(newsroom, "iha", Item("Kaş’ta yangın söndürüldü", "iha:8", OtherFire, category: "spor"));
        await Send(newsroom, "iha", Item("Çanakkale’de yangın: 120 hane boşaltıldı", "iha:9", FireElsewhere, category: "spor", more: "<m:urgency>2</m:urgency>"));
        await Send(newsroom, "reuters", Item("Forest fire closes Turkish strait", "r:1", FireInEnglish, category: "sport", language: "en"));
        return newsroom;
    }

    static async Task<IReadOnlyList<string>> Titles(AtTheDesk person, string path = "/desk/wire")
    {
        using var list = await person.Read(path);
        return [.. list.QuerySelectorAll("[data-open]").Select(link => link.TextContent)];
    }

    static Task<long> IdOf(TestNewsroom newsroom, string guid) => newsroom.Ask(room => room.WireItems.Newest.Where(item => item.Guid == guid).Select(item => item.Id).SingleAsync());

    [Fact]
    public async Task The_list_shows_an_event_once_under_its_most_urgent_item_and_opens_to_the_others()
    {
        await using var newsroom = await WithFires();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);

        Assert.Equal(["Çanakkale’de yangın: 120 hane boşaltıldı", "Kaş’ta yangın söndürüldü"], await Titles(reporter));
        using var list = await reporter.Read("/desk/wire");
        var others = Assert.Single(list.QuerySelectorAll(".tellings"));
        Assert.Equal("Aynı olaydan 2 haber daha, 3 ajans", others.QuerySelector("summary")!.TextContent);
        Assert.Equal(["Eceabat’ta orman yangını", "Forest fire closes Turkish strait"], others.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Equal(["tr", "en"], others.QuerySelectorAll("a").Select(link => link.GetAttribute("lang")));

        Assert.Equal(["Forest fire closes Turkish strait"], await Titles(reporter, "/desk/wire?edition=en"));
        Assert.Equal(["Eceabat’ta orman yangını"], await Titles(reporter, "/desk/wire?q=r%C3%BCzg%C3%A2r"));
    }

    [Fact]
    public async Task An_items_page_lists_its_companions_with_agency_hour_and_language()
    {
        await using var newsroom = await WithFires();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);

        using var page = await reporter.Read($"/desk/wire/{await IdOf(newsroom, "r:1")}");
        var companions = page.QuerySelectorAll(".companions li");
        Assert.Equal(["AA · 09.00 · tr", "İHA · 09.14 · tr"], companions.Select(line => line.QuerySelector(".sub")!.TextContent));
        Assert.Equal(["Eceabat’ta orman yangını", "Çanakkale’de yangın: 120 hane boşaltıldı"], companions.Select(line => line.QuerySelector("a")!.TextContent));
        Assert.Null(page.QuerySelector(".companions form"));
    }

    [Fact]
    public async Task An_editor_takes_an_item_out_and_puts_it_back_and_no_later_take_moves_it()
    {
        await using var newsroom = await WithFires();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var (english, turkish) = (await IdOf(newsroom, "r:1"), await IdOf(newsroom, "aa:1"));

        using (var taken = await editor.Send($"/desk/wire/{english}", $"/desk/wire/{english}/cluster/removal")) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("Forest fire closes Turkish strait", await Titles(editor));
        await Send(newsroom, "reuters", Item("Forest fire closes strait", "r:1", FireInEnglish, 2, category: "sport", language: "en"));
        Assert.Contains("Forest fire closes strait", await Titles(editor));

        var newest = await IdOf(newsroom, "r:1");
        using (var alone = await editor.Read($"/desk/wire/{newest}"))
        {
            Assert.Empty(alone.QuerySelectorAll(".companions li"));
            Assert.Contains("Editor çıkardı", alone.QuerySelector(".companions")!.TextContent);
            using var refused = await editor.Send(alone, $"/desk/wire/{newest}/cluster", ("beside", "bir şey"));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            using var itself = await editor.Send(alone, $"/desk/wire/{newest}/cluster", ("beside", $"{english}"));
            Assert.Equal(HttpStatusCode.Conflict, itself.StatusCode);
            using var put = await editor.Send(alone, $"/desk/wire/{newest}/cluster", ("beside", $"https://haber.example/desk/wire/{turkish}?x=1"));
            Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        }
        Assert.DoesNotContain("Forest fire closes strait", await Titles(editor));
        using var back = await editor.Read($"/desk/wire/{newest}");
        Assert.Equal(2, back.QuerySelectorAll(".companions li").Length);
        Assert.Contains("Editor kattı", back.QuerySelector(".companions")!.TextContent);
        Assert.Equal(2, await newsroom.Ask(room => room.Placements.CountAsync()));
    }

    [Fact]
    public async Task A_reporter_may_not_move_items()
    {
        await using var newsroom = await WithFires();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        var item = $"/desk/wire/{await IdOf(newsroom, "r:1")}";
        using var page = await reporter.Read(item);
        var token = page.QuerySelector("[name=form-token]")!.GetAttribute("value")!;

        using var refused = await reporter.Forge($"{item}/cluster/removal", ("form-token", token));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, await newsroom.Ask(room => room.Placements.CountAsync()));
    }

    [Fact]
    public async Task What_an_agency_took_back_stays_in_its_cluster_and_gathers_nothing()
    {
        await using var newsroom = await Open();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await Send(newsroom, "aa", Item("Eceabat’ta orman yangını", "aa:1", Fire, 1, category: "spor"));
        await Send(newsroom, "aa", Item("Eceabat’ta orman yangını", "aa:1", Fire, 2, "killed", category: "spor"));
        await Send(newsroom, "iha", Item("Çanakkale’de yangın", "iha:9", FireElsewhere, category: "spor"));
        Assert.Equal(2, (await Titles(reporter)).Count);
        Assert.Equal(0, await newsroom.Ask(room => room.Clusters.CountAsync()));

        await Send(newsroom, "reuters", Item("Forest fire closes Turkish strait", "r:1", FireInEnglish, 1, category: "sport", language: "en"));
        await Send(newsroom, "reuters", Item("Forest fire closes Turkish strait", "r:1", FireInEnglish, 2, "killed", category: "sport", language: "en"));
        using var page = await reporter.Read($"/desk/wire/{await IdOf(newsroom, "iha:9")}");
        Assert.NotNull(Assert.Single(page.QuerySelectorAll(".companions li")).QuerySelector(".killed"));
        Assert.Equal(["Çanakkale’de yangın", "Eceabat’ta orman yangını"], await Titles(reporter));
    }

    [Fact]
    public async Task The_same_words_days_later_are_another_event_and_old_days_are_swept()
    {
        await using var newsroom = await Open();
        await Send(newsroom, "aa", Item("Eceabat’ta orman yangını", "aa:1", Fire, category: "spor"));
        newsroom.Clock.Advance(TimeSpan.FromDays(4));
        await Send(newsroom, "iha", Item("Eceabat’ta orman yangını", "iha:1", Fire, category: "spor"));
        Assert.Equal(0, await newsroom.Ask(room => room.Clusters.CountAsync()));
        Assert.Equal(2, await newsroom.Ask(room => room.WireMarks.Select(row => row.Companion).Distinct().CountAsync()));

        newsroom.Clock.Advance(TimeSpan.FromDays(4));
        await Send(newsroom, "aa", Item("Kaş’ta yangın", "aa:2", OtherFire, category: "spor"));
        Assert.Equal(2, await newsroom.Ask(room => room.WireMarks.Select(row => row.Companion).Distinct().CountAsync()));
    }
}
