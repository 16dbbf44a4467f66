using System.Net;
using Manset.Staff;

namespace Manset.Tests.Desk;

public sealed class EditorTests
{
    [Fact]
    public async Task What_stands_on_the_screen_is_what_goes_out()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using var published = await editor.Send(page, $"{page}/publication", ("headline", "Şişli’de ılık <b>bir</b> gün"), ("body", "Birinci.\n\nİkinci <strong>söz</strong>.\n\n<script>alert(1)</script>"));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var path = (await newsroom.Json($"/api/v1/stories/{story.Id}")).GetProperty("path").GetString()!;
        var seen = await newsroom.Page(path);
        Assert.Contains("Şişli’de ılık &lt;b&gt;bir&lt;/b&gt; gün", seen, StringComparison.Ordinal);
        Assert.Contains("<p>İkinci <strong>söz</strong>.</p>", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_is_not_ready_is_refused_in_place_unless_a_reason_is_given()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using var refused = await editor.Send(page, $"{page}/publication", ("body", ""));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var again = await AtTheDesk.Parse(refused);
        Assert.Contains("Metin boş", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        using var published = await editor.Send(again, $"{page}/publication", ("override", "Son dakika, metin gelecek."));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }

    [Fact]
    public async Task A_correction_tells_readers_and_a_kill_takes_the_page_away()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.FileAndPublish();
        var page = $"/desk/stories/{story.Id}";

        using (var silent = await editor.Send(page, $"{page}/corrections", ("standfirst", "Doğrusu bu."))) Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        using (var corrected = await editor.Send(page, $"{page}/corrections", ("standfirst", "Doğrusu bu."), ("note", "Sayı yanlıştı."))) Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Contains("Sayı yanlıştı.", await newsroom.Page(story.Path), StringComparison.Ordinal);

        using (var killed = await editor.Send(page, $"{page}/kill", ("why", "Yanlış kişi."))) Assert.Equal(HttpStatusCode.Redirect, killed.StatusCode);
        using var gone = await newsroom.Reader.GetAsync(story.Path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        using var history = await editor.Read($"{page}/history");
        var newest = history.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Yayından çekti", newest, StringComparison.Ordinal);
        Assert.Contains("Yanlış kişi.", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_save_at_once_see_both_texts_and_lose_neither()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var one = await AtTheDesk.SignedIn(newsroom, Role.Editor, "Ece");
        using var other = await AtTheDesk.SignedIn(newsroom, Role.Reporter, "Işıl");
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";
        using var mine = await one.Read(page);
        using (var first = await other.Send(page, page, ("standfirst", "Işıl’ın yazdığı."))) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var conflict = await one.Send(mine, page, ("standfirst", "Ece’nin yazdığı."));
        Assert.Equal(HttpStatusCode.PreconditionFailed, conflict.StatusCode);
        using var both = await AtTheDesk.Parse(conflict);
        Assert.Contains("Işıl’ın", both.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ece’nin", both.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        using var draft = await one.Read(page);
        Assert.Equal("Ece’nin yazdığı.", draft.QuerySelector("[name=standfirst]")!.TextContent);
        using (var over = await one.Send(both, page)) Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        using var saved = await other.Read(page);
        Assert.Equal("Ece’nin yazdığı.", saved.QuerySelector("[name=standfirst]")!.TextContent);
    }

    [Fact]
    public async Task A_draft_waits_for_its_writer_and_can_be_dropped()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using (var document = await editor.Read(page))
        {
            var token = document.QuerySelector("#copy [name=form-token]")!.GetAttribute("value")!;
            using var kept = await editor.Forge($"{page}/draft", ("form-token", token), ("seen", "1"), ("section", "politics"), ("headline", "Yarım kalan başlık"));
            Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        }
        using var restored = await editor.Read(page);
        Assert.Equal("Yarım kalan başlık", restored.QuerySelector("[name=headline]")!.TextContent);

        using (var dropped = await editor.Send(restored, $"{page}/draft/removal")) Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        using var saved = await editor.Read(page);
        Assert.Equal("Iğdır’da ılık bir gün", saved.QuerySelector("[name=headline]")!.TextContent);
    }

    [Fact]
    public async Task An_embargo_that_is_typed_and_not_saved_waits_in_the_draft()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var hour = new DateTimeOffset(2026, 11, 22, 15, 30, 20, TimeSpan.Zero);
        var story = await newsroom.File(TestNewsroom.Copy(embargo: hour));
        var page = $"/desk/stories/{story.Id}";

        using (var untouched = await editor.Send(page, $"{page}/draft")) Assert.Equal(HttpStatusCode.NoContent, untouched.StatusCode);
        Assert.Equal("2026-11-22T18:30", await Embargo());
        using (var moved = await editor.Send(page, $"{page}/draft", ("embargo", "2026-11-22T20:00"))) Assert.Equal(HttpStatusCode.NoContent, moved.StatusCode);
        Assert.Equal("2026-11-22T20:00", await Embargo());
        using (var removed = await editor.Send(page, $"{page}/draft", ("embargo", ""))) Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal("", await Embargo());
        Assert.Equal(HttpStatusCode.Conflict, (await newsroom.Publish(story)).StatusCode);

        using (var dropped = await editor.Send(page, $"{page}/draft/removal")) Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        Assert.Equal("2026-11-22T18:30", await Embargo());
        using (var saved = await editor.Send(page, page, ("headline", "Başka başlık"))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        newsroom.Clock.Advance(hour - newsroom.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Conflict, (await newsroom.Publish(story)).StatusCode);

        async Task<string?> Embargo()
        {
            using var editing = await editor.Read(page);
            return editing.QuerySelector("[name=embargo]")!.GetAttribute("value");
        }
    }

    [Fact]
    public async Task A_headline_of_five_megabytes_is_refused_and_given_back()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var endless = new string('a', 5_000_000);

        using var refused = await editor.Send($"/desk/stories/{story.Id}", $"/desk/stories/{story.Id}", ("headline", endless));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var page = await AtTheDesk.Parse(refused);
        Assert.Contains("Başlık: Çok uzun.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(endless.Length, page.QuerySelector("[name=headline]")!.TextContent.Length);
    }

    [Fact]
    public async Task A_story_begins_with_nothing_and_can_be_spiked()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        using var filed = await editor.Send("/desk/stories/new", "/desk/stories", ("headline", "Yepyeni"), ("tags", "bir, iki"));
        var page = filed.Headers.Location!.OriginalString;
        using (var spiked = await editor.Send(page, $"{page}/spike")) Assert.Equal(HttpStatusCode.Redirect, spiked.StatusCode);

        using var found = await editor.Read("/desk/stories?state=spiked&q=YEPYENI");
        Assert.Equal("Yepyeni", found.QuerySelector("[data-open]")!.TextContent);
    }
}
