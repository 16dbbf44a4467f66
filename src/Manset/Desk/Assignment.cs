using Manset.Data;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Desk;

/// <summary>
/// Follows what the wires receive: files and publishes what a rule lets out unseen, updates untouched stories, withdraws what the
/// agency withdraws, and marks for an editor what an editor has touched. The rest waits in the wire list.
/// </summary>
public sealed partial class Assignment(IOptionsMonitor<Wires> wires, IOptions<RecallRules> recalls, Paper paper, TimeProvider clock, ILogger<Assignment> logger) : Follower
{
    static readonly TimeSpan TranslationsComeWithin = TimeSpan.FromDays(2);

    public override string Name => "assignment";

    public override bool Heeds(Act act) => act is Act.Received or Act.EmbargoLifted or Act.PictureCame;

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        // An embargo that ended is entered for its item and for its story; the item's is ours.
        if (entry.Fact("root") is not null) return;
        if (await newsroom.WireItems.FindAsync([entry.Subject], stop) is not { } item || paper.Edition(item.Edition) is not { } edition) return;

        // Never before the entry: where this node's clock is behind the one that entered it, an embargo must not seem to hold still.
        var now = clock.GetUtcNow() is var here && here > entry.At ? here : entry.At;
        if (item.Status is WireStatus.Killed)
        {
            if (entry.Act is not Act.Received) return;
            foreach (var story in await StoriesOf(item, newsroom, stop)) await Withdraw(story, item, newsroom, now, stop);
            return;
        }
        if (!item.Newest) return;

        if ((await StoriesOf(item, newsroom, stop)).LastOrDefault() is not { } latest)
        {
            if (entry.Act is not Act.PictureCame && !item.IsWithdrawn && !item.IsEmbargoed(now) && MayGoOut(item)) await FileAndPublish(item, edition, newsroom, now, stop);
        }
        else if (latest.Killed is not null || latest.Spiked is not null) return;
        else if (item.IsWithdrawn) await Withhold(latest, item, newsroom, now, stop);
        else if (entry.Act is Act.EmbargoLifted) await Lift(latest, item, newsroom, now, stop);
        else if (entry.Act is Act.PictureCame) Illustrate(latest, item, edition, newsroom, now);
        else await Update(latest, item, edition, newsroom, now, stop);
    }

    bool MayGoOut(WireItem item) => wires.CurrentValue.Named(item.Wire).Publish.Any(rule => rule.Matches(item));

    /// <summary>Oldest first: after a kill an editor may have made another.</summary>
    static async Task<List<Story>> StoriesOf(WireItem item, Newsroom newsroom, CancellationToken stop)
    {
        var stories = new List<Story>();
        foreach (var id in await newsroom.Stories.From(item.Wire, item.Guid).OrderBy(story => story.Id).Select(story => story.Id).ToListAsync(stop))
            if (await newsroom.Story(id, stop) is { } story) stories.Add(story);
        return stories;
    }

    /// <summary>The gate has opened by the clock; those who follow are told, and what waited behind it goes out.</summary>
    async Task Lift(Story story, WireItem item, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        if (story.Embargo is null || story.Embargo > now) return;

        // It is over for good: a clock that is set back later hides nothing again.
        var embargo = story.Embargo;
        story.EmbargoUntil(null);
        await BindTranslations(story, embargo, item, newsroom, now, stop);
        if (story.Live is not null) newsroom.Ledger.Add(StoryEntries.Of(Act.EmbargoLifted, story, item.Wire, now));
        if (story.Live != story.Latest) SendOut(story, item, item.Corrects, newsroom, now);
    }

    async Task Update(Story story, WireItem item, Edition edition, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        if (story.Taken >= item.Take || story.NewerTake >= item.Take) return;

        var embargo = story.Embargo;
        var theirs = embargo == Story.UntilFurtherNotice || (embargo is not null && await newsroom.WireItems.Of(item.Wire, item.Guid).AnyAsync(take => take.Embargo == embargo, stop));
        if (story.TakeOver(item, edition.CultureInfo, now, theirs) is not null) return;

        if (story.Embargo != embargo)
        {
            newsroom.Ledger.Add(StoryEntries.Of(Act.Embargoed, story, item.Wire, now));
            await BindTranslations(story, embargo, item, newsroom, now, stop);
        }
        if (story.Embargo is null || story.Embargo <= now) SendOut(story, item, item.Corrects, newsroom, now);
    }

    /// <summary>A picture of the very take that the story was made from; what an editor has touched keeps to what they chose.</summary>
    void Illustrate(Story story, WireItem item, Edition edition, Newsroom newsroom, DateTimeOffset now)
    {
        if (!story.ByWire || story.Taken != item.Take) return;
        if (story.TakeOver(item, edition.CultureInfo, now, endsEmbargo: true) is null && !item.IsEmbargoed(now)) SendOut(story, item, corrects: false, newsroom, now);
    }

    /// <summary>Publishes what is wholly the agency's: a story that is out already, or one that a rule lets out.</summary>
    void SendOut(Story story, WireItem item, bool corrects, Newsroom newsroom, DateTimeOffset now)
    {
        if (!story.ByWire || (story.Live is null && !MayGoOut(item))) return;

        corrects = corrects && story.Live is not null && !string.IsNullOrWhiteSpace(item.EditorialNote);
        if (story.Live == story.Latest && !corrects) return;

        var section = story.Section;
        var refusal = corrects ? story.Correct(item.EditorialNote!, item.Wire, now) : story.Publish(item.Wire, now);
        if (refusal is null) newsroom.Ledger.Add(StoryEntries.Of(corrects ? Act.Corrected : Act.Published, story, item.Wire, now, section));
        else LogRefused(story.Id, refusal.Code);
    }

    async Task FileAndPublish(WireItem item, Edition edition, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        var story = Story.FileFrom(item, edition, item.Wire, now, await TranslationOf(item, newsroom, now, stop));
        newsroom.Stories.Add(story);
        newsroom.Ledger.Add(StoryEntries.Of(Act.Filed, story, item.Wire, now));
        if (story.Publish(item.Wire, now) is { } refusal) LogRefused(story.Id, refusal.Code);
        else newsroom.Ledger.Add(StoryEntries.Of(Act.Published, story, item.Wire, now));
    }

    /// <summary>The story that another edition filed lately under the same slug.</summary>
    public static Task<Story?> TranslationOf(WireItem item, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - TranslationsComeWithin;
        return item.Slug is null
            ? Task.FromResult<Story?>(null)
            : newsroom.Stories
                .Where(story => story.Slug == item.Slug && story.Edition != item.Edition && story.Filed > since && story.Spiked == null)
                .OrderBy(story => story.Id).FirstOrDefaultAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Withdrew story {Story} as wire {Wire} asked")] partial void LogWithdrew(long story, string wire);
    [LoggerMessage(LogLevel.Warning, "Did not publish story {Story} by rule: {Refusal}")] partial void LogRefused(long story, string refusal);
}
