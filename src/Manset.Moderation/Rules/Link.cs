using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>More addresses than a comment needs.</summary>
static class Link
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        var links = reading.Tokens.FindAll(token => token.Sort is Sort.Address && token.In(reading.Text).IndexOf('@') < 0);
        var most = terms.Limits.GetValueOrDefault("most", 1);
        if (links.Count <= most) return [];

        var confidence = links.Count > terms.Limits.GetValueOrDefault("outright", 4) ? 1 : 0.6;
        return links.Skip((int)most).Select(link => new Finding("link", link.Start, link.End, confidence, say["link", links.Count, most]));
    };
}
