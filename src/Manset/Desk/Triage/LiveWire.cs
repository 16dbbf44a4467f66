using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Manset.Data;
using Manset.Desk.Door;
using Manset.Desk.Feeds;
using Manset.Ledger;
using Manset.Looks;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Triage;

/// <summary>
/// Tells one open list what changes on the wire, as the ledger grows, on this node or another. Each event carries its entry's id: whoever
/// comes back with it goes on from there, so nothing is missed, and a line that is told twice is the same line.
/// </summary>
public sealed class LiveWire(IDbContextFactory<Newsroom> newsrooms, Bell bell, PageRenderer pages, Silences silences, TimeProvider clock, IHostApplicationLifetime host)
{
    /// <summary>More lines than these at once are not told one by one: the page is read anew.</summary>
    public const int Most = 60;
    /// <summary>Further behind than this, a list is read anew.</summary>
    const long FarBehind = 5_000;
    /// <summary>What comes close together is told together.</summary>
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    /// <summary>Beats keep the connection open; it ends by itself now and then, so that whoever may no longer listen stops.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15), Lasts = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<SseItem<WireNews>> Follow(Seat seat, WireSearch search, long place, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        var (stop, ends, silence) = (either.Token, clock.GetUtcNow() + Lasts, (string?)null);
        yield return Event(place, new());
        while (!stop.IsCancellationRequested && clock.GetUtcNow() < ends)
        {
            var rung = bell.Next;
            IReadOnlyList<WireNews> news;
            IReadOnlyList<long> entries;
            try
            {
                (place, entries, news) = await Read(seat, search, place, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { yield break; }
            for (var told = 0; told < news.Count; told++) yield return Event(entries[told], news[told]);
            if (await Heard(seat, stop) is { } now && now != silence) yield return Event(place, new() { Silence = silence = now });
            else if (news.Count == 0) yield return Event(place, new());
            await Pause(rung, stop);
        }
    }

    /// <summary>How many lines of a list changed after a place; for whoever cannot keep a stream open.</summary>
    public async Task<int> Count(WireSearch search, long place, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Ledger.Where(entry => entry.Id > place && entry.Act == Act.Received)
            .Join(search.Among(newsroom), entry => entry.Subject, item => item.Id, (_, item) => item.Id).Distinct().Take(Most).CountAsync(stop);
    }

    async Task<(long Place, IReadOnlyList<long> Entries, IReadOnlyList<WireNews> News)> Read(Seat seat, WireSearch search, long place, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.End(stop) is var end && end - place > FarBehind) return (end, [end], [new() { Many = await Count(search, place, stop) }]);

        var tail = await WireTail.After(place, newsroom, stop);
        if (tail.Threads.Count == 0) return (tail.Place, [], []);
        if (tail.Threads.Count > Most) return (tail.Place, [tail.Place], [new() { Many = await Count(search, place, stop) }]);

        var guids = tail.Threads.Select(thread => thread.Guid).ToArray();
        var loose = await newsroom.Rows(search.Regardless(newsroom).Where(item => guids.Contains(item.Guid)), stop);
        var listed = (await search.Among(newsroom).Where(item => guids.Contains(item.Guid)).Select(item => item.Id).ToListAsync(stop)).ToHashSet();
        var calls = await Calls(newsroom, seat, guids, stop);
        var news = new List<WireNews>();
        foreach (var thread in tail.Threads)
        {
            var key = WireRow.ThreadOf(thread.Wire, thread.Guid);
            var called = thread.Fresh ? calls.Where(call => call.Thread == key).Select(call => call.Search).ToList() : [];
            var headline = called.Count > 0 ? calls.First(call => call.Thread == key).Headline : null;
            news.Add(loose.Find(row => row.Thread == key) is { } row
                ? new(key, await Print(seat, row), thread.Fresh && listed.Contains(row.Id), headline, called)
                : new(key, Headline: headline, Calls: called));
        }
        return (tail.Place, [.. tail.Threads.Select(thread => thread.Entry)], news);
    }

    /// <summary>The followed searches that these items answer to.</summary>
    static async Task<List<(string Thread, string Headline, long Search)>> Calls(Newsroom newsroom, Seat seat, string[] guids, CancellationToken stop)
    {
        var calls = new List<(string, string, long)>();
        foreach (var saved in await newsroom.SavedSearches.AsNoTracking().Of(seat.Who!.Name).ToListAsync(stop))
        {
            var found = await saved.Search.Among(newsroom).Where(item => guids.Contains(item.Guid)).Select(item => new { item.Wire, item.Guid, item.Headline }).ToListAsync(stop);
            calls.AddRange(found.Select(item => (WireRow.ThreadOf(item.Wire, item.Guid), item.Headline, saved.Id)));
        }
        return calls;
    }

    async Task<string> Print(Seat seat, WireRow row) => Encoding.UTF8.GetString(await pages.Fragment<ItemRow>(new Dictionary<string, object?>
    {
        [nameof(ItemRow.Seat)] = seat,
        [nameof(ItemRow.Row)] = row,
        [nameof(ItemRow.Now)] = clock.GetUtcNow(),
    }));

    async Task<string?> Heard(Seat seat, CancellationToken stop)
    {
        try
        {
            return Encoding.UTF8.GetString(await pages.Fragment<SilenceNotices>(new Dictionary<string, object?>
            {
                [nameof(SilenceNotices.Seat)] = seat,
                [nameof(SilenceNotices.Silent)] = await silences.Standing(stop),
            }));
        }
        catch (OperationCanceledException) { return null; }
    }

    /// <summary>By the machine's own clock: a pulse on the line is nobody's news.</summary>
    static async Task Pause(Task rung, CancellationToken stop)
    {
        await Task.WhenAny(rung, Task.Delay(Beat, stop));
        await Task.Delay(Gathering, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    static SseItem<WireNews> Event(long entry, WireNews news) => new(news, "wire") { EventId = entry.ToString(CultureInfo.InvariantCulture) };
}
