namespace Manset.BrowserTests.Site;

/// <summary>The Nu Html Checker's word on every page as it is sent.</summary>
public sealed class ValidityTests(DaysPaper paper)
{
    [Fact]
    public async Task Every_page_is_valid()
    {
        Validity.IsKnown();
        var pages = new Dictionary<string, string>();
        foreach (var kind in DaysPaper.Kinds)
            foreach (var edition in DaysPaper.Editions)
                pages[$"{kind} {edition}"] = await Sent(kind, edition);
        await Validity.Passes(pages);
    }

    async Task<string> Sent(string kind, string edition)
    {
        var address = await paper.Address(kind, edition);
        using var reader = new HttpClient();
        reader.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (kind == "other site") reader.DefaultRequestHeaders.Add("Origin", DaysPaper.Elsewhere);
        using var form = new FormUrlEncodedContent([new("name", "Okur"), new("text", paper.TextFor(kind, edition) ?? "Selam.")]);
        using var answer = kind is "approved" or "held" or "refused" or "other site" ? await reader.PostAsync(new Uri($"{address}/comments"), form) : await reader.GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }
}
