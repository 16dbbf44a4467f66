using System.Collections.Frozen;
using Manset.Moderation.Offence;
using Manset.Moderation.Rules;
using Manset.Moderation.Text;

namespace Manset.Moderation;

/// <summary>A breach in the text, or none: a pure function of what was read.</summary>
delegate IEnumerable<Finding> Rule(Reading reading);

/// <summary>Applies one set of house rules. Immutable: one judge serves every thread.</summary>
public sealed class Judge
{
    static readonly FrozenSet<string> Mendable = new[] { "capitals", "turkish-letters", "spelling", "personal-data" }.ToFrozenSet();
    static readonly FrozenSet<string> Offensive = new[] { "insult", "profanity" }.ToFrozenSet();

    readonly HouseRules house;
    readonly Bench bench;
    readonly FrozenDictionary<string, Judge> sections;
    readonly (string Id, HouseRule Terms, Rule Rule)[] rules;

    Judge(HouseRules house)
    {
        this.house = house;
        bench = new(house);
        rules = [.. Table().Where(row => row.Terms.On)];
        sections = house.Sections.Keys.ToFrozenDictionary(section => section, section => new Judge(house.In(section)));
    }

    public static Judge For(HouseRules house) => new(house);

    /// <summary>The rules this library has, in the order they are tried.</summary>
    IEnumerable<(string Id, HouseRule Terms, Rule Rule)> Table()
    {
        yield return Row("length", Length.Rule);
        yield return Row("capitals", Capitals.Rule);
        if (house.Language == "tr") yield return Row("turkish-letters", MissingLetters.Rule);
        yield return Row("spelling", Misspelt.Rule);
        yield return Row("profanity", BadWords.Profanity);
        yield return Row("insult", BadWords.Insult);
        yield return Row("personal-data", PersonalData.Rule);
        yield return Row("language", Foreign.Rule);
        yield return Row("link", Link.Rule);
        yield return Row("repeat", Repeat.Rule);
        yield return Row("flood", Flood.Rule);

        (string, HouseRule, Rule) Row(string id, Func<HouseRule, Explanations, Rule> rule)
        {
            var terms = house.Rules.TryGetValue(id, out var own) ? own : new() { On = false };
            return (id, terms, rule(terms, bench.Explanations));
        }
    }

    public Verdict Weigh(Remark remark)
    {
        if (remark.Section is { } section && sections.TryGetValue(section, out var own)) return own.Weigh(remark with { Section = null });

        var verdict = WeighOnce(remark, out var reading);
        if (verdict.Decision == Decision.Approve || !verdict.Findings.All(finding => Mendable.Contains(finding.Rule) || !StandsInTheWay(finding))) return verdict;

        // A rewrite that would not pass itself is no help: it is judged like any remark before it is offered.
        var rewrite = reading.Rewritten;
        return rewrite != remark.Text && WeighOnce(remark with { Text = rewrite }, out _).Decision == Decision.Approve ? verdict with { Rewrite = rewrite } : verdict;
    }

    bool StandsInTheWay(Finding finding) => house.Rules[finding.Rule].Decide(finding.Confidence) != Decision.Approve;

    Verdict WeighOnce(Remark remark, out Reading reading)
    {
        reading = new Reading(remark, bench);
        var scores = new Dictionary<string, double>(rules.Length + 1);
        var findings = new List<Finding>();
        var decision = Decision.Approve;
        var clean = 1.0;
        foreach (var (id, terms, rule) in rules)
        {
            var score = 0.0;
            foreach (var finding in rule(reading))
            {
                findings.Add(terms.Message is { } message ? finding with { Explanation = message.Replace("{0}", remark.Text[finding.Start..finding.End], StringComparison.Ordinal) } : finding);
                score = Math.Max(score, finding.Confidence);
            }
            scores[id] = score;
            if (Offensive.Contains(id)) clean *= 1 - score;
            if (terms.Decide(score) is var outcome && outcome > decision) decision = outcome;
        }
        scores["offensive"] = Math.Round(1 - clean, 4);
        findings.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.End.CompareTo(other.End));
        return new(decision, scores, findings, null, house.Version);
    }
}
