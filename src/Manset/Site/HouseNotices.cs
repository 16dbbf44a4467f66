using System.Collections.Concurrent;
using Manset.Comments;
using Manset.Editions;

namespace Manset.Site;

/// <summary>The house rules as readers are told them beside the form.</summary>
public sealed class HouseNotices(Bench bench)
{
    readonly ConcurrentDictionary<string, IReadOnlyList<string>> told = [];

    public IReadOnlyList<string> Of(Edition edition) => told.GetOrAdd(edition.Code, code =>
    [
        .. bench.RulesOf(code).Rules.Where(rule => rule.Value.On).Select(rule => Words.In(code)[$"comments.rule.{rule.Key}"]),
    ]);
}
