using Manset.Data;
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
public sealed partial class Assignment(IOptionsMonitor<Wires> wires, Paper paper, TimeProvider clock, ILogger<Assignment> logger) : Follower
{
    static readonly TimeSpan TranslationsComeWithin = TimeSpan.FromDays(2);

    public override string Name => "assignment";

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        if (entry.Act is not (Act.Received or Act.EmbargoLifted)) return;
        if (await newsroom.WireItems.FindAsync([entry.Subject], stop) is not { Newest: true } item) return;

        var story = await newsroom.First(newsroom.Stories.From(item.Wire, item.Guid), stop);
        if (item.IsWithdrawn) Withdraw(story, item, newsroom);
        else if (story is not null) Update(story, item, newsroom);
        else if (!item.IsEmbargoed(clock.GetUtcNow()) && wires.CurrentValue.Named(item.Wire).Publish.Any(rule => rule.Matches(item)))
            await FileAndPublish(item, newsroom, stop);
    }

    void Withdraw(Story? story, WireItem item, Newsroom newsroom)
    {
        if (story is null) return;

        var now = clock.GetUtcNow();
        if (story.Live is null)
        {
            if (story.Spiked is not null) return;
            story.Spike(item.Wire, now);
            newsroom.Ledger.Add(StoryEntries.Of(Act.Spiked, story, item.Wire, now, why: item.EditorialNote));
        }
        else if (story.Killed is null)
        {
            var why = item.EditorialNote ?? Words.In(story.Edition)["desk.withdrawn-by-agency", item.Credit ?? item.Wire];
            story.Kill(why, item.Wire, now);
            newsroom.Ledger.Add(StoryEntries.Of(Act.Killed, story, item.Wire, now, why: why));
            LogWithdrew(story.Id, item.Wire);
        }
    }

    void Update(Story story, WireItem item, Newsroom newsroom)
    {
        if (story.Killed is not null || story.Spiked is not null || story.Taken >= item.Take) return;

        var now = clock.GetUtcNow();
        var (section, embargo) = (story.Section, story.Embargo);
        if (story.TakeOver(item, paper.Edition(story.Edition)!.CultureInfo, now) is not null) return;

        if (story.Embargo != embargo) newsroom.Ledger.Add(StoryEntries.Of(Act.Embargoed, story, item.Wire, now));
        if (!story.ByWire || story.Live is null || story.Live == story.Latest) return;

        var corrects = item.Corrects && !string.IsNullOrWhiteSpace(item.EditorialNote);
        var refusal = corrects ? story.Correct(item.EditorialNote!, item.Wire, now) : story.Publish(item.Wire, now);
        if (refusal is null) newsroom.Ledger.Add(StoryEntries.Of(corrects ? Act.Corrected : Act.Published, story, item.Wire, now, section));
        else LogRefused(story.Id, refusal.Code);
    }

    async Task FileAndPublish(WireItem item, Newsroom newsroom, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var story = Story.FileFrom(item, paper.Edition(item.Edition)!, item.Wire, now, await TranslationOf(item, newsroom, now, stop));
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
