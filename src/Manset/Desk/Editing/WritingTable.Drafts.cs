using Manset.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Editing;

public sealed partial class WritingTable
{
    /// <summary>Keeps what has been typed and not saved, once for each member and story.</summary>
    /// <returns>What of it cannot be kept; null when there is no such story.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> Keep(long id, EditorForm form, string by, CancellationToken stop)
    {
        if (await desk.Find(id, stop) is not { } story) return null;

        var edition = paper.Edition(story.Edition)!;
        var faults = form.Faults(edition);
        if (faults.Count > 0) return faults;

        var copy = form.Story(edition).Copy(edition);
        // Typed back to what is saved, or sent late, after the save itself: nothing to keep.
        var embargo = story.Wire is not null || form.Leaves(story.Embargo, edition) ? story.Embargo : form.EmbargoIn(edition);
        if (copy.Says(story.Copy) && embargo == story.Embargo) await Drop(id, by, stop);
        else await Put(id, form.Seen, copy, embargo, by, stop);
        return faults;
    }

    /// <summary>Puts the newer take's words into the member's draft, to be looked at and saved.</summary>
    public async Task<bool> TakeNewer(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { NewerTake: { } take, Wire: { } wire, Guid: { } guid } story) return false;
        if (await newsroom.WireItems.Of(wire, guid).FirstOrDefaultAsync(item => item.Take == take, stop) is not { } item) return false;

        await Put(id, story.Latest, WireCopy.Of(item), story.Embargo, by, stop);
        return true;
    }

    public async Task Drop(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        await newsroom.Drafts.Where(row => row.StoryId == id && row.Member == by).ExecuteDeleteAsync(stop);
    }

    async Task Put(long id, int seen, StoryCopy copy, DateTimeOffset? embargo, string by, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
            var now = clock.GetUtcNow();
            if (await newsroom.Drafts.FindAsync([id, by], stop) is { } draft) (draft.Revision, draft.Copy, draft.Embargo, draft.At) = (seen, copy, embargo, now);
            else newsroom.Drafts.Add(new() { StoryId = id, Member = by, Revision = seen, Copy = copy, Embargo = embargo, At = now });
            try
            {
                await newsroom.SaveChangesAsync(stop);
                return;
            }
            // Begun, or dropped, by the same member in another window at the same moment: look once more.
            catch (DbUpdateException) when (tries == 0) { }
        }
    }
}
