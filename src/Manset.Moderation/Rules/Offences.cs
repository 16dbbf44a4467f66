using Manset.Moderation.Learnt;
using Manset.Moderation.Offence;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>What the learnt models take for an offence, or for an attack on a belief, where no word of a list has said so already.</summary>
static class Offences
{
    const int MostFindings = 5;
    const double Sure = 0.7;

    /// <summary>From here a kind is named in the explanation.</summary>
    const double Telling = 0.5;

    /// <summary>From here single words are pointed out where these are known.</summary>
    const double Hinting = 0.2;

    static readonly (string Key, int Question)[] Kinds =
        [("offence.insult", Questions.Insult), ("offence.profanity", Questions.Profanity), ("offence.racism", Questions.Racism), ("offence.sexism", Questions.Sexism)];

    public static Rule Offence(HouseRule terms, Explanations say) => reading =>
    {
        var likely = Likely(reading, terms, reading.Evidence.Offensive);
        if (likely >= Hinting && terms.Decide(likely) is Decision.Approve)
            return Breaches("offence", "offence.word", reading.Evidence.Offending(reading), likely, reading, terms, say);
        if (terms.Decide(likely) is Decision.Approve || (SaysAll(reading) && !reading.Evidence.TellsWords)) return [];

        var (key, question) = Kinds.MaxBy(kind => reading.Evidence[kind.Question]);
        if (reading.Evidence[question] < Telling) (key, question) = ("offence", Questions.Comment);
        return Breaches("offence", key, reading.Evidence.Words(reading, question), likely, reading, terms, say);
    };

    public static Rule Belief(HouseRule terms, Explanations say) => reading =>
    {
        var likely = Likely(reading, terms, reading.Evidence[Questions.Belief]);
        return terms.Decide(likely) is Decision.Approve ? [] : Breaches("belief", "belief", reading.Evidence.Words(reading, Questions.Belief), likely, reading, terms, say);
    };

    /// <summary>Told or condemned words are not their teller's: a person looks at those.</summary>
    public static double Likely(Reading reading, HouseRule terms, double likely) =>
        likely >= terms.Reject && Reported.In(reading) ? Math.BitDecrement(terms.Reject.Value) : likely;

    /// <summary>A word of a list has said it already, and for sure.</summary>
    static bool SaysAll(Reading reading) => reading.Found.Exists(finding => finding is { Rule: "profanity" or "insult" or "belief", Confidence: >= Sure });

    static IEnumerable<Finding> Breaches(string rule, string key, List<(int First, int Last)> words, double likely, Reading reading, HouseRule terms, Explanations say)
    {
        var confidence = Math.Round(likely, 3, MidpointRounding.ToZero);
        var decision = terms.Decide(likely);
        var spans = words.Take(MostFindings).Select(run => (reading.Tokens[run.First].Start, reading.Tokens[run.Last].End)).ToList();
        var others = spans.FindAll(span => !reading.Found.Exists(finding => finding.Rule != "capitals" && finding.Start < span.End && finding.End > span.Start));
        return (others.Count > 0 || decision is Decision.Approve ? others : spans).Select(span => new Finding(rule, span.Start, span.End, confidence, say[decision is Decision.Reject ? key : $"{key}.mild", reading.Text[span.Start..span.End]]));
    }
}
