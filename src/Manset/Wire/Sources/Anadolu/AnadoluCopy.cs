namespace Manset.Wire;

/// <summary>What Anadolu Agency's documents leave to its clients: pictures are only named, and the text opens with its own dateline.</summary>
static class AnadoluCopy
{
    const string PictureId = "aa:picture:", GraphId = "aa:graph:";

    /// <param name="series">Pictures of the item's series that were fetched already.</param>
    public static Reading Complete(Reading reading, Anadolu account, IReadOnlyList<WirePicture> series) => reading with
    {
        Items = [.. reading.Items.Select(item => Opening.Strip(item with { Pictures = [.. Pictures(item, account), .. series] }))],
    };

    public static bool NamesPictures(Dispatch item) => item.Associations.Any(IsPicture);

    static IEnumerable<WirePicture> Pictures(Dispatch item, Anadolu account)
    {
        foreach (var picture in item.Pictures) yield return picture;
        if (item.Guid.StartsWith(PictureId, StringComparison.Ordinal))
            yield return new(account.PictureAt(item.Guid), item.Standfirst ?? item.Headline, item.Credit, null);
        foreach (var named in item.Associations.Where(IsPicture).DistinctBy(named => named.Target))
            yield return new(account.PictureAt(named.Target), named.Title, item.Credit, null);
    }

    static bool IsPicture(Association named) =>
        named.Target.StartsWith(PictureId, StringComparison.Ordinal) || named.Target.StartsWith(GraphId, StringComparison.Ordinal);
}
