using Manset.Data;
using Manset.Desk;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Manset.Recall;

/// <summary>
/// Follows what is withdrawn and hidden: writes down every place of every surface that is to be asked, before anybody asks, so
/// that no crash forgets one. Prints of pictures that no open story shows any more are thrown away.
/// </summary>
public sealed class Recalling(IEnumerable<ISurface> surfaces, PictureStore pictures, Paper paper, TimeProvider clock) : Follower
{
    public override string Name => "recall";

    public override bool Heeds(Act act) => act is Act.Killed or Act.Embargoed;

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await newsroom.WithdrawnStory(paper, entry.Subject, now, stop) is not { } story) return;

        if (story.IsKilled) await DropPrints(story, newsroom, now, stop);
        foreach (var surface in surfaces)
            newsroom.Receipts.AddRange(surface.Places(story).Distinct().Select(place => Receipt.Of(story.Id, entry.Id, surface.Name, place, now)));
        newsroom.Ledger.Add(Entry.Of(Act.Recalling, story.Id, entry.By, now, entry.Edition, ("entry", FormattableString.Invariant($"{entry.Id}"))));
    }

    async Task DropPrints(Withdrawn story, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var picture in await newsroom.Pictures.AsNoTracking().Where(row => story.Pictures.Contains(row.Id)).ToListAsync(stop))
            if (!await newsroom.IsShown(picture.Id, now, stop)) pictures.DropPrints(picture);
    }
}
