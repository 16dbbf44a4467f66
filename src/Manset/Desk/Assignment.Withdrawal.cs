using Manset.Data;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

public sealed partial class Assignment
{
    async Task Withdraw(Story story, WireItem item, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        if (story.Killed is not null || story.Spiked is not null) return;

        Withdraw(story, item, newsroom, now);
        var (made, standing) = await TranslationsOf(story, newsroom, now, stop);
        foreach (var translation in made)
        {
            if (recalls.Value.Translations is TranslationsOfKilled.Held) Hide(translation, AlarmCause.Held, item, newsroom, now);
            else Withdraw(translation, item, newsroom, now);
        }
        newsroom.Alarms.AddRange(standing.Select(other => Alarm.Of(AlarmCause.TranslationStands, other, item.Wire, item.EditorialNote, now)));
    }

    void Withdraw(Story story, WireItem item, Newsroom newsroom, DateTimeOffset now)
    {
        if (story.Live is null)
        {
            story.Spike(item.Wire, now);
            newsroom.Ledger.Add(StoryEntries.Of(Act.Spiked, story, item.Wire, now, why: item.EditorialNote));
        }
        else
        {
            var why = item.EditorialNote ?? Words.In(story.Edition)["desk.withdrawn-by-agency", item.Credit ?? item.Wire];
            story.Kill(why.Length > Story.LongestNote ? why[..Story.LongestNote] : why, item.Wire, now);
            newsroom.Ledger.Add(StoryEntries.Of(Act.Killed, story, item.Wire, now, why: why));
            LogWithdrew(story.Id, item.Wire);
        }
        newsroom.Alarms.Add(Alarm.Of(AlarmCause.Killed, story, item.Wire, item.EditorialNote, now));
    }

    static async Task Withhold(Story story, WireItem item, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        if (story.Embargo == Story.UntilFurtherNotice) return;

        Hide(story, AlarmCause.Withheld, item, newsroom, now);
        foreach (var translation in (await TranslationsOf(story, newsroom, now, stop)).Made) Hide(translation, AlarmCause.Withheld, item, newsroom, now);
    }

    static void Hide(Story story, AlarmCause cause, WireItem item, Newsroom newsroom, DateTimeOffset now)
    {
        if (story.Embargo == Story.UntilFurtherNotice) return;

        story.Withhold();
        newsroom.Ledger.Add(StoryEntries.Of(Act.Embargoed, story, item.Wire, now, why: item.EditorialNote));
        newsroom.Alarms.Add(Alarm.Of(cause, story, item.Wire, item.EditorialNote, now));
    }

    /// <summary>What was translated from a story is under the same embargo, and is free when it is.</summary>
    static async Task BindTranslations(Story story, DateTimeOffset? before, WireItem item, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var translation in (await TranslationsOf(story, newsroom, now, stop)).Made)
        {
            // The desk has set one of its own, which ends later.
            if (translation.Embargo != before && translation.Embargo is not null && translation.Embargo > story.Embargo) continue;
            if (translation.Embargo == story.Embargo || (translation.Embargo != before && story.Embargo is null)) continue;

            translation.EmbargoUntil(story.Embargo);
            newsroom.Ledger.Add(StoryEntries.Of(story.Embargo > now ? Act.Embargoed : Act.EmbargoLifted, translation, item.Wire, now));
        }
    }

    /// <summary>
    /// Of the other languages of a story: those that were made here from it, which share its fate, and those that stand by
    /// themselves because an agency sent them, or because the story is a translation itself.
    /// </summary>
    static async Task<(List<Story> Made, List<Story> Standing)> TranslationsOf(Story story, Newsroom newsroom, DateTimeOffset now, CancellationToken stop)
    {
        var (made, standing, root) = (new List<Story>(), new List<Story>(), story.Root);
        var family = newsroom.Stories.Where(other => other.Id != story.Id && (other.Id == root || other.TranslationOf == root) && other.Killed == null && other.Spiked == null);
        foreach (var id in await family.OrderBy(other => other.Id).Select(other => other.Id).ToListAsync(stop))
        {
            if (await newsroom.Story(id, stop) is not { } other) continue;
            if (other.TranslationOf == story.Id && other.Guid is null) made.Add(other);
            else if (other.Live is not null && !(now < other.Embargo)) standing.Add(other);
        }
        return (made, standing);
    }
}
