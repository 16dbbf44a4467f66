using Manset.Ledger;
using Manset.Site;

namespace Manset.Press;

/// <summary>Which keys an act touches. Pure: the entry carries all that it needs.</summary>
public static class Reach
{
    public static IEnumerable<string> Of(Entry entry) => entry.Act switch
    {
        Act.Published or Act.Corrected or Act.Killed or Act.Embargoed or Act.EmbargoLifted or Act.Lapsed when IsStory(entry) => [.. Itself(entry), .. Lists(entry)],
        Act.Led => [PageKeys.Lead(entry.Edition!, entry.Fact("section"))],
        Act.CommentShown or Act.CommentRejected => [PageKeys.Comments(entry.Subject)],
        _ => [],
    };

    static bool IsStory(Entry entry) => entry.Fact("root") is not null;

    static IEnumerable<string> Itself(Entry entry) =>
        [PageKeys.Story(entry.Subject), PageKeys.Teaser(entry.Subject), PageKeys.Translations(entry.Fact("root")!), PageKeys.Every(entry.Edition!)];

    /// <summary>A list changes when a story comes or moves; one that is only updated or goes changes the pages that announce it.</summary>
    static IEnumerable<string> Lists(Entry entry)
    {
        var comes = entry.Fact("first") is not null || entry.Act is Act.Embargoed or Act.EmbargoLifted;
        var before = entry.Fact("sectionBefore");
        if (comes) yield return PageKeys.List(entry.Edition!);
        if (comes || before is not null) yield return PageKeys.List(entry.Edition!, entry.Fact("section"));
        if (before is not null) yield return PageKeys.List(entry.Edition!, before);
    }
}
