using Manset.Data;
using Manset.Desk;
using Manset.Ledger;
using Manset.Press;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class RestartTests
{
    const int Items = 40;

    [Fact]
    public async Task What_was_taken_in_before_a_crash_is_published_once_after_it()
    {
        await using var database = await TestDatabase.Create();
        await using (var newsroom = await TestNewsroom.WithWire(database))
            await newsroom.Deliver("aa", Many());

        await using var again = await TestNewsroom.WithWire(database);
        await again.Settled();
        await again.Deliver("aa", Many());
        await again.Settled();

        await EveryItemIsOneStory(again);
    }

    [Fact]
    public async Task What_came_while_nobody_was_there_to_assign_it_is_assigned_later()
    {
        await using var database = await TestDatabase.Create();
        await using (var newsroom = await TestNewsroom.WithWire(database))
        {
            foreach (var follower in newsroom.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<FollowerRun>()) await follower.StopAsync(default);
            await newsroom.Deliver("aa", Many());
            Assert.Equal(0, await newsroom.Ask(room => room.Stories.CountAsync()));
        }

        await using var again = await TestNewsroom.WithWire(database);
        await again.Settled();

        await EveryItemIsOneStory(again);
    }

    [Fact]
    public async Task Two_newsrooms_on_one_database_handle_each_entry_once_and_drop_each_others_plates()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite is for one newsroom.");
        await using var database = await TestDatabase.Create();
        await using var one = await TestNewsroom.WithWire(database);
        await using var other = await TestNewsroom.WithWire(database);
        Assert.DoesNotContain("Haber 1", await one.Page("/tr/"));
        Assert.DoesNotContain("Haber 1", await other.Page("/tr/"));

        await Task.WhenAll(one.Deliver("aa", Many()), other.Deliver("aa", Many()));

        await one.Settled();
        await EveryItemIsOneStory(one);
        await TestNewsroom.Until(async () => (await one.Page("/tr/")).Contains("Haber ", StringComparison.Ordinal), "the front of one changed");
        await TestNewsroom.Until(async () => (await other.Page("/tr/")).Contains("Haber ", StringComparison.Ordinal), "the front of the other changed");

        var path = await one.PathOf("aa:7");
        Assert.Equal((200, 200), (await one.Status(path), await other.Status(path)));
        await one.Deliver("aa", Rss(Item("Haber 7", "aa:7", version: 2, status: "killed")));
        await TestNewsroom.Until(async () => await one.Status(path) == 410 && await other.Status(path) == 410, "both withdrew it");
    }

    static string Many() => Rss(Enumerable.Range(0, Items).Select(number => Item($"Haber {number}", $"aa:{number}")));

    static async Task EveryItemIsOneStory(TestNewsroom newsroom)
    {
        Assert.Equal(Items, await newsroom.Ask(room => room.WireItems.CountAsync()));
        Assert.Equal(Items, await newsroom.Ask(room => room.Stories.CountAsync()));
        Assert.Equal(Items, await newsroom.Ask(room => room.Stories.Select(story => story.Guid).Distinct().CountAsync()));
        Assert.Equal(Items, await newsroom.Ask(room => room.Ledger.CountAsync(entry => entry.Act == Act.Published)));
    }
}
