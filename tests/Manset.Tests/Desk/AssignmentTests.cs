using System.Net.Http.Json;
using Manset.Staff;
using Manset.Tests.Wire;
using Manset.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class AssignmentTests
{
    [Fact]
    public async Task A_rule_publishes_its_part_and_the_rest_waits()
    {
        await using var newsroom = await TestNewsroom.WithWire();

        var taken = await newsroom.Send(Item("Meclis toplandı"), Item("Derbi ertelendi", "aa:2", category: "spor"));

        Assert.All(taken, item => Assert.Equal(Outcome.New, item.Outcome));
        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));
        Assert.Contains("/tr/", await newsroom.PlacesThatShow("Meclis toplandı"));
        Assert.Null(await newsroom.StoryOf("aa:2"));
        Assert.Empty(await newsroom.PlacesThatShow("Derbi ertelendi"));
    }

    [Fact]
    public async Task The_same_again_is_a_repeat_and_changes_nothing()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item());
        var before = await newsroom.StoryOf("aa:1");

        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        var taken = await newsroom.Send(Item());

        Assert.Equal(Outcome.Repeat, Assert.Single(taken).Outcome);
        var after = await newsroom.StoryOf("aa:1");
        Assert.Equal((before!.Latest, before.LastUpdated), (after!.Latest, after.LastUpdated));
    }

    [Fact]
    public async Task A_later_take_updates_the_story_and_its_first_stamp_stays()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var path = await newsroom.PathOf("aa:1");
        Assert.Contains("sabaha dek", await newsroom.Page(path));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(20));
        var taken = await newsroom.Send(Item(body: "Yasa kabul edildi.", version: 2));

        Assert.Equal(Outcome.Take, Assert.Single(taken).Outcome);
        var page = await newsroom.Page(path);
        Assert.Contains("Yasa kabul edildi.", page);
        Assert.DoesNotContain("sabaha dek", page);
        var story = (await newsroom.StoryOf("aa:1"))!;
        Assert.Equal((2, 2), (story.Live, story.Taken));
        Assert.Equal((newsroom.Now - TimeSpan.FromMinutes(20), newsroom.Now), (story.FirstPublished, story.LastUpdated));
    }

    [Fact]
    public async Task A_correction_carries_its_note_to_the_page_even_when_the_words_are_the_same()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));

        await newsroom.Send(Item(body: "Oylamaya 412 vekil katıldı.", version: 2, corrects: true, note: "Katılanların sayısı düzeltildi."));
        await newsroom.Send(Item(body: "Oylamaya 412 vekil katıldı.", version: 3, corrects: true, note: "İlk yazımda başkanın adı da yanlıştı."));

        var page = await newsroom.Page(await newsroom.PathOf("aa:1"));
        Assert.Contains("Katılanların sayısı düzeltildi.", page);
        Assert.Contains("İlk yazımda başkanın adı da yanlıştı.", page);
    }

    [Fact]
    public async Task What_an_editor_touched_is_marked_and_not_overwritten()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var story = (await newsroom.StoryOf("aa:1"))!;
        using var editor = await newsroom.Staff(Role.Editor);
        using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = JsonContent.Create(TestNewsroom.Copy(headline: "Editörün başlığı")),
        });
        saved.EnsureSuccessStatusCode();

        await newsroom.Send(Item("Ajansın yeni başlığı", version: 2));

        story = (await newsroom.StoryOf("aa:1"))!;
        Assert.Equal((2, 2), (story.Latest, story.NewerTake));
        Assert.Empty(await newsroom.PlacesThatShow("Ajansın yeni başlığı"));
    }

    [Fact]
    public async Task A_take_that_comes_after_a_newer_one_changes_nothing()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item("Üçüncü yazım", version: 3));

        await newsroom.Send(Item("İkinci yazım", version: 2));
        await newsroom.Send(Item("Dördüncü yazım", version: 4));

        var page = await newsroom.Page(await newsroom.PathOf("aa:1"));
        Assert.Contains("Dördüncü yazım", page);
        Assert.Empty(await newsroom.PlacesThatShow("İkinci yazım"));
    }

    [Fact]
    public async Task Where_takes_are_not_counted_the_agencys_hour_tells_them_apart()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item("Saat on yazımı", sent: newsroom.Now.AddHours(-1)));

        await newsroom.Send(Item("Saat dokuz yazımı", sent: newsroom.Now.AddHours(-2)));

        Assert.Empty(await newsroom.PlacesThatShow("Saat dokuz yazımı"));
        Assert.NotEmpty(await newsroom.PlacesThatShow("Saat on yazımı"));
    }

    [Fact]
    public async Task Two_wires_may_give_one_name_to_different_things()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line("aa"), .. Line("dha", 1)]);
        await newsroom.Deliver("aa", Rss(Item("Birinci ajansın haberi", "haber:1")));
        await newsroom.Deliver("dha", Rss(Item("İkinci ajansın haberi", "haber:1")));
        await newsroom.Settled();

        await newsroom.Deliver("dha", Rss(Item("İkinci ajansın haberi", "haber:1", status: "killed", version: 2)));
        await newsroom.Settled();

        Assert.NotEmpty(await newsroom.PlacesThatShow("Birinci ajansın haberi"));
        Assert.Empty(await newsroom.PlacesThatShow("İkinci ajansın haberi"));
    }

    [Theory]
    [InlineData("tr", "en")]
    [InlineData("en", "tr")]
    public async Task Translations_find_each_other_by_their_slug_in_either_order(string first, string second)
    {
        await using var newsroom = await TestNewsroom.Open(null, null,
            [.. Line("aa", 0, ("Edition", first)), .. Line("aa-other", 1, ("Edition", second))]);
        await newsroom.Deliver("aa", Rss(Item("Su yasası / Water bill", "a:1", slug: "su-yasasi")));
        await newsroom.Settled();
        var early = await newsroom.Page(await newsroom.PathOf("a:1"));

        await newsroom.Deliver("aa-other", Rss(Item("Water bill / Su yasası", "b:1", slug: "su-yasasi")));
        await newsroom.Settled();

        var (one, other) = (await newsroom.PathOf("a:1"), await newsroom.PathOf("b:1"));
        Assert.DoesNotContain(other, early);
        Assert.Contains(other, await newsroom.Page(one));
        Assert.Contains(one, await newsroom.Page(other));
    }

    [Fact]
    public void A_picture_without_words_does_not_hold_up_the_text()
    {
        var copy = WireItem.Of(
            new() { Guid = "g", Headline = "Başlık", Body = "<p>Metin.</p>" }, new() { Name = "aa" }, "tr", "politics",
            [new("https://a.example/a.jpg", null, null, null, 7)], 1, "", DateTimeOffset.UnixEpoch);

        Assert.Null(Manset.Desk.WireCopy.Unseen(copy).PictureId);
        Assert.Equal(7, Manset.Desk.WireCopy.Of(copy).PictureId);
    }
}
