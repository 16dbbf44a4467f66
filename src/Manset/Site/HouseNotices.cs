using System.Collections.Concurrent;
using System.Text.Json;
using Manset.Comments;
using Manset.Editions;
using Manset.Moderation;

namespace Manset.Site;

/// <summary>The house rules as readers are told them beside the form.</summary>
public sealed class HouseNotices(Bench bench)
{
    readonly ConcurrentDictionary<string, IReadOnlyList<string>> told = [];

    public IReadOnlyList<string> Of(Edition edition)
    {
        try
        {
            return told.GetOrAdd(edition.Code, code => Tell(bench.RulesOf(code), code));
        }
        // The bench holds every comment until the paper's own rules can be read again; meanwhile readers are told the usual ones.
        catch (Exception fault) when (fault is FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            return Tell(HouseRules.Default(edition.Code), edition.Code);
        }
    }

    static IReadOnlyList<string> Tell(HouseRules rules, string code) =>
        [.. rules.Rules.Where(rule => rule.Value.On).Select(rule => Words.In(code)[$"comments.rule.{rule.Key}"])];
}
