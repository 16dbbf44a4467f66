using System.Collections.Concurrent;
using Manset.Data;
using Manset.Editions;
using Manset.Moderation;

namespace Manset.Comments;

/// <summary>
/// Where comments are judged: a judge for each edition, under its house rules. A judge that fails holds: nothing is published
/// unjudged and nothing is lost.
/// </summary>
public sealed partial class Bench(DataFolder folder, ILogger<Bench> logger)
{
    readonly ConcurrentDictionary<string, Sitting> sittings = [];

    /// <summary>The rules in force: the paper's own from <c>house-rules/tr.json</c> in the data folder, else those that come with the program.</summary>
    public HouseRules RulesOf(string edition)
    {
        var own = Path.Combine(folder.HouseRules, $"{edition}.json");
        return File.Exists(own) ? HouseRules.Parse(File.ReadAllText(own)) : HouseRules.Default(edition);
    }

    public Verdict Judge(Edition edition, Remark remark)
    {
        try
        {
            return SittingOf(edition).Judge.Weigh(remark);
        }
        catch (Exception fault)
        {
            LogFailed(fault, edition.Code);
            return new(Decision.Hold, new Dictionary<string, double>(), [], null, "none");
        }
    }

    /// <summary>What the edition's judge goes by; null when there is none because its rules cannot be read.</summary>
    public HouseRules? InForce(Edition edition)
    {
        try
        {
            return SittingOf(edition).Rules;
        }
        catch (Exception fault)
        {
            LogFailed(fault, edition.Code);
            return null;
        }
    }

    Sitting SittingOf(Edition edition) => sittings.GetOrAdd(edition.Code, code => Sitting.Under(RulesOf(code)));

    sealed record Sitting(HouseRules Rules, Judge Judge)
    {
        public static Sitting Under(HouseRules rules) => new(rules, Manset.Moderation.Judge.For(rules));
    }

    [LoggerMessage(LogLevel.Error, "The judge of edition {Edition} failed; the comment is held")] partial void LogFailed(Exception fault, string edition);
}
