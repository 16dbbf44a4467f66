using Manset.Site;

namespace Manset.Tests.Site;

public sealed class CommentViewTests
{
    static CommentView Comment(long id) => new(id, $"Okur {id}", "Söz", SampleViews.Now.AddMinutes(id));

    [Fact]
    public void Replies_come_under_what_they_answer()
    {
        var thread = CommentView.Thread([(Comment(1), null), (Comment(2), 1), (Comment(3), null), (Comment(4), 2), (Comment(5), 1)]);

        Assert.Equal([1, 3], thread.Select(comment => comment.Id));
        Assert.Equal([(2, 1), (4, 2), (5, 1)], thread[0].Answers.Select(answer => (answer.Reply.Id, answer.To.Id)));
        Assert.Empty(thread[1].Answers);
    }

    [Fact]
    public void A_reply_to_something_not_shown_stands_by_itself() =>
        Assert.Equal([7, 8], CommentView.Thread([(Comment(7), 3), (Comment(8), 99)]).Select(comment => comment.Id));

    [Fact]
    public async Task A_quarrel_ten_thousand_replies_deep_is_printed_in_one_row()
    {
        var thread = CommentView.Thread(Enumerable.Range(1, 10_000).Select(id => (Comment(id), id == 1 ? null : (long?)(id - 1))));
        using var printer = new Printer();

        var page = await printer.Text<StoryPage>(SampleViews.Story(SampleViews.Turkish) with { Comments = thread });

        Assert.Contains("10.000 yorum", page, StringComparison.Ordinal);
        Assert.Contains("id=\"comment-10000\"", page, StringComparison.Ordinal);
        Assert.Contains("Okur 9999 adlı okura yanıt", page, StringComparison.Ordinal);
    }
}
