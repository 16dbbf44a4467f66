using System.Net;
using AngleSharp.Dom;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Staff;
using Manset.Tests.Desk;
using Manset.Tests.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Recall;

public sealed class RecallTests
{
    [Fact]
    public async Task A_kill_leaves_a_receipt_from_every_surface_and_stands_as_an_alarm_until_somebody_acknowledges_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor, "Elif");
        await newsroom.Send(Item(version: 1));
        var story = (await newsroom.StoryOf("aa:1"))!;
        await newsroom.Page(await newsroom.PathOf("aa:1"));
        await newsroom.Page("/tr/");

        await newsroom.Send(Item(version: 2, status: "killed", note: "Kaynak haberi geri çekti."));
        var receipts = await newsroom.Recalled(story.Id);

        var surfaces = newsroom.Services.GetServices<ISurface>().Select(surface => surface.Name);
        Assert.Equal(surfaces.Except(["pictures", "translations"]).Order(), receipts.Select(receipt => receipt.Surface).Distinct().Order());
        Assert.All(receipts, receipt => Assert.True(receipt.GoneAt is not null && receipt.Asked == 1, $"{receipt.Surface} {receipt.Place}: {receipt.Seen}"));
        Assert.Contains(receipts, receipt => receipt is { Surface: "page", Seen: "410" });
        Assert.Contains(receipts, receipt => receipt is { Surface: "feeds", Place: "/tr/siyaset/feed.json", Seen: Sighting.Without });

        foreach (var path in new[] { "/desk/wire", "/desk/stories", $"/desk/stories/{story.Id}", $"/desk/stories/{story.Id}/history" })
        {
            using var page = await editor.Read(path);
            Assert.Contains("Kaynak haberi geri çekti.", page.QuerySelector("section.alarms")!.TextContent, StringComparison.Ordinal);
        }
        using var history = await editor.Read($"/desk/stories/{story.Id}/history");
        Assert.Equal(receipts.Count, history.QuerySelectorAll(".receipts tbody tr").Length);

        var alarm = await newsroom.Ask(room => room.Alarms.SingleAsync());
        Assert.Equal((AlarmCause.Killed, "aa", story.Id), (alarm.Cause, alarm.By, alarm.StoryId));
        using (var acknowledged = await editor.Send("/desk/stories", $"/desk/alarms/{alarm.Id}/acknowledgement")) Assert.Equal("/desk/stories", acknowledged.Headers.Location!.OriginalString);
        using (var quiet = await editor.Read("/desk/wire")) Assert.Null(quiet.QuerySelector("section.alarms"));
        using var all = await editor.Read("/desk/alarms");
        Assert.Contains("Elif gördü", all.QuerySelector(".past")!.TextContent, StringComparison.Ordinal);
        var kept = await newsroom.Ask(room => room.Alarms.Include(row => row.Acknowledged).SingleAsync());
        Assert.Equal("Elif", kept.Acknowledged!.By);
    }

    [Fact]
    public async Task A_surface_that_still_shows_it_is_red_and_alarmed_and_asked_until_it_lets_go()
    {
        // A cache in front of the newsroom that has not let go.
        await using var cache = await TestAgency.Open();
        var holds = true;
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(), ("Recalls:Address", cache.At("/"))]);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        await newsroom.Send(Item(version: 1));
        var (story, path) = ((await newsroom.StoryOf("aa:1"))!, await newsroom.PathOf("aa:1"));
        cache.Otherwise(call =>
        {
            call.Response.StatusCode = holds ? 200 : 410;
            return call.Response.WriteAsync($"<a href=\"{path}\">Haber</a>");
        });

        await newsroom.Send(Item(version: 2, status: "killed"));
        await TestNewsroom.Until(() => newsroom.Ask(room => room.Alarms.AnyAsync(alarm => alarm.Cause == AlarmCause.StillShown)), "the desk is alarmed");
        using (var page = await editor.Read($"/desk/stories/{story.Id}"))
        {
            Assert.NotEmpty(page.QuerySelectorAll(".receipts tr.red"));
            Assert.Contains("hâlâ görünüyor", page.QuerySelector("section.alarms")!.TextContent, StringComparison.Ordinal);
        }

        holds = false;
        await TestNewsroom.Until(async () =>
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
            return await newsroom.Ask(room => room.Receipts.AllAsync(receipt => receipt.GoneAt != null));
        }, "every place has let go");
        Assert.True(await newsroom.Ask(room => room.Receipts.AnyAsync(receipt => receipt.Asked > 1)));
        Assert.Equal(1, await newsroom.Ask(room => room.Alarms.CountAsync(alarm => alarm.Cause == AlarmCause.StillShown)));
    }

    [Fact]
    public async Task Nobody_answering_is_no_receipt()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(), ("Recalls:Address", "http://127.0.0.1:9/")]);
        await newsroom.Send(Item(version: 1));

        await newsroom.Send(Item(version: 2, status: "killed"));

        await TestNewsroom.Until(() => newsroom.Ask(room => room.Alarms.AnyAsync(alarm => alarm.Cause == AlarmCause.StillShown)), "the desk is alarmed");
        Assert.False(await newsroom.Ask(room => room.Receipts.AnyAsync(receipt => receipt.GoneAt != null)));
    }

    [Fact]
    public async Task Receipts_that_a_crash_left_unasked_are_asked_for_after_it()
    {
        await using var database = await Data.TestDatabase.Create();
        await using (var newsroom = await TestNewsroom.Open(database, null, [.. Line(), ("Recalls:Address", "http://127.0.0.1:9/")]))
        {
            await newsroom.Send(Item(version: 1));
            await newsroom.Send(Item(version: 2, status: "killed"));
        }

        await using var again = await TestNewsroom.WithWire(database);
        await TestNewsroom.Until(async () =>
        {
            again.Clock.Advance(TimeSpan.FromSeconds(1));
            return await again.Ask(room => room.Receipts.AllAsync(receipt => receipt.GoneAt != null));
        }, "every place was asked");
        Assert.True(await again.Ask(room => room.Ledger.AnyAsync(entry => entry.Act == Act.Recalled)));
    }

    [Fact]
    public async Task What_is_withheld_is_asked_after_too_and_no_longer_once_it_may_be_shown()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1));
        var story = (await newsroom.StoryOf("aa:1"))!;

        await newsroom.Send(Item(version: 2, status: "withheld"));
        var receipts = await newsroom.Recalled(story.Id);

        Assert.Contains(receipts, receipt => receipt is { Surface: "page", Seen: "404" });
        Assert.Equal(AlarmCause.Withheld, (await newsroom.Ask(room => room.Alarms.SingleAsync())).Cause);
        await newsroom.Send(Item(version: 3));
        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));
        Assert.Equal(receipts.Count, await newsroom.Ask(room => room.Receipts.CountAsync()));
    }

    [Fact]
    public async Task An_editors_own_kill_has_receipts_and_no_alarm()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        using var killed = await newsroom.Kill(story);

        Assert.All(await newsroom.Recalled(story.Id), receipt => Assert.NotNull(receipt.GoneAt));
        Assert.Equal(0, await newsroom.Ask(room => room.Alarms.CountAsync()));
    }

    [Fact]
    public async Task The_preview_of_a_killed_story_says_that_it_is_gone()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.FileAndPublish();
        using var killed = await newsroom.Kill(story);

        using var preview = await editor.Get($"/desk/stories/{story.Id}/preview");

        Assert.Equal(HttpStatusCode.Gone, preview.StatusCode);
        Assert.DoesNotContain("İlk paragraf.", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_surface_has_a_name_on_screen()
    {
        await using var newsroom = await TestNewsroom.Open();

        foreach (var surface in newsroom.Services.GetServices<ISurface>())
            foreach (var language in new[] { "tr", "en" }) Assert.NotEmpty(Words.In(language)[$"desk.surface.{surface.Name}"]);
    }
}
