namespace Manset.Site;

static class Headlines
{
    const int Long = 100;

    /// <summary>The class that sets a headline of many words in smaller type; none for one of usual length.</summary>
    public static string? Size(string headline) => headline.Length > Long ? "long" : null;
}
