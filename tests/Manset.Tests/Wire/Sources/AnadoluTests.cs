using Manset.Demo;
using Manset.Desk;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Wire.Sources;

/// <summary>Anadolu Agency's interface for subscribers, as the simulated agency speaks it with all its oddities.</summary>
public sealed class AnadoluTests
{
    static readonly AgencyScript Script = AgencyScript.Load();
    readonly FakeTimeProvider clock = new(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));

    static IEnumerable<(string, string)> Line(Agency agency, string name = "aa", int number = 0, string password = SubscriberDesk.Password) =>
        AgencyCopy.Line(name, number, ("Agency", "Yelkovan Ajansı"), ("Edition", "tr"), ("Every", "00:00:10"), ("AllowPrivate", "true"),
            ("Anadolu:Address", agency.Address.ToString()), ("Anadolu:User", SubscriberDesk.User), ("Anadolu:Password", password));

    Task<Agency> Open(Oddities? oddities = null, int port = 0) =>
        Agency.Start(Script, clock, CancellationToken.None, port, new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero), oddities);

    [Fact]
    public async Task The_whole_script_comes_through_every_oddity_once_with_its_pictures()
    {
        await using var agency = await Open();
        await using var newsroom = await TestNewsroom.Open(null, clock, Line(agency));
        var first = Script.After(TimeSpan.Zero).Count();
        await Pass(newsroom, room => room.WireItems.CountAsync(), count => count >= first, "the first items came");
        await Until(newsroom, TimeSpan.FromMinutes(3));
        var sent = Script.Events.Where(happening => happening.Takes[0].At <= TimeSpan.FromMinutes(2)).ToList();
        await Pass(newsroom, room => room.WireItems.Select(item => item.Guid).Distinct().CountAsync(), count => count >= sent.Count, "all items came");

        var items = await newsroom.Ask(room => room.WireItems.AsNoTracking().ToListAsync());
        Assert.Equal(items.Count, items.Select(item => (item.Guid, item.Version, item.Fingerprint)).Distinct().Count());
        Assert.All(items, item => Assert.StartsWith("aa:text:20261122:", item.Guid));
        Assert.All(items, item => Assert.DoesNotContain("(AA)", item.Body));
        Assert.All(items, item => Assert.DoesNotContain("&amp;quot;", item.Body));
        Assert.Contains(items, item => item.Status is WireStatus.Killed);
        await Pass(newsroom, async room => (await room.WireItems.AsNoTracking().Where(item => item.Newest).ToListAsync()).Count(item => item.Pictures.Any(picture => picture.Id is null)), missing => missing == 0, "every picture came");
        var pictured = await newsroom.Ask(room => room.WireItems.AsNoTracking().Where(item => item.Newest).ToListAsync());
        Assert.Contains(pictured, item => item.Pictures.Any(picture => picture.Address.Contains("aa:picture", StringComparison.Ordinal)));
        Assert.Contains(pictured, item => item.Pictures.Any(picture => picture.Address.Contains("multitoken", StringComparison.Ordinal)));
        NeverTooSoon(agency);
    }

    [Fact]
    public async Task Two_wires_of_one_account_keep_its_pause_between_them()
    {
        await using var agency = await Open();
        await using var newsroom = await TestNewsroom.Open(null, clock, [.. Line(agency), .. Line(agency, "aa-2", 1)]);

        var first = Script.After(TimeSpan.Zero).Count();
        await Pass(newsroom, room => room.WireItems.CountAsync(), count => count >= 2 * first, "both wires have the first items");

        NeverTooSoon(agency);
        Assert.DoesNotContain(agency.Subscribers.Asked, request => request.At == default);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_it_and_nothing_more_is_asked()
    {
        await using var agency = await Open();
        await using var newsroom = await TestNewsroom.Open(null, clock, Line(agency, password: "yanlis-parola"));

        await Pass(newsroom, room => room.WireStates.AnyAsync(state => state.LastRefusal != null), yes => yes, "the refusal was noted");

        var refusal = await newsroom.Ask(room => room.WireStates.Select(state => state.LastRefusal).SingleAsync());
        Assert.Contains("401", refusal);
        Assert.DoesNotContain("yanlis", refusal);
    }

    [Fact]
    public async Task A_refusal_within_an_answer_that_says_200_is_a_refusal_and_haste_is_mended_by_waiting()
    {
        var odd = new Oddities { LockedOut = true };
        await using var agency = await Open(odd);
        await using var newsroom = await TestNewsroom.Open(null, clock, Line(agency));
        await Pass(newsroom, room => room.WireStates.Select(state => state.LastRefusal).FirstOrDefaultAsync(), said => said?.Contains("401", StringComparison.Ordinal) == true, "the refusal was noted");
        Assert.Equal(0, await newsroom.Ask(room => room.Set<SourceMark>().CountAsync()));

        (odd.LockedOut, odd.Busy) = (false, 3);
        await Pass(newsroom, room => room.WireItems.CountAsync(), count => count >= Script.After(TimeSpan.Zero).Count(), "the items came");
        await Pass(newsroom, room => room.WireStates.Select(state => state.Failures).SingleAsync(), failures => failures == 0, "the failure was forgotten");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Restarts_of_either_side_at_any_moment_lose_no_item_and_double_none(int seed)
    {
        var chance = new Random(seed);
        await using var database = await TestDatabase.Create();
        var agency = await Open();
        var port = agency.Address.Port;
        try
        {
            for (var restart = 0; restart < 5; restart++)
            {
                var newsroom = await TestNewsroom.Open(database, clock, Line(agency));
                // Some requests further, wherever that is: in a search, between a document and its mark, before a picture.
                var (asked, more) = (agency.Subscribers.Asked.Count, chance.Next(1, 15));
                await Step(() => agency.Subscribers.Asked.Count >= asked + more);
                if (chance.Next(2) == 0)
                {
                    await agency.DisposeAsync();
                    agency = await Open(port: port);
                    await Step(() => agency.Subscribers.Asked.Count >= chance.Next(1, 4));
                }
                await newsroom.DisposeAsync();
                clock.Advance(TimeSpan.FromSeconds(chance.Next(1, 40)));
            }
            await using var last = await TestNewsroom.Open(database, clock, Line(agency));
            var due = Script.Events.Count(happening => happening.Takes[0].At <= clock.GetUtcNow() - new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
            await Pass(last, room => room.WireItems.Select(item => item.Guid).Distinct().CountAsync(), count => count >= due, "every item came");
            await Pass(last, room => room.Set<Arrival>().CountAsync(arrival => arrival.Done == null), count => count == 0, "nothing waits");
            await last.Settled();

            var items = await last.Ask(room => room.WireItems.AsNoTracking().ToListAsync());
            Assert.Equal(items.Count, items.Select(item => (item.Guid, item.Fingerprint)).Distinct().Count());
            var stories = await last.Ask(room => room.Stories.Where(story => story.Guid != null).Select(story => story.Guid).ToListAsync());
            Assert.Equal(stories.Count, stories.Distinct().Count());
        }
        finally
        {
            await agency.DisposeAsync();
        }
    }

    static void NeverTooSoon(Agency agency)
    {
        var hours = agency.Subscribers.Asked.Select(request => request.At).ToList();
        Assert.NotEmpty(hours);
        Assert.All(hours.Zip(hours.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(500), $"{pair.First:O} {pair.Second:O}"));
    }

    Task Until(TestNewsroom newsroom, TimeSpan passed) => Step(() => newsroom.Now >= new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero) + passed, 2000);

    /// <summary>Until it has happened, or for a while: in between there may be nothing to ask for.</summary>
    async Task Step(Func<bool> happened, int most = 120)
    {
        for (var step = 0; step < most && !happened(); step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            // An answer takes its time on a busy machine, while a quarter of a second goes by here.
            await Task.Delay(20);
        }
    }

    async Task Pass<T>(TestNewsroom newsroom, Func<Manset.Data.Newsroom, Task<T>> question, Func<T, bool> enough, string what)
    {
        for (var round = 0; round < 200; round++)
        {
            if (enough(await newsroom.Ask(question))) return;
            await Step(() => false, 10);
        }
        Assert.Fail($"It never happened: {what}. The wire says: {await newsroom.Ask(room => room.WireStates.Select(state => state.LastRefusal).FirstOrDefaultAsync())}");
    }
}
