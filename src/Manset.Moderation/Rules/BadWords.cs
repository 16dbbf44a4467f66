using Manset.Moderation.Offence;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Swearing and insults. Said to somebody they weigh more; quoted or told of somebody else, less: a person looks at those.</summary>
static class BadWords
{
    const double Address = 0.15;
    const double Quotation = 0.25;
    const double Abstraction = 0.15;

    public static Rule Profanity(HouseRule terms, Explanations say) => reading => Breaches("profanity", reading, terms, say);

    public static Rule Insult(HouseRule terms, Explanations say) => reading => Breaches("insult", reading, terms, say);

    static IEnumerable<Finding> Breaches(string rule, Reading reading, HouseRule terms, Explanations say)
    {
        foreach (var hit in reading.Hits)
        {
            if (hit.Word.Rule != rule || Confidence(hit, reading, terms) is not { } confidence) continue;

            var words = reading.Text[hit.Start..hit.End];
            var mild = terms.Decide(confidence) != Decision.Reject;
            yield return new(rule, hit.Start, hit.End, confidence, say[mild ? $"{rule}.mild" : rule, words]);
        }
    }

    static double? Confidence(Hit hit, Reading reading, HouseRule terms)
    {
        var addressed = Surroundings.IsAddressed(hit, reading);
        if (hit.Word.Addressed && !addressed) return null;

        var confidence = hit.Word.Strength;
        if (addressed && !hit.Word.Addressed && hit.Word.Rule == "insult") confidence += Address;
        if (!addressed && hit.Word is { Rule: "insult", Turkish: true } && Suffixes.IsAbstract(hit.Suffix)) confidence -= Abstraction;
        if (hit.Disguised) confidence += 0.05;
        if (Surroundings.IsQuoted(hit, reading) || Surroundings.IsTold(hit, reading))
            confidence = Math.Max(confidence - Quotation, Math.Min(confidence, terms.Hold ?? 0));
        return Math.Round(Math.Clamp(confidence, 0.05, 0.99), 2);
    }
}
