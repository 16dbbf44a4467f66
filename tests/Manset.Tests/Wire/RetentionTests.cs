using Manset.Ledger;
using Manset.Staff;
using Manset.Tests.Desk;
using Manset.Wire;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

/// <summary>A wire is kept as long as its line says, and never less than a story needs.</summary>
public sealed class RetentionTests
{
    const string Text = "Fırtına nedeniyle İstanbul Boğazı çift yönlü olarak gemi trafiğine kapatıldı; Kıyı Emniyeti iki römorkörün yola çıktığını, yaralanan olmadığını bildirdi.";

    static Task<TestNewsroom> Open(string keepFor) => TestNewsroom.Open(settings: [.. Line(more: [("KeepFor", keepFor)]), .. Line("iha", 1)]);

    /// <summary>Another node has the turn, so that nothing goes but when a test says so.</summary>
    static async Task<TestNewsroom> Keeping(string keepFor = "30")
    {
        var newsroom = await Open(keepFor);
        var never = newsroom.Now.AddYears(1);
        await TestNewsroom.Until(() => newsroom.Ask(room => room.Leases.AnyAsync(lease => lease.Name == "retention")), "the first run took its turn");
        await newsroom.Ask(room => room.Leases.Where(lease => lease.Name == "retention").ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, "another").SetProperty(lease => lease.Until, never)));
        return newsroom;
    }

    static async Task<IReadOnlyList<string>> Guids(TestNewsroom newsroom) =>
        await newsroom.Ask(room => room.WireItems.OrderBy(item => item.Id).Select(item => $"{item.Wire}/{item.Guid}/{item.Take}").ToListAsync());

    /// <summary>The hour of the run comes.</summary>
    static async Task Pass(TestNewsroom newsroom, TimeSpan time)
    {
        await newsroom.Settled();
        newsroom.Clock.Advance(time);
        await newsroom.Services.GetRequiredService<Retention>().LetGo(() => Task.FromResult(true), CancellationToken.None);
    }

    [Fact]
    public async Task What_is_past_its_time_goes_with_its_delivery_and_all_that_hung_on_it()
    {
        await using var newsroom = await Keeping();
        await newsroom.Send(Item("Boğaz kapandı", "aa:1", Text, category: "spor"));
        await newsroom.Deliver("iha", Rss(Item("Boğaz kapandı", "iha:1", Text, category: "spor")));
        await newsroom.Settled();
        Assert.Equal(1, await newsroom.Ask(room => room.Clusters.CountAsync()));

        await Pass(newsroom, TimeSpan.FromDays(29));
        Assert.Equal(2, (await Guids(newsroom)).Count);

        await Pass(newsroom, TimeSpan.FromDays(2));
        Assert.Equal(["iha/iha:1/1"], await Guids(newsroom));
        Assert.Equal(["iha"], await newsroom.Ask(room => room.Deliveries.Select(row => row.Wire).ToListAsync()));
        Assert.Equal(["iha"], await newsroom.Ask(room => room.Companions.Select(row => row.Wire).ToListAsync()));
        var entry = await newsroom.Ask(room => room.Ledger.SingleAsync(entry => entry.Act == Act.Cleared));
        Assert.Equal(("aa", "1"), (entry.By, entry.Fact("items")));
    }

    [Fact]
    public async Task What_a_story_was_made_from_stays_with_all_its_takes()
    {
        await using var newsroom = await Keeping();
        await newsroom.Send(Item("Meclis toplandı", "aa:1", Text, 1));
        await newsroom.Send(Item("Meclis yine toplandı", "aa:1", Text, 2), Item("Derbi ertelendi", "aa:2", Text, category: "spor"));
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await newsroom.Send(Item("Kupa", "aa:3", category: "spor"));
        var item = await newsroom.Ask(room => room.WireItems.Where(row => row.Guid == "aa:3").Select(row => row.Id).SingleAsync());
        using (await reporter.Send($"/desk/wire/{item}", $"/desk/wire/{item}/story")) { }

        await Pass(newsroom, TimeSpan.FromDays(60));

        Assert.Equal(["aa/aa:1/1", "aa/aa:1/2", "aa/aa:3/1"], await Guids(newsroom));
        // The delivery of the second take still holds it, though its neighbour went.
        Assert.Equal(3, await newsroom.Ask(room => room.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task A_young_take_keeps_the_old_ones_and_an_embargo_keeps_its_item()
    {
        await using var newsroom = await Keeping();
        await newsroom.Send(Item("Boğaz kapandı", "aa:1", Text, 1, category: "spor"), Item("Rapor", "aa:2", Text, category: "spor", embargo: newsroom.Now.AddDays(40)));
        await Pass(newsroom, TimeSpan.FromDays(25));
        await newsroom.Send(Item("Boğaz açıldı", "aa:1", Text, 2, category: "spor"));

        await Pass(newsroom, TimeSpan.FromDays(10));
        Assert.Equal(["aa/aa:1/1", "aa/aa:2/1", "aa/aa:1/2"], await Guids(newsroom));

        await newsroom.ComeTo(newsroom.Now.AddDays(10));
        await Pass(newsroom, TimeSpan.FromDays(20));
        Assert.Empty(await Guids(newsroom));
    }

    [Fact]
    public async Task What_went_does_not_come_back_while_its_feed_still_lists_it()
    {
        await using var newsroom = await Keeping();
        var old = Item("Boğaz kapandı", "aa:1", Text, category: "spor", sent: newsroom.Now);
        await newsroom.Send(old);
        await Pass(newsroom, TimeSpan.FromDays(31));

        var taken = await newsroom.Send(old, Item("Boğaz açıldı", "aa:2", Text, category: "spor", sent: newsroom.Now));

        Assert.Equal([Outcome.Repeat, Outcome.New], taken.Select(each => each.Outcome));
        Assert.Equal(["aa/aa:2/1"], await Guids(newsroom));
    }

    [Fact]
    public async Task Many_go_in_small_turns_and_a_node_that_loses_its_turn_stops()
    {
        await using var newsroom = await Keeping("1");
        for (var delivery = 0; delivery < 52; delivery++) await newsroom.Deliver("aa", Rss(Item($"Haber {delivery}", $"aa:{delivery}", category: "spor")));
        await newsroom.Settled();
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        var retention = newsroom.Services.GetRequiredService<Retention>();

        var foreseen = Assert.Single(await retention.Foresee(CancellationToken.None));
        Assert.Equal(("aa", 52, 52), (foreseen.Wire, foreseen.Items, foreseen.Deliveries));
        Assert.Equal(52, (await Guids(newsroom)).Count);

        var turns = 0;
        await retention.LetGo(() => Task.FromResult(turns++ < 1), CancellationToken.None);
        Assert.Equal(2, (await Guids(newsroom)).Count);

        var gone = Assert.Single(await retention.LetGo(() => Task.FromResult(true), CancellationToken.None));
        Assert.Equal((2, 2), (gone.Items, gone.Deliveries));
        Assert.Empty(await Guids(newsroom));
        Assert.Equal(0, await newsroom.Ask(room => room.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task The_run_itself_comes_every_hour()
    {
        await using var newsroom = await Open("1");
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", Text, category: "spor"));

        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        await TestNewsroom.Until(async () =>
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
            return (await Guids(newsroom)).Count == 0;
        }, "the old item went");
    }
}
