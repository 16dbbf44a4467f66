using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Manset.Data;
using Manset.Ledger;
using Manset.Staff;
using Manset.Tests.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Comments;

public sealed class QueueTests
{
    const string Held = "Bu kanal lan, şu site de iyi: https://a.example ve https://b.example";

    [Fact]
    public async Task An_approved_comment_is_on_the_page_in_the_next_response()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var moderator = await AtTheDesk.SignedIn(newsroom, Role.Moderator);
        var story = await newsroom.FileAndPublish();
        var id = await Hold(newsroom, story);
        Assert.DoesNotContain("şu site de iyi", await newsroom.Page(story.Path), StringComparison.Ordinal);

        using var queue = await moderator.Read("/desk/comments");
        Assert.Contains("şu site de iyi", queue.QuerySelector($"#comment-{id} blockquote")!.TextContent, StringComparison.Ordinal);
        using var approved = await moderator.Send(queue, $"/desk/comments/{id}/approval");

        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Contains("şu site de iyi", await newsroom.Page(story.Path), StringComparison.Ordinal);
        using var empty = await moderator.Read("/desk/comments");
        Assert.Contains("Kuyruk boş", empty.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_taken_out_is_gone_from_the_page_and_the_ledger_says_so()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var moderator = await AtTheDesk.SignedIn(newsroom, Role.Moderator);
        var story = await newsroom.FileAndPublish();
        var id = await Hold(newsroom, story);
        using (var approved = await moderator.Send("/desk/comments", $"/desk/comments/{id}/approval")) Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Contains("şu site de iyi", await newsroom.Page(story.Path), StringComparison.Ordinal);

        using (var taken = await moderator.Send("/desk/comments?list=shown", $"/desk/comments/{id}/rejection", ("why", "Reklam."))) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        Assert.DoesNotContain("şu site de iyi", await newsroom.Page(story.Path), StringComparison.Ordinal);
        using var refused = await moderator.Read("/desk/comments?list=refused");
        Assert.Contains("Reklam.", refused.QuerySelector($"#comment-{id}")!.TextContent, StringComparison.Ordinal);
        await using var scope = newsroom.Services.CreateAsyncScope();
        var acts = await scope.ServiceProvider.GetRequiredService<Newsroom>().Ledger.Where(entry => entry.By == "Moderator").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync();
        Assert.Equal([Act.CommentShown, Act.CommentRejected], acts);
    }

    [Fact]
    public async Task A_comment_is_not_rejected_without_a_reason()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var moderator = await AtTheDesk.SignedIn(newsroom, Role.Moderator);
        var id = await Hold(newsroom, await newsroom.FileAndPublish());

        using (var refused = await moderator.Send("/desk/comments", $"/desk/comments/{id}/rejection", ("why", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var queue = await moderator.Read("/desk/comments");
        Assert.NotNull(queue.QuerySelector($"#comment-{id}"));
    }

    static async Task<long> Hold(TestNewsroom newsroom, Filed story)
    {
        using var answer = await newsroom.Comment(story.Path, Held);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }
}
