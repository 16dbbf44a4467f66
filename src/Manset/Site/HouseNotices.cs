using Manset.Comments;
using Manset.Editions;
using Manset.Moderation;

namespace Manset.Site;

/// <summary>The house rules as readers are told them beside the form.</summary>
public sealed class HouseNotices(Bench bench)
{
    /// <summary>The usual ones while the paper's own cannot be read and the bench holds every comment.</summary>
    public IReadOnlyList<string> Of(Edition edition) => Tell(bench.InForce(edition).Rules ?? HouseRules.Default(edition.Code), edition.Code);

    static IReadOnlyList<string> Tell(HouseRules rules, string code) =>
        [.. rules.Rules.Where(rule => rule.Value.On).Select(rule => Words.In(code)[$"comments.rule.{rule.Key}"])];
}
