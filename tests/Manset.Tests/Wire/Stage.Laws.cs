using System.Net;
using Manset.Desk;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Wire;

sealed partial class Stage
{
    static readonly string[] Places =
    [
        "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/atom.xml", "/tr/siyaset/feed.json", "/sitemap.xml", "/tr/news-sitemap.xml",
        "/api/v1/stories?edition=tr", "/api/v1/stories?edition=tr&section=politics", "/tr/search?q=haberi", "/api/v1/stories?edition=tr&q=haberi",
    ];

    readonly Dictionary<long, (DateTimeOffset First, DateTimeOffset Last)> stamps = [];
    /// <summary>What an editor wrote last, by story.</summary>
    readonly Dictionary<long, string> editors = [];

    async Task Hold()
    {
        var now = clock.GetUtcNow();
        var items = await newsroom.Ask(room => room.WireItems.AsNoTracking().ToListAsync());
        var stories = await newsroom.Ask(room => room.Stories.AsNoTracking().Include(story => story.Killed).Include(story => story.Spiked).Include(story => story.Revisions).ToListAsync());
        var shown = string.Join('\n', await Task.WhenAll(Places.Select(newsroom.Page)));

        Nothing_is_doubled(items, stories);
        foreach (var (at, (wire, guid)) in Items.Index())
        {
            var newest = items.SingleOrDefault(item => item.Newest && item.Wire == wire && item.Guid == guid);
            var story = stories.SingleOrDefault(each => each.Wire == wire && each.Guid == guid);
            var hidden = newest is null or { IsWithdrawn: true } || (newest.IsEmbargoed(now) && !newest.EmbargoLifted) || story is { Killed: not null } or { Spiked: not null };
            if (hidden) await It_is_nowhere(at, story, shown);
            if (story is null) continue;

            Stamps_never_turn_back(story);
            Editors_words_stand(story);
            if (!hidden && newest is not null) It_says_what_the_newest_take_says(story, newest, now);
        }
    }

    static void Nothing_is_doubled(List<WireItem> items, List<Story> stories)
    {
        Assert.Equal(stories.Count, stories.Select(story => (story.Wire, story.Guid)).Distinct().Count());
        Assert.Equal(items.Count, items.Select(item => (item.Wire, item.Guid, item.Fingerprint)).Distinct().Count());
        Assert.All(items.GroupBy(item => (item.Wire, item.Guid)), takes => Assert.Single(takes, take => take.Newest));
    }

    async Task It_is_nowhere(int item, Story? story, string shown)
    {
        Assert.False(shown.Contains(Mark(item), StringComparison.Ordinal), $"{Mark(item)} shows in a list");
        if (story is not { Live: not null }) return;

        var page = newsroom.Services.GetRequiredService<Paper>().Edition(story.Edition)!.StoryPath(story.Section, story.Permalink, story.Id);
        foreach (var path in new[] { page, $"/api/v1/stories/{story.Id}" })
        {
            using var answer = await newsroom.Reader.GetAsync(path);
            Assert.Equal(story.Killed is null ? HttpStatusCode.NotFound : HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain($"{Mark(item)} metni", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    void Stamps_never_turn_back(Story story)
    {
        if (story.FirstPublished is not { } first || story.LastUpdated is not { } last) return;
        if (stamps.TryGetValue(story.Id, out var before))
        {
            Assert.Equal(before.First, first);
            Assert.True(last >= before.Last, $"last updated went from {before.Last:O} to {last:O}");
        }
        Assert.True(first <= last);
        stamps[story.Id] = (first, last);
    }

    void Editors_words_stand(Story story)
    {
        if (editors.TryGetValue(story.Id, out var words)) Assert.Equal(words, story.Copy.Standfirst);
    }

    static void It_says_what_the_newest_take_says(Story story, WireItem newest, DateTimeOffset now)
    {
        if (!story.ByWire || story.Live is not { } live || now < story.Embargo) return;
        Assert.Equal(newest.Headline, story.Revisions.Single(revision => revision.Number == live).Copy.Headline);
    }

    /// <summary>For every withdrawal of a story that was live, each surface was asked and had let go; for an agency's, the desk was alarmed.</summary>
    public async Task End()
    {
        await Settle();
        await Hold();
        foreach (var kill in await newsroom.Ask(room => room.Ledger.AsNoTracking().Where(entry => entry.Act == Act.Killed).ToListAsync()))
        {
            await TestNewsroom.Until(() =>
            {
                newsroom.Services.GetRequiredService<Bell>().Wake();
                return newsroom.Ask(async room => await room.Receipts.AnyAsync(receipt => receipt.Entry == kill.Id) && await room.Receipts.AllAsync(receipt => receipt.Entry != kill.Id || receipt.GoneAt != null));
            }, $"story {kill.Subject} was recalled");
            var receipts = await newsroom.Ask(room => room.Receipts.Where(receipt => receipt.Entry == kill.Id).ToListAsync());
            Assert.True(receipts.Count > 10 && receipts.TrueForAll(receipt => receipt.GoneAt is not null));
            if (kill.By != Editor) Assert.True(await newsroom.Ask(room => room.Alarms.AnyAsync(alarm => alarm.StoryId == kill.Subject && alarm.Cause == AlarmCause.Killed)));
        }
    }
}
