using Manset.Site;

namespace Manset.Press;

/// <summary>Makes the plate of a page, for the first reader who asks or ahead of them.</summary>
public sealed class Platemaker(PlateRack rack, Pages pages)
{
    public bool Has(string path) => pages.Has(path);

    /// <summary>The plate at a path; made once, however many are waiting for it.</summary>
    public Task<Plate> Get(string path) => rack.Get(path, async wanted => Plate.Of(await pages.Make(wanted)));
}
