using Manset.Data;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class IntakeTests
{
    [Fact]
    public async Task One_bad_item_loses_no_other()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        // A database that refuses a value is hard to come by once everything is checked at the door, so this one is made to.
        await newsroom.Ask(room => TestDatabase.IsPostgres
            ? room.Database.ExecuteSqlRawAsync("alter table wire_items add check (headline <> 'Bozuk')")
            : room.Database.ExecuteSqlRawAsync("create trigger refusing before insert on wire_items when new.headline = 'Bozuk' begin select raise(abort, 'refused'); end"));

        var taken = await newsroom.Send(Item("Birinci", "a"), Item("Bozuk", "b"), Item("Üçüncü", "c"));

        Assert.Equal([Outcome.New, Outcome.Refused, Outcome.New], taken.Select(item => item.Outcome));
        Assert.NotEmpty(taken[1].Error!);
        Assert.NotNull(await newsroom.StoryOf("a"));
        Assert.NotNull(await newsroom.StoryOf("c"));
        Assert.Equal(1, await newsroom.Ask(room => room.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task Copy_for_no_edition_is_refused_by_name_and_its_neighbours_are_taken()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line("aa"), .. Line("lost", 1, ("Edition", "de"))]);

        var taken = await newsroom.Send(Item("Almanca", "a", language: "de"), Item("Türkçe", "b", language: "tr-TR"), Item("English", "c", language: "en"));
        Assert.Equal([Outcome.Refused, Outcome.New, Outcome.New], taken.Select(item => item.Outcome));
        Assert.Contains("'de'", taken[0].Error);

        var lost = await newsroom.Deliver("lost", Rss(Item(guid: "d")));
        Assert.Equal("There is no edition 'de'.", Assert.Single(lost).Error);
    }

    [Fact]
    public async Task A_section_that_the_edition_does_not_have_breaks_no_page()
    {
        await using var newsroom = await TestNewsroom.Open(null, null,
            [("Wires:Lines:0:Name", "aa"), ("Wires:Lines:0:Section", "astrology"), ("Wires:Lines:0:Publish:0:Urgency", "8")]);

        await newsroom.Send(Item("Burçlar", category: "Astroloji", more: "<m:urgency>5</m:urgency>"));

        var path = await newsroom.PathOf("aa:1");
        Assert.StartsWith("/tr/siyaset/", path);
        Assert.Equal(200, await newsroom.Status(path));
    }

    [Theory]
    [InlineData("DHA-Spor", "sport")]
    [InlineData("Dünya", "world")]
    [InlineData("medtop:20000574", "politics")]
    [InlineData("subj:15054000", "sport")]
    [InlineData("DÜNYA", "world")]
    [InlineData("Kültür-Sanat", "culture")]
    [InlineData("Bilim ve Teknoloji", "science")]
    [InlineData("SAĞLIK", "health")]
    [InlineData("Gündem", "turkey")]
    [InlineData("World news", "world")]
    [InlineData("Football", "sport")]
    [InlineData("Futbol", "sport")]
    [InlineData("haberler/ekonomi", "economy")]
    [InlineData("medtop:15000000", "sport")]
    public async Task Agencies_own_categories_find_our_sections(string category, string section)
    {
        await using var newsroom = await TestNewsroom.WithWire();

        await newsroom.Send(Item(category: category));

        Assert.Equal(section, await newsroom.Ask(room => room.WireItems.Select(item => item.Section).SingleAsync()));
    }

    [Fact]
    public async Task Text_that_no_database_holds_is_mended_at_the_door()
    {
        var item = new Dispatch { Guid = "a\0b", Headline = "Yarım \uD83D harf", Body = "<p>\uDC00 ve \U0001F30D</p>", Keywords = ["\0"] }.Sound();

        Assert.Equal(("ab", "Yarım \uFFFD harf", "<p>\uFFFD ve \U0001F30D</p>", ""), (item.Guid, item.Headline, item.Body, item.Keywords[0]));

        await using var newsroom = await TestNewsroom.WithWire();
        var taken = await newsroom.Deliver("aa", Rss(Item("Boş &#0; ve &#xD83D; harf", body: "&#0; &#xDFFF; &lt;p&gt;\u0001", more: "<m:byline>&amp;#0;</m:byline>")).Replace("&amp;#", "&#", StringComparison.Ordinal));
        Assert.NotEmpty(taken);
        Assert.All(taken, each => Assert.True(each.Outcome is Outcome.New || each.Error is not null));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("1900-01-01T00:00:00+14:00")]
    [InlineData("9000-12-31T23:59:59-14:00")]
    public async Task Dates_at_the_ends_of_time_stop_nothing(string date)
    {
        await using var newsroom = await TestNewsroom.WithWire();

        var taken = await newsroom.Send(
            Item("Tarihi tuhaf", more: $"<dc:date>{date}</dc:date><pubDate>{date}</pubDate>"), Item("Ambargosu tuhaf", "aa:2", more: $"<m:embargo>{date}</m:embargo>"));

        Assert.DoesNotContain(taken, item => item.Outcome is Outcome.Refused);
        Assert.NotNull(await newsroom.StoryOf("aa:1"));
        Assert.Equal(200, await newsroom.Status("/tr/"));
    }

    [Fact]
    public async Task Absurd_sizes_are_cut_and_shown()
    {
        await using var newsroom = await TestNewsroom.WithWire();

        var taken = await newsroom.Send(
            Item(new string('a', 5_000_000), new string('g', 100_000), slug: new string('s', 100_000)), Item("Uzun metin", "aa:2", string.Join(' ', Enumerable.Repeat("söz", 2_000_000))));

        Assert.All(taken, item => Assert.Equal(Outcome.New, item.Outcome));
        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:2")));
    }
}
