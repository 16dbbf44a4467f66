using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Turkish written without its letters. The question is always whether restoring changes a word, never whether letters are absent.</summary>
static class MissingLetters
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var missing = reading.Restorations.FindAll(word => IsMissing(word, reading) && !OwnWords.Have(terms.Exempt, reading.Tokens[word.Token].In(reading.Text), turkish: true));
        if (missing.Count == 0) return [];

        var confidence = Confidence(missing, reading, terms);
        return missing.Select(word =>
        {
            var token = reading.Tokens[word.Token];
            return new Finding("turkish-letters", token.Start, token.End, confidence,
                say["turkish-letters", reading.Text[token.Start..token.End], word.Restored], word.Restored);
        });
    };

    /// <summary>Among capitals <c>I</c> is a right <c>ı</c>.</summary>
    static bool IsMissing(Restoration word, Reading reading) =>
        Letters.Lower(reading.Tokens[word.Token].In(reading.Text), turkish: true) != Letters.Lower(word.Restored, turkish: true);

    /// <summary>One slip in proper Turkish, or one word that may be another, is only pointed out; a bare text, or several slips, is refused until mended.</summary>
    static double Confidence(List<Restoration> found, Reading reading, HouseRule terms)
    {
        var missing = found.Count;
        if (missing == 1 && found[0].WasWord) return 0.3;

        var words = reading.Tokens.Count(token => token.Sort is Sort.Word && token.Length > 1);
        if (!Letters.HasTurkish(reading.Text)) return missing * 8 >= words ? 0.9 : 0.6;

        var several = missing >= terms.Limits.GetValueOrDefault("words", 2);
        return several && missing >= terms.Limits.GetValueOrDefault("share", 0.06) * words ? 0.85 : several ? 0.5 : 0.3;
    }
}
