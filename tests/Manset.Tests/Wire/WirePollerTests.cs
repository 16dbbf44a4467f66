using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class WirePollerTests
{
    static IEnumerable<(string, string)> Polled(TestAgency agency, string path = "/feed", string name = "aa", int number = 0, bool near = true) =>
        Line(name, number, ("Address", agency.At(path)), ("AllowPrivate", near ? "true" : "false"), ("Every", "00:01:00"));

    [Fact]
    public async Task A_feed_is_read_published_and_asked_again_with_its_tag_also_after_a_restart()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/feed", Rss(Item()), "\"take-1\"");
        await using var database = await TestDatabase.Create();
        var clock = new FakeTimeProvider(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        await using (var newsroom = await TestNewsroom.Open(database, clock, Polled(agency)))
        {
            await TestNewsroom.Until(async () => await newsroom.StoryOf("aa:1") is not null, "the item became a story");
            await Pass(newsroom, () => agency.Times("/feed") >= 2);
        }
        clock.Advance(TimeSpan.FromMinutes(2));
        await using (var newsroom = await TestNewsroom.Open(database, clock, Polled(agency)))
            await Pass(newsroom, () => agency.Times("/feed") >= 3);

        var asked = agency.Asked.ToList();
        Assert.Null(asked[0].IfNoneMatch);
        Assert.All(asked.Skip(1), request => Assert.Equal("\"take-1\"", request.IfNoneMatch));
    }

    [Fact]
    public async Task A_failing_server_is_asked_less_and_less_and_its_reason_stands()
    {
        await using var agency = await TestAgency.Open();
        agency.Fail("/feed", 500);
        await using var newsroom = await TestNewsroom.Open(null, null, Polled(agency));

        var hours = new List<DateTimeOffset>();
        for (var time = 1; time <= 4; time++)
        {
            await Pass(newsroom, () => agency.Times("/feed") >= time);
            hours.Add(newsroom.Now);
            var failures = time;
            await TestNewsroom.Until(async () => (await State(newsroom))?.Failures >= failures, "the failure was noted");
        }

        var state = (await State(newsroom))!;
        Assert.Contains("500", state.LastRefusal);
        for (var gap = 1; gap < hours.Count; gap++)
            Assert.True(hours[gap] - hours[gap - 1] >= TimeSpan.FromMinutes(0.9 * Math.Pow(2, gap)) - TimeSpan.FromSeconds(20), $"wait {gap}: {hours[gap] - hours[gap - 1]}");

        agency.Serve("/feed", Rss(Item()));
        await Pass(newsroom, () => agency.Times("/feed") >= 5);
        await TestNewsroom.Until(async () => await State(newsroom) is { Failures: 0, LastRefusal: null }, "the failure was forgotten");
    }

    [Fact]
    public async Task A_node_that_stops_in_peace_leaves_its_wires_to_the_next_at_once()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/feed", Rss(Item()));
        await using var database = await TestDatabase.Create();
        var clock = new FakeTimeProvider(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        await using (var newsroom = await TestNewsroom.Open(database, clock, Polled(agency)))
        {
            await TestNewsroom.Until(async () => await State(newsroom) is { LastHeard: not null }, "the feed was read");
            await newsroom.Ask(room => room.WireStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.NextAt, newsroom.Now)));
        }

        // The clock stands still: whoever waited for the lease to run out would wait for ever.
        await using var next = await TestNewsroom.Open(database, clock, Polled(agency));
        await TestNewsroom.Until(() => Task.FromResult(agency.Times("/feed") == 2), "the next node read the feed");
    }

    [Fact]
    public async Task A_node_that_waits_for_a_wire_takes_it_over_in_the_moment_it_is_left()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var agency = await TestAgency.Open();
        agency.Serve("/feed", Rss(Item()));
        await using var database = await TestDatabase.Create();
        var clock = new FakeTimeProvider(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var one = await TestNewsroom.Open(database, clock, Polled(agency));
        await TestNewsroom.Until(async () => await State(one) is { LastHeard: not null }, "the feed was read");
        await using var other = await TestNewsroom.Open(database, clock, Polled(agency));
        await TestNewsroom.Until(() => other.Ask(room => room.WireStates.AnyAsync()), "the other node is there");
        await one.Ask(room => room.WireStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.NextAt, one.Now)));
        Assert.Equal(1, agency.Times("/feed"));

        await one.DisposeAsync();

        await TestNewsroom.Until(() => Task.FromResult(agency.Times("/feed") == 2), "the other node read the feed");
    }

    [Fact]
    public async Task A_server_that_asks_to_be_left_alone_is()
    {
        await using var agency = await TestAgency.Open();
        agency.Fail("/feed", 503, "3600");
        await using var newsroom = await TestNewsroom.Open(null, null, Polled(agency));
        await TestNewsroom.Until(async () => await State(newsroom) is { Failures: 1 }, "it was asked");

        Assert.True((await State(newsroom))!.NextAt >= newsroom.Now.AddHours(1));
    }

    [Fact]
    public async Task A_feed_that_hangs_or_never_ends_holds_up_no_other()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/hang", call => Task.Delay(Timeout.Infinite, call.RequestAborted));
        agency.Serve("/endless", async call =>
        {
            await call.Response.WriteAsync("<rss version=\"2.0\"><channel>");
            while (!call.RequestAborted.IsCancellationRequested) await call.Response.WriteAsync(new string(' ', 1_000_000) + Item());
        });
        agency.Serve("/good", Rss(Item("Sağlam haber", "good:1")));
        await using var newsroom = await TestNewsroom.Open(null, null,
            [.. Polled(agency, "/hang", "hang"), .. Polled(agency, "/endless", "endless", 1), .. Polled(agency, "/good", "good", 2)]);

        await TestNewsroom.Until(async () => await newsroom.StoryOf("good:1") is not null, "the good feed was read");
        await TestNewsroom.Until(async () => await State(newsroom, "endless") is { Failures: 1 }, "the endless feed was given up");
        Assert.Contains("MB", (await State(newsroom, "endless"))!.LastRefusal);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(31));
        await TestNewsroom.Until(async () => await State(newsroom, "hang") is { Failures: 1 }, "the hanging feed was given up");
    }

    [Fact]
    public async Task A_broken_document_shows_its_reason_for_as_long_as_it_stands()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/feed", "<html><body>Bakımdayız</body></html>");
        await using var newsroom = await TestNewsroom.Open(null, null, Polled(agency));
        await TestNewsroom.Until(async () => (await State(newsroom))?.LastRefusal is not null, "the reason was noted");

        await Pass(newsroom, () => agency.Asked.Any(request => request.IfNoneMatch is not null));
        var asked = (await State(newsroom))!;

        Assert.Contains("web page", asked.LastRefusal);
        Assert.Equal(0, asked.Failures);
    }

    [Fact]
    public async Task A_wire_may_not_reach_this_machine_unless_the_settings_say_so()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/feed", Rss(Item()));
        await using var newsroom = await TestNewsroom.Open(null, null, Polled(agency, near: false));

        await TestNewsroom.Until(async () => (await State(newsroom))?.LastRefusal is { Length: > 10 }, "it was refused with its reason");

        Assert.Empty(agency.Asked);
    }

    static Task<WireState?> State(TestNewsroom newsroom, string wire = "aa") =>
        newsroom.Ask(room => room.WireStates.AsNoTracking().FirstOrDefaultAsync(state => state.Wire == wire));

    /// <summary>Lets the newsroom's clock go on, twenty seconds at a time, until something has happened.</summary>
    static Task Pass(TestNewsroom newsroom, Func<bool> happened) => TestNewsroom.Until(async () =>
    {
        if (happened()) return true;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var look = 0; look < 6 && !happened(); look++) await Task.Delay(15);
        return happened();
    }, "the agency was asked");
}
