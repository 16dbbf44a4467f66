namespace Manset.Site;

/// <summary>An approved comment. Replies may go as deep as readers take them; a page shows them all in one row under the first.</summary>
public sealed record CommentView(long Id, string Author, string Text, DateTimeOffset At)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CommentView> Replies { get; init; } = [];

    /// <summary>
    /// Every reply below this comment with the comment it answers, each reply followed by its own. Walked without recursion:
    /// readers who answer each other ten thousand deep must not exhaust a stack.
    /// </summary>
    public IEnumerable<(CommentView Reply, CommentView To)> Answers
    {
        get
        {
            Stack<(CommentView Reply, CommentView To)> ahead = new(Replies.Reverse().Select(reply => (reply, this)));
            while (ahead.TryPop(out var next))
            {
                yield return next;
                foreach (var reply in next.Reply.Replies.Reverse()) ahead.Push((reply, next.Reply));
            }
        }
    }

    /// <summary>
    /// Puts replies under what they answer. A reply whose parent is not among the comments (held, withdrawn) stands by itself.
    /// </summary>
    /// <param name="comments">Oldest first, so that a parent comes before its replies.</param>
    public static IReadOnlyList<CommentView> Thread(IEnumerable<(CommentView Comment, long? Parent)> comments)
    {
        var replies = new Dictionary<long, List<CommentView>>();
        List<CommentView> first = [];
        foreach (var (comment, parent) in comments)
        {
            List<CommentView> own = [];
            replies.Add(comment.Id, own);
            var siblings = parent is { } above && replies.TryGetValue(above, out var known) ? known : first;
            siblings.Add(comment with { Replies = own });
        }
        return first;
    }
}
