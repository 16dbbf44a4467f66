using Manset.Comments;
using Manset.Editions;

namespace Manset.Site;

/// <summary>Comments as a page shows them: oldest first, answers under what they answer.</summary>
public static class CommentTree
{
    public static IReadOnlyList<CommentView> Of(IReadOnlyList<Comment> shown, Edition edition)
    {
        var known = shown.Select(comment => comment.Id).ToHashSet();
        // An answer whose comment was rejected later stands by itself.
        var answers = shown.ToLookup(comment => comment.ParentId is { } parent && known.Contains(parent) ? parent : 0);
        return Under(0);

        IReadOnlyList<CommentView> Under(long parent) =>
        [
            .. answers[parent].OrderBy(comment => comment.Id).Select(comment =>
                new CommentView(comment.Id, comment.Name, comment.Text, edition.Local(comment.At)) { Replies = Under(comment.Id) }),
        ];
    }
}
