using System.Net.Http.Json;
using Manset.Tests.Wire;
using Manset.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class EmbargoTests
{
    const string Headline = "Meclis su yasasını görüşüyor";

    [Fact]
    public async Task Nothing_of_an_embargoed_item_shows_anywhere_and_at_the_hour_it_goes_out_by_rule()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var hour = newsroom.Now.AddHours(3);
        var taken = await newsroom.Send(Item(embargo: hour));
        Assert.Equal(Outcome.Embargoed, Assert.Single(taken).Outcome);

        newsroom.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        await newsroom.Settled();
        Assert.Empty(await newsroom.PlacesThatShow(Headline));
        Assert.Null(await newsroom.StoryOf("aa:1"));

        await newsroom.ComeTo(hour);
        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));
        Assert.Equal(WireRoom.PlacesOfPolitics, (await newsroom.PlacesThatShow(Headline)).Count);
    }

    [Fact]
    public async Task An_embargo_on_a_live_story_hides_it_and_at_the_hour_it_is_back_everywhere_with_the_newer_words()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var (path, id) = (await newsroom.PathOf("aa:1"), (await newsroom.StoryOf("aa:1"))!.Id);
        var places = await newsroom.PlacesThatShow(Headline);
        var hour = newsroom.Now.AddHours(2);

        await newsroom.Send(Item(version: 2, embargo: hour, body: "Ambargolu ek."));
        Assert.Equal(404, await newsroom.Status(path));
        Assert.Equal(404, await newsroom.Status($"/api/v1/stories/{id}"));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));

        await newsroom.ComeTo(hour);
        Assert.Equal(places, await newsroom.PlacesThatShow(Headline));
        Assert.Contains("Ambargolu ek.", await newsroom.Page(path));
        var story = (await newsroom.StoryOf("aa:1"))!;
        Assert.Equal(2, story.Live);
        Assert.True(story.LastUpdated >= hour);
    }

    [Fact]
    public async Task An_embargo_that_is_only_put_on_and_ends_brings_back_the_lists_that_were_made_without_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var places = await newsroom.PlacesThatShow(Headline);
        var hour = newsroom.Now.AddHours(2);
        await newsroom.Send(Item(version: 2, embargo: hour));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));

        await newsroom.ComeTo(hour);

        Assert.Equal(places, await newsroom.PlacesThatShow(Headline));
        Assert.Equal(1, (await newsroom.StoryOf("aa:1"))!.Live);
    }

    [Fact]
    public async Task An_agency_may_end_its_embargo_early_or_move_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1, embargo: newsroom.Now.AddHours(1)), Item("Ertelenen haber", "aa:2", version: 1, embargo: newsroom.Now.AddHours(1)));

        await newsroom.Send(Item(version: 2), Item("Ertelenen haber", "aa:2", version: 2, embargo: newsroom.Now.AddHours(5)));
        Assert.NotEmpty(await newsroom.PlacesThatShow(Headline));

        await newsroom.ComeTo(newsroom.Now.AddHours(2));
        Assert.Empty(await newsroom.PlacesThatShow("Ertelenen haber"));
        await newsroom.ComeTo(newsroom.Now.AddHours(3));
        Assert.NotEmpty(await newsroom.PlacesThatShow("Ertelenen haber"));
    }

    [Fact]
    public async Task An_embargo_binds_a_story_that_an_editor_has_touched()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var (story, path) = ((await newsroom.StoryOf("aa:1"))!, await newsroom.PathOf("aa:1"));
        using var editor = await newsroom.Staff();
        using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = JsonContent.Create(TestNewsroom.Copy(headline: "Editörün başlığı")),
        });
        saved.EnsureSuccessStatusCode();
        var hour = newsroom.Now.AddHours(1);

        await newsroom.Send(Item(version: 2, embargo: hour));
        Assert.Equal(404, await newsroom.Status(path));

        await newsroom.ComeTo(hour);
        Assert.Equal(200, await newsroom.Status(path));
        Assert.Equal(1, (await newsroom.StoryOf("aa:1"))!.Live);
    }

    [Fact]
    public async Task A_kill_of_an_embargoed_item_outlives_its_hour()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var hour = newsroom.Now.AddHours(1);
        await newsroom.Send(Item(version: 1, embargo: hour));
        await newsroom.Send(Item(version: 2, embargo: hour, status: "killed"));

        await newsroom.ComeTo(hour.AddMinutes(1));

        Assert.Null(await newsroom.StoryOf("aa:1"));
        Assert.Empty(await newsroom.PlacesThatShow(Headline));
    }

    [Fact]
    public async Task An_embargo_without_an_hour_waits_for_an_editor()
    {
        await using var newsroom = await TestNewsroom.WithWire();

        await newsroom.Send(Item("AMBARGOLU: Meclis yarın toplanıyor"));

        Assert.Null(await newsroom.StoryOf("aa:1"));
    }
}
