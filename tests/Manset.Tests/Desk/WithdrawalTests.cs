using System.Net.Http.Json;
using Manset.Desk;
using Manset.Tests.Wire;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class WithdrawalTests
{
    const string Headline = "Meclis su yasasını görüşüyor";

    [Fact]
    public async Task A_kill_takes_the_story_from_everywhere()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var path = await newsroom.PathOf("aa:1");
        var id = (await newsroom.StoryOf("aa:1"))!.Id;
        Assert.Equal(WireRoom.PlacesOfPolitics, (await newsroom.PlacesThatShow(Headline)).Count);
        Assert.Equal(200, await newsroom.Status(path));

        var taken = await newsroom.Send(Item(version: 2, status: "killed", note: "Kaynak haberi geri çekti."));

        Assert.Equal(Outcome.Killed, Assert.Single(taken).Outcome);
        Assert.Equal(410, await newsroom.Status(path));
        Assert.Equal(410, await newsroom.Status($"/api/v1/stories/{id}"));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));
        using var gone = await newsroom.Reader.GetAsync(path);
        Assert.Contains("Kaynak haberi geri çekti.", await gone.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(null, null)]
    [InlineData(null, 4)]
    public async Task A_kill_that_comes_before_its_item_keeps_it_out(int? kill, int? item)
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: kill, status: "killed"));

        var taken = await newsroom.Send(Item(version: item));

        // A kill that counts no takes and an item of a later take: the agency has sent it anew.
        var anew = item > (kill ?? 1);
        Assert.Equal(anew ? Outcome.Take : Outcome.Killed, Assert.Single(taken).Outcome);
        Assert.Equal(anew, await newsroom.StoryOf("aa:1") is not null);
    }

    [Fact]
    public async Task A_kill_that_counts_no_takes_kills_whatever_came()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 4));

        await newsroom.Send(Item(status: "killed"));

        Assert.Equal(410, await newsroom.Status(await newsroom.PathOf("aa:1")));
    }

    [Fact]
    public async Task What_the_agency_sends_after_a_kill_waits_for_an_editor()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        await newsroom.Send(Item(version: 2, status: "killed"));

        await newsroom.Send(Item(version: 3, body: "Doğrulanmış metin."));

        Assert.Equal(410, await newsroom.Status(await newsroom.PathOf("aa:1")));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));
        var item = await newsroom.Ask(room => room.WireItems.SingleAsync(item => item.Newest));
        var anew = (await newsroom.Services.GetRequiredService<Newsdesk>().FileFrom(item.Id, "Elif Karaca", TestContext.Current.CancellationToken)).Story!;
        Assert.Null(anew.Killed);
        Assert.NotEqual((await newsroom.StoryOf("aa:1"))!.Id, anew.Id);
    }

    [Fact]
    public async Task A_kill_reaches_a_story_that_an_editor_has_touched_or_not_yet_published()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item("Derbi ertelendi", category: "spor", version: 1));
        var item = await newsroom.Ask(room => room.WireItems.SingleAsync());
        await newsroom.Services.GetRequiredService<Newsdesk>().FileFrom(item.Id, "Elif Karaca", TestContext.Current.CancellationToken);

        await newsroom.Send(Item("Derbi ertelendi", category: "spor", version: 2, status: "killed"));

        var story = (await newsroom.StoryOf("aa:1"))!;
        Assert.NotNull(story.Spiked);
        using var publish = await newsroom.Publish(new(story.Id, 1, "", null, null));
        Assert.Equal(409, (int)publish.StatusCode);
    }

    [Fact]
    public async Task What_is_withheld_is_hidden_and_comes_back_when_the_agency_says_so()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var path = await newsroom.PathOf("aa:1");
        var places = await newsroom.PlacesThatShow(Headline);

        await newsroom.Send(Item(version: 2, status: "withheld"));
        Assert.Equal(404, await newsroom.Status(path));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));

        await newsroom.Send(Item(version: 3));
        Assert.Equal(200, await newsroom.Status(path));
        Assert.Equal(places, await newsroom.PlacesThatShow(Headline));
    }

    [Fact]
    public async Task A_withheld_item_goes_out_by_rule_once_it_may_be_used()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1, status: "withheld"));
        Assert.Null(await newsroom.StoryOf("aa:1"));

        await newsroom.Send(Item(version: 2));

        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));
    }
}
