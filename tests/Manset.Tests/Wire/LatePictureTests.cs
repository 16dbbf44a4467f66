using Manset.Desk;
using Manset.Ledger;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class LatePictureTests
{
    static readonly DateTimeOffset Morning = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_picture_that_hung_is_asked_for_again_after_a_restart_and_joins_the_story_that_went_out_without_it()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/vapur.jpg", call => Task.Delay(Timeout.Infinite, call.RequestAborted));
        agency.Serve("/feed", Rss(Item(version: 1, picture: agency.At("/vapur.jpg"), corrects: true, note: "Bir not.")));
        await using var database = await TestDatabase.Create();
        var clock = new FakeTimeProvider(Morning);
        string path;
        await using (var newsroom = await Reading(agency, database, clock))
        {
            await TestNewsroom.Until(() => Task.FromResult(agency.Times("/vapur.jpg") == 1), "the picture was asked for");
            await Pass(newsroom, TimeSpan.FromSeconds(1), async () => await newsroom.StoryOf("aa:1") is not null);
            path = await newsroom.PathOf("aa:1");
            Assert.DoesNotContain("/pictures/", await newsroom.Page(path));
            Assert.Equal(1, await newsroom.Ask(room => room.LatePictures.CountAsync()));
        }

        agency.Serve("/vapur.jpg", Jpeg());
        await using var again = await Reading(agency, database, clock);
        await Pass(again, TimeSpan.FromSeconds(5), () => again.Ask(async room => !await room.LatePictures.AnyAsync()));
        await again.Settled();

        var page = await again.Page(path);
        Assert.Contains("/pictures/", page);
        Assert.Contains("Köprüde bir vapur", page);
        Assert.DoesNotContain("Bir not.", page);
        Assert.Equal(1, await again.Ask(room => room.Stories.CountAsync()));
    }

    [Fact]
    public async Task An_editors_words_are_left_alone_and_the_wire_item_has_the_picture()
    {
        await using var agency = await TestAgency.Open();
        agency.Fail("/vapur.jpg", 503);
        agency.Serve("/feed", Rss(Item(version: 1, picture: agency.At("/vapur.jpg"))));
        await using var newsroom = await Reading(agency);
        await TestNewsroom.Until(async () => await newsroom.StoryOf("aa:1") is not null, "the story is out");
        var story = (await newsroom.StoryOf("aa:1"))!;
        using var editor = await newsroom.Staff();
        using var saving = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = System.Net.Http.Json.JsonContent.Create(TestNewsroom.Copy("Bizim başlığımız")),
        };
        using var saved = await editor.SendAsync(saving, TestContext.Current.CancellationToken);
        saved.EnsureSuccessStatusCode();

        agency.Serve("/vapur.jpg", Jpeg());
        await Pass(newsroom, TimeSpan.FromSeconds(5), () => newsroom.Ask(async room => !await room.LatePictures.AnyAsync()));
        await newsroom.Settled();

        Assert.Equal(2, (await newsroom.StoryOf("aa:1"))!.Latest);
        Assert.NotNull(Assert.Single((await newsroom.Ask(room => room.WireItems.AsNoTracking().SingleAsync())).Pictures).Id);
    }

    [Fact]
    public async Task A_picture_that_never_comes_is_asked_for_less_and_less_and_then_no_more()
    {
        await using var agency = await TestAgency.Open();
        agency.Fail("/vapur.jpg", 500);
        agency.Serve("/feed", Rss(Item(picture: agency.At("/vapur.jpg"))));
        await using var newsroom = await Reading(agency);
        var hours = new List<DateTimeOffset>();
        for (var time = 1; time <= 7; time++)
        {
            var times = time;
            await Pass(newsroom, TimeSpan.FromSeconds(20), () => Task.FromResult(agency.Times("/vapur.jpg") >= times));
            hours.Add(newsroom.Now);
        }
        await TestNewsroom.Until(() => newsroom.Ask(async room => !await room.LatePictures.AnyAsync()), "it was given up");

        for (var gap = 1; gap < hours.Count; gap++)
            Assert.True(hours[gap] - hours[gap - 1] >= TimeSpan.FromMinutes(Math.Pow(2, gap - 1)) - TimeSpan.FromSeconds(40), $"wait {gap}: {hours[gap] - hours[gap - 1]}");
    }

    [Fact]
    public async Task What_is_no_picture_or_belongs_to_a_withdrawn_item_is_not_asked_for_again()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/none.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        agency.Fail("/late.jpg", 500);
        agency.Serve("/feed", Rss(Item("Sahte", "a", picture: agency.At("/none.jpg")), Item("Geç", "b", version: 1, picture: agency.At("/late.jpg"))));
        await using var newsroom = await Reading(agency);
        await TestNewsroom.Until(async () => await newsroom.StoryOf("b") is not null, "both are out");
        Assert.Equal(agency.At("/late.jpg"), Assert.Single(await newsroom.Ask(room => room.LatePictures.AsNoTracking().ToListAsync())).Address);

        await newsroom.Send(Item("Geç", "b", version: 2, status: "killed"));
        await Pass(newsroom, TimeSpan.FromSeconds(20), () => newsroom.Ask(async room => !await room.LatePictures.AnyAsync()));

        Assert.Equal((1, 1), (agency.Times("/none.jpg"), agency.Times("/late.jpg")));
        Assert.False(await newsroom.Ask(room => room.Ledger.AnyAsync(entry => entry.Act == Act.PictureCame)));
    }

    static Task<TestNewsroom> Reading(TestAgency agency, TestDatabase? on = null, FakeTimeProvider? clock = null) =>
        TestNewsroom.Open(on, clock, Line("aa", 0, ("Address", agency.At("/feed")), ("AllowPrivate", "true"), ("Every", "05:00:00")));

    static Task Pass(TestNewsroom newsroom, TimeSpan step, Func<Task<bool>> happened) => TestNewsroom.Until(async () =>
    {
        if (await happened()) return true;
        newsroom.Clock.Advance(step);
        for (var look = 0; look < 6; look++)
        {
            await Task.Delay(15);
            if (await happened()) return true;
        }
        return false;
    }, "time passed and it happened");

    static byte[] Jpeg()
    {
        using var picture = new SKBitmap(640, 480);
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, 90);
        return encoded.ToArray();
    }
}
