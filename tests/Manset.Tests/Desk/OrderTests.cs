using System.Text;
using System.Text.Json;
using Manset.Desk;
using Manset.Ledger;
using Manset.Tests.Data;
using Manset.Tests.Wire;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

/// <summary>Agencies deliver twice, late and in the wrong order, and clocks jump.</summary>
public sealed class OrderTests
{
    const string Headline = "Meclis su yasasını görüşüyor";

    [Fact]
    public async Task Two_agencies_with_the_same_guid_are_two_items()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line("aa"), .. Line("bb", 1)]);
        await newsroom.Deliver("aa", Rss(Item("Birinci ajansın haberi", "1", version: 1)));
        await newsroom.Deliver("bb", Rss(Item("İkinci ajansın haberi", "1", version: 1)));
        await newsroom.Settled();

        await newsroom.Deliver("bb", Rss(Item("İkinci ajansın haberi", "1", version: 2, status: "killed")));
        await newsroom.Settled();

        Assert.NotEmpty(await newsroom.PlacesThatShow("Birinci ajansın haberi"));
        Assert.Empty(await newsroom.PlacesThatShow("İkinci ajansın haberi"));
    }

    [Fact]
    public async Task Takes_that_come_in_the_wrong_order_and_again_end_as_the_newest_says()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        foreach (var version in new[] { 3, 1, 2, 3, 1 }) await newsroom.Send(Item(version: version, body: $"Geçiş {version}."));

        Assert.Contains("Geçiş 3.", await newsroom.Page(await newsroom.PathOf("aa:1")), StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.Ask(room => room.Ledger.CountAsync(entry => entry.Act == Act.Published)));
        Assert.Equal(3, await newsroom.Ask(room => room.WireItems.CountAsync()));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_turns_no_stamp_back_and_hides_nothing_that_was_out()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var hour = newsroom.Now.AddHours(1);
        await newsroom.Send(Item(version: 1, embargo: hour));
        await newsroom.ComeTo(hour);
        var before = (await newsroom.StoryOf("aa:1"))!;

        newsroom.Clock.AdjustTime(hour.AddMinutes(-30));
        await newsroom.Send(Item(version: 2, body: "Saat geri alınınca."));

        var after = (await newsroom.StoryOf("aa:1"))!;
        Assert.Equal((before.FirstPublished, before.LastUpdated), (after.FirstPublished, after.LastUpdated));
        Assert.Contains("Saat geri alınınca.", await newsroom.Page(await newsroom.PathOf("aa:1")), StringComparison.Ordinal);
        Assert.Equal(WireRoom.PlacesOfPolitics, (await newsroom.PlacesThatShow(Headline)).Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_is_noticed_although_it_wakes_nobody()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var hour = newsroom.Now.AddHours(5);
        await newsroom.Send(Item(version: 1, embargo: hour));

        newsroom.Clock.AdjustTime(hour);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        await TestNewsroom.Until(async () => await newsroom.StoryOf("aa:1") is not null, "the embargo was lifted");
    }

    [Fact]
    public async Task An_embargo_that_ends_early_is_over_for_what_an_editor_has_touched_too()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Staff.Role.Editor);
        await newsroom.Send(Item(version: 1));
        var (story, path) = ((await newsroom.StoryOf("aa:1"))!, await newsroom.PathOf("aa:1"));
        using (var saved = await editor.Send($"/desk/stories/{story.Id}", $"/desk/stories/{story.Id}", ("standfirst", "Bizim spotumuz."))) Assert.Equal(302, (int)saved.StatusCode);
        await newsroom.Send(Item(version: 2, embargo: newsroom.Now.AddHours(5)));
        Assert.Equal(404, await newsroom.Status(path));

        await newsroom.Send(Item(version: 3));

        Assert.Equal(200, await newsroom.Status(path));
    }

    [Fact]
    public async Task An_embargo_ends_to_the_second_when_the_node_that_took_the_item_is_dead()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.Create();
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "settings.json"), """{ "Wires": { "Lines": [{ "Name": "aa", "Edition": "tr", "Publish": [{ "Sections": ["politics"] }] }] } }""");
        var token = (await TestProgram.Run(database, ["token", "--role", "agency", "--wire", "aa"])).Output.Trim();
        await using var dies = await TestProgram.Serve(database);
        await using var lives = await TestProgram.Serve(database);
        using var reader = new HttpClient { BaseAddress = lives.Address };
        using var agency = new HttpClient { BaseAddress = dies.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        await Push("Isınma haberi", "aa:0", null);
        // Embargoes are written to the second.
        var hour = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 15);
        Assert.Contains("embargoed", await Push(Headline, "aa:1", hour), StringComparison.Ordinal);

        await dies.Kill();
        while (TimeProvider.System.GetUtcNow() < hour)
        {
            var early = await reader.GetStringAsync("/tr/");
            Assert.True(!early.Contains(Headline, StringComparison.Ordinal) || TimeProvider.System.GetUtcNow() >= hour, "It is out before its hour");
            await Task.Delay(100);
        }

        var first = DateTimeOffset.MaxValue;
        await TestNewsroom.Until(async () =>
        {
            var list = await reader.GetStringAsync("/api/v1/stories?edition=tr");
            if (list.Contains(Headline, StringComparison.Ordinal))
                first = JsonDocument.Parse(list).RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("headline").GetString() == Headline).GetProperty("firstPublished").GetDateTimeOffset();
            return first < DateTimeOffset.MaxValue;
        }, "it is out");
        TestContext.Current.TestOutputHelper?.WriteLine($"out {(first - hour).TotalMilliseconds:0} ms after its hour");
        Assert.InRange(first - hour, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains(Headline, await reader.GetStringAsync("/tr/"), StringComparison.Ordinal);

        async Task<string> Push(string headline, string guid, DateTimeOffset? embargo)
        {
            using var answer = await agency.PostAsync("/api/v1/wires/aa/items", new StringContent(Rss(Item(headline, guid, version: 1, embargo: embargo)), Encoding.UTF8, "application/rss+xml"));
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
