using System.Collections.Frozen;
using Manset.Moderation.Learnt;
using Manset.Moderation.Rules;
using Manset.Moderation.Text;

namespace Manset.Moderation;

/// <summary>A breach in the text, or none: a pure function of what was read.</summary>
delegate IEnumerable<Finding> Rule(Reading reading);

/// <summary>Applies one set of house rules. Immutable: one judge serves every thread.</summary>
public sealed class Judge
{
    static readonly FrozenSet<string> Mendable = new[] { "capitals", "turkish-letters", "spelling", "personal-data" }.ToFrozenSet();
    static readonly FrozenSet<string> OfWords = new[] { "insult", "profanity" }.ToFrozenSet();

    readonly HouseRules house;
    readonly Bench bench;
    readonly Clause[] clauses;
    readonly FrozenDictionary<string, Judge> sections;

    /// <summary>The learnt models are asked where the house has a rule that goes by them.</summary>
    readonly bool asks;

    Judge(HouseRules house, Models models)
    {
        this.house = house;
        bench = new(house, models);
        asks = TermsOf("offence").On || TermsOf("belief").On;
        clauses = [.. Table().Where(clause => clause.Terms.On)];
        sections = house.Sections.Keys.ToFrozenDictionary(section => section, section => new Judge(house.In(section), models));
    }

    public static Judge For(HouseRules house) => new(house, new());

    /// <summary>With other models than those that come with the library.</summary>
    internal static Judge For(HouseRules house, LearntModel learnt) => new(house, new(learnt));

    internal static Judge For(HouseRules house, Models models) => new(house, models);

    /// <summary>The rules this library has, in the order they are tried.</summary>
    IEnumerable<Clause> Table()
    {
        yield return Row("length", Length.Rule);
        yield return Row("capitals", Capitals.Rule);
        if (house.Language == "tr") yield return Row("turkish-letters", MissingLetters.Rule);
        yield return Row("spelling", Misspelt.Rule);
        yield return Row("profanity", BadWords.Profanity, evidence => evidence[Questions.Profanity]);
        yield return Row("insult", BadWords.Insult, evidence => evidence[Questions.Insult]);
        yield return Row("belief", Offences.Belief, evidence => evidence[Questions.Belief]);
        yield return Row("offence", Offences.Offence, evidence => evidence.Offensive);
        yield return Row("personal-data", PersonalData.Rule);
        yield return Row("language", Foreign.Rule);
        yield return Row("link", Link.Rule);
        yield return Row("repeat", Repeat.Rule);
        yield return Row("flood", Flood.Rule);

        Clause Row(string id, Func<HouseRule, Explanations, Rule> rule, Func<Evidence, double>? likelihood = null) =>
            new(id, TermsOf(id), rule(TermsOf(id), bench.Explanations), asks ? likelihood : null);
    }

    HouseRule TermsOf(string rule) => house.Rules.TryGetValue(rule, out var own) ? own : new() { On = false };

    public Verdict Weigh(Remark remark)
    {
        if (remark.Section is { } section && sections.TryGetValue(section, out var own)) return own.Weigh(remark with { Section = null });

        var verdict = WeighOnce(remark, out var reading);
        if (verdict.Decision == Decision.Approve || !verdict.Findings.All(finding => Mendable.Contains(finding.Rule) || !StandsInTheWay(finding))) return verdict;

        // A rewrite that would not pass itself is no help: it is judged like any remark before it is offered.
        var rewrite = reading.Rewritten;
        return rewrite != remark.Text && Passes(remark with { Text = rewrite }) ? verdict with { Rewrite = rewrite } : verdict;
    }

    bool StandsInTheWay(Finding finding) => house.Rules[finding.Rule].Decide(finding.Confidence) != Decision.Approve;

    bool Passes(Remark remark)
    {
        var reading = new Reading(remark, bench);
        return Array.TrueForAll(clauses, clause => clause.Terms.Decide(Apply(clause, reading)) is Decision.Approve);
    }

    Verdict WeighOnce(Remark remark, out Reading reading)
    {
        reading = new Reading(remark, bench);
        var scores = new Dictionary<string, double>(clauses.Length + 3);
        var decision = Decision.Approve;
        var clean = 1.0;
        foreach (var clause in clauses)
        {
            var certain = Apply(clause, reading);
            if (clause.Terms.Decide(certain) is var outcome && outcome > decision) decision = outcome;
            if (OfWords.Contains(clause.Id)) clean *= 1 - certain;
            scores[clause.Id] = clause.Likelihood is { } likely ? Math.Max(certain, Rounded(likely(reading.Evidence))) : certain;
        }
        scores["offensive"] = Rounded(1 - clean);
        if (asks) AddEvidence(reading.Evidence, scores);
        reading.Found.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.End.CompareTo(other.End));
        return new(decision, scores, reading.Found, null, house.Version);
    }

    /// <summary>Adds what breaks the clause to what was found, and says how sure the surest is.</summary>
    static double Apply(Clause clause, Reading reading)
    {
        var certain = 0.0;
        foreach (var finding in clause.Rule(reading))
        {
            reading.Found.Add(InOwnWords(finding, clause.Terms, reading.Text));
            certain = Math.Max(certain, finding.Confidence);
        }
        return certain;
    }

    static void AddEvidence(Evidence evidence, Dictionary<string, double> scores)
    {
        scores["offensive"] = Math.Max(scores["offensive"], Rounded(evidence.Offensive));
        scores["racism"] = Rounded(evidence[Questions.Racism]);
        scores["sexism"] = Rounded(evidence[Questions.Sexism]);
    }

    /// <summary>A house may say its rule in its own words.</summary>
    static Finding InOwnWords(Finding finding, HouseRule terms, string text) => terms.Message is { } message
        ? finding with { Explanation = message.Replace("{0}", text[finding.Start..finding.End], StringComparison.Ordinal) }
        : finding;

    static double Rounded(double score) => Math.Round(score, 4);
}
