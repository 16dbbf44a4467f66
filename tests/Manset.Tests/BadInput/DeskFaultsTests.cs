using System.Net;
using System.Text;
using Manset.Staff;
using Manset.Tests.Desk;

namespace Manset.Tests.BadInput;

/// <summary>Forms that no browser of a colleague would send: the desk says what is wrong, and nothing of them is kept.</summary>
public sealed class DeskFaultsTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 3_000).Select(number => $"k{number}=v")) },
        { "application/x-www-form-urlencoded", $"{new string('k', 5_000)}=v" },
        { "application/x-www-form-urlencoded", "headline=%FF%FE&seen=1" },
        { "multipart/form-data; boundary=x", "zzz" },
        { "multipart/form-data", "zzz" },
        { "application/json", "{}" },
        { "text/plain", "headline=x" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_form_that_cannot_be_read_is_refused_and_nothing_changes(string type, string body)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.FileAndPublish();
        var page = $"/desk/stories/{story.Id}";

        foreach (var path in new[] { page, $"{page}/publication", $"{page}/corrections", $"{page}/draft", $"{page}/kill", "/desk/stories", "/desk/rules", "/desk/sign-in", "/desk/language" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await editor.Post(path, content);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("Exception", said);
        }
        using var after = await editor.Read(page);
        Assert.Equal("Iğdır’da ılık bir gün", after.QuerySelector("[name=headline]")!.TextContent);
    }

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("31/12/2026 25:00")]
    [InlineData("yarın")]
    public async Task An_embargo_that_is_no_instant_is_said_beside_its_field(string embargo)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using var refused = await editor.Send(page, page, ("headline", "Yeni"), ("embargo", embargo));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var again = await AtTheDesk.Parse(refused);
        Assert.NotNull(again.QuerySelector("#fault-embargo"));
        Assert.Equal("Yeni", again.QuerySelector("[name=headline]")!.TextContent);
    }

    [Fact]
    public async Task A_story_under_the_last_embargo_there_is_can_be_opened_and_a_picture_that_is_not_kept_is_refused()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File(TestNewsroom.Copy(embargo: DateTimeOffset.MaxValue));
        var page = $"/desk/stories/{story.Id}";
        foreach (var path in new[] { "/desk/stories", page, $"{page}/preview", $"{page}/history" }) (await editor.Read(path)).Dispose();

        using var refused = await editor.Send(page, page, ("embargo", ""), ("headline", "Yeni"));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        using var forged = await editor.Read(page);
        var token = forged.QuerySelector("#copy [name=form-token]")!.GetAttribute("value")!;
        using var picture = await editor.Forge(page, ("form-token", token), ("seen", "2"), ("section", "politics"), ("headline", "Yeni"), ("picture", "999999"));
        Assert.Equal(HttpStatusCode.Conflict, picture.StatusCode);
    }

    [Fact]
    public async Task A_reason_without_end_withdraws_nothing()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.FileAndPublish();
        var page = $"/desk/stories/{story.Id}";

        using var refused = await editor.Send(page, $"{page}/kill", ("why", new string('x', 100_000)));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var told = await AtTheDesk.Parse(refused);
        Assert.Contains("2.000 karakter", told.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(200, (int)(await newsroom.Reader.GetAsync(story.Path)).StatusCode);
    }
}
