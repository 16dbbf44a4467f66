using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

public sealed partial class Newsdesk
{
    /// <summary>A story from what an agency sent; the same item again leads to the same story.</summary>
    public async Task<Done> FileFrom(long wireItem, string by, CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.WireItems.FindAsync([wireItem], stop) is not { } item) return new(null);
        if (item.IsWithdrawn) return new(null, new("withdrawn"));
        // One that was withdrawn stays withdrawn; of what the agency sends after it, a new story may be made.
        var standing = newsroom.Stories.From(item.Wire, item.Guid).Where(story => story.Killed == null && story.Spiked == null);
        if (await standing.OrderBy(story => story.Id).FirstOrDefaultAsync(stop) is { } already) return new(already);

        var now = clock.GetUtcNow();
        var story = Story.FileFrom(item, paper.Edition(item.Edition)!, by, now, await Assignment.TranslationOf(item, newsroom, now, stop));
        return await Enter(newsroom, story, by, now, stop);
    }

    /// <summary>Saves what was made of ours and a newer take of the agency's; nothing is published by it.</summary>
    /// <param name="settled">The newer take is dealt with; else part of it still waits.</param>
    public Task<Done> Merge(long id, (int Revision, int Take) seen, StoryCopy copy, bool settled, string by, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        if (story.NewerTake != seen.Take) return new("newer-take");
        var latest = story.Latest;
        if (story.Save(copy, seen.Revision, paper.Edition(story.Edition)!.CultureInfo, by, now) is { } refusal) return refusal;

        if (settled) story.TouchedByEditor();
        if (story.Latest != latest) newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Saved, story, by, now));
        return null;
    }, stop);

    /// <summary>Shows again what was hidden with its original; what an agency itself holds is not ours to release.</summary>
    public Task<Done> Release(long id, string by, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        if (story.Killed is not null) return new("killed");
        if (!story.IsHeld) return new("not-held");

        story.EmbargoUntil(null);
        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.EmbargoLifted, story, by, now));
        return null;
    }, stop);
}
