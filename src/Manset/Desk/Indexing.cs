using Manset.Copy;
using Manset.Data;
using Manset.Ledger;
using Manset.Search;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

/// <summary>Keeps the search index abreast of what is published and withdrawn.</summary>
public sealed class Indexing(ISearchIndex index) : Follower
{
    public override string Name => "search";

    public override bool Heeds(Act act) => act is Act.Published or Act.Corrected or Act.Killed or Act.Lapsed;

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        // The story as it stands now: of several entries the last decides, whatever the order they are met in.
        var live = await (
            from story in newsroom.Stories
            where story.Id == entry.Subject && story.Live != null && story.Killed == null && !story.Lapsed
            join revision in newsroom.Revisions on new { story.Id, Number = story.Live!.Value } equals new { Id = revision.StoryId, revision.Number }
            select new { story.Edition, revision.Copy, story.FirstPublished }).AsNoTracking().FirstOrDefaultAsync(stop);
        if (live is null) await index.Remove(newsroom, entry.Subject, stop);
        else
        {
            var text = $"{live.Copy.Standfirst}\n{CanonicalHtml.Text(live.Copy.Body)}\n{live.Copy.Byline}\n{string.Join('\n', live.Copy.Tags)}";
            await index.Put(newsroom, entry.Subject, live.Edition, live.Copy.Headline, text, live.FirstPublished!.Value, stop);
        }
    }
}
