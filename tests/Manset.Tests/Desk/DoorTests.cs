using System.Net;
using Manset.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Desk;

public sealed class DoorTests
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door_and_back()
    {
        await using var newsroom = await TestNewsroom.Open();
        await newsroom.Services.GetRequiredService<Welcome>().Add("e@example.com", "Ece", Role.Editor, AtTheDesk.Password);
        using var person = new AtTheDesk(newsroom);

        using var away = await person.Get("/desk/stories");
        Assert.Equal("/desk/sign-in?then=%2Fdesk%2Fstories", away.Headers.Location!.PathAndQuery);

        using var back = await person.Send("/desk/sign-in?then=%2Fdesk%2Fstories", "/desk/sign-in", ("email", "E@example.com"), ("password", AtTheDesk.Password));
        Assert.Equal("/desk/stories", back.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/desk/")]
    [InlineData("/desk/\\\\elsewhere.example")]
    public async Task The_door_leads_to_no_other_site(string then)
    {
        await using var newsroom = await TestNewsroom.Open();
        await newsroom.Services.GetRequiredService<Welcome>().Add("e@example.com", "Ece", Role.Editor, AtTheDesk.Password);
        using var person = new AtTheDesk(newsroom);

        using var answer = await person.Send("/desk/sign-in", "/desk/sign-in", ("email", "e@example.com"), ("password", AtTheDesk.Password), ("then", then));

        Assert.Equal("/desk/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Too_many_wrong_passwords_rest_the_account_for_a_while()
    {
        await using var newsroom = await TestNewsroom.Open();
        await newsroom.Services.GetRequiredService<Welcome>().Add("e@example.com", "Ece", Role.Editor, AtTheDesk.Password);
        using var person = new AtTheDesk(newsroom);

        for (var tries = 0; tries < 8; tries++)
            using (var wrong = await person.SignIn("e@example.com", "yanlış")) Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var locked = await person.SignIn("e@example.com", AtTheDesk.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Contains("yanlış deneme", (await AtTheDesk.Parse(locked)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        newsroom.Clock.Advance(TimeSpan.FromMinutes(6));
        using var rested = await person.SignIn("e@example.com", AtTheDesk.Password);
        Assert.Equal(HttpStatusCode.Redirect, rested.StatusCode);
    }

    [Fact]
    public async Task A_one_time_link_makes_an_account_once()
    {
        await using var newsroom = await TestNewsroom.Open();
        var key = await newsroom.Services.GetRequiredService<Welcome>().Invite(null, Role.Editor);
        using var person = new AtTheDesk(newsroom);

        using (var tooShort = await person.Send($"/desk/welcome?key={key}", "/desk/welcome", ("name", "Ece"), ("email", "e@example.com"), ("password", "kısa")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.StatusCode);
        using (var taken = await person.Send($"/desk/welcome?key={key}", "/desk/welcome", ("name", "Ece"), ("email", "e@example.com"), ("password", AtTheDesk.Password)))
            Assert.Equal("/desk/", taken.Headers.Location!.OriginalString);

        using var again = await person.Get($"/desk/welcome?key={key}");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task A_post_without_its_token_does_nothing()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();

        using var refused = await editor.Forge($"/desk/stories/{story.Id}/spike");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null((await newsroom.Services.GetRequiredService<Manset.Desk.Newsdesk>().Find(story.Id))!.Spiked);
    }

    [Fact]
    public async Task A_reporter_writes_and_does_not_publish()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        var story = await newsroom.File();
        using var page = await reporter.Read($"/desk/stories/{story.Id}");

        Assert.Empty(page.QuerySelectorAll($"[formaction], [action='/desk/stories/{story.Id}/spike']"));
        using var saved = await reporter.Send(page, $"/desk/stories/{story.Id}", ("headline", "Muhabirin başlığı"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var refused = await reporter.Forge($"/desk/stories/{story.Id}/publication");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var queue = await reporter.Get("/desk/comments");
        Assert.Equal(HttpStatusCode.Forbidden, queue.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_said_on_a_page_of_the_desk()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        foreach (var path in new[] { "/desk/wire/99", "/desk/stories/99", "/desk/stories/99/history", "/desk/nowhere" })
        {
            using var missing = await editor.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            Assert.NotNull((await AtTheDesk.Parse(missing)).QuerySelector(".desk-bar"));
        }
    }
}
