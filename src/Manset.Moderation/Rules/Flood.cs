using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Too many remarks at once by one hand; one sign or word written over and over.</summary>
static class Flood
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
        [.. Remarks(reading, terms, say), .. Signs(reading, terms, say), .. Words(reading, terms, say)];

    static IEnumerable<Finding> Remarks(Reading reading, HouseRule terms, Explanations say)
    {
        var minutes = terms.Limits.GetValueOrDefault("minutes", 10);
        var recent = reading.Earlier.Count(earlier => earlier.SameHand && earlier.Ago <= TimeSpan.FromMinutes(minutes));
        if (recent >= terms.Limits.GetValueOrDefault("remarks", 5))
            yield return new("flood", 0, reading.Text.Length, 1, say["flood.remarks", recent, minutes]);
    }

    static IEnumerable<Finding> Signs(Reading reading, HouseRule terms, Explanations say)
    {
        var most = terms.Limits.GetValueOrDefault("signs", 12);
        var text = reading.Text;
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && text[end] == text[start]) end++;
            var much = text[start] is '.' or '-' or '_' or '=' ? 4 * most : most;
            if (end - start > much && !char.IsWhiteSpace(text[start]) && !char.IsSurrogate(text[start]))
                yield return new("flood", start, end, end - start > 4 * most ? 1 : 0.6, say["flood.signs", text[start]]);
            start = end;
        }
    }

    static IEnumerable<Finding> Words(Reading reading, HouseRule terms, Explanations say)
    {
        var most = terms.Limits.GetValueOrDefault("words", 6);
        var words = reading.Tokens.FindAll(token => token.Sort is Sort.Word or Sort.Hashtag or Sort.Mention);
        for (var first = 0; first < words.Count;)
        {
            var next = first + 1;
            while (next < words.Count && words[next].In(reading.Text).Equals(words[first].In(reading.Text), StringComparison.OrdinalIgnoreCase)) next++;
            if (next - first > most)
                yield return new("flood", words[first].Start, words[next - 1].End, next - first > 3 * most ? 1 : 0.6,
                    say["flood.words", reading.Text[words[first].Start..words[first].End]]);
            first = next;
        }
    }
}
