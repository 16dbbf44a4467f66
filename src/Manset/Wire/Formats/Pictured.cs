namespace Manset.Wire;

/// <summary>One picture of the several sizes an agency offers.</summary>
static class Pictured
{
    /// <summary>The widest that anyone can fetch stands for the picture; where no widths are told, the first. Null without any.</summary>
    public static WirePicture? Of(IEnumerable<Rendition> offered, string? caption, string? credit, string? alt)
    {
        var renditions = offered.DistinctBy(each => each.Address).Take(20).ToList();
        var best = renditions.OrderByDescending(IsOfTheWeb).ThenByDescending(each => each.Width ?? 0).FirstOrDefault();
        if (best is null || !Uri.TryCreate(best.Address, UriKind.RelativeOrAbsolute, out var address)) return null;
        return new(address, caption, credit, alt) { Renditions = renditions };
    }

    static bool IsOfTheWeb(Rendition rendition) => rendition.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
