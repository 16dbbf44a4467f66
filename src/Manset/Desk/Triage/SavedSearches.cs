using Manset.Data;
using Manset.Ledger;
using Manset.Staff;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Triage;

/// <summary>Searches under a name: whose they are, who has seen what of them, whom they call.</summary>
public sealed class SavedSearches(IDbContextFactory<Newsroom> newsrooms, TimeProvider clock)
{
    /// <summary>More unseen than these are not told apart.</summary>
    public const int MostCounted = 99;
    /// <summary>How far back in the ledger is counted, however long someone was away.</summary>
    const long FarBack = 20_000;

    /// <summary>Those this member sees, with what is new in each since they opened it last.</summary>
    /// <param name="opened">The one that they open now: all of it up to <paramref name="place"/> is seen.</param>
    public async Task<IReadOnlyList<SearchTab>> Of(string member, long? opened, long place, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var searches = await newsroom.SavedSearches.AsNoTracking().Of(member).OrderBy(search => search.Id).ToListAsync(stop);
        if (searches.Find(search => search.Id == opened) is { } here) (await Followed(newsroom, here.Id, member, place, stop)).Seen = place;
        await newsroom.SaveChangesAsync(stop);

        var followed = await newsroom.FollowedSearches.AsNoTracking().Where(each => each.Member == member).ToDictionaryAsync(each => each.Search, stop);
        var tabs = new List<SearchTab>();
        foreach (var saved in searches)
        {
            var mine = followed.GetValueOrDefault(saved.Id);
            var seen = Math.Max(mine?.Seen ?? 0, place - FarBack);
            var unseen = seen >= place ? 0 : await newsroom.Ledger.Where(entry => entry.Id > seen && entry.Act == Act.Received)
                .Join(saved.Search.Among(newsroom), entry => entry.Subject, item => item.Id, (_, item) => item.Id).Distinct().Take(MostCounted).CountAsync(stop);
            tabs.Add(new(saved, unseen, mine?.Sound ?? false, mine?.Notice ?? false));
        }
        return tabs;
    }

    public async Task<long> Save(string name, WireSearch search, bool shared, string by, long place, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var saved = new SavedSearch { Name = name, Search = search, By = by, Shared = shared, At = clock.GetUtcNow() };
        newsroom.SavedSearches.Add(saved);
        await newsroom.SaveChangesAsync(stop);
        (await Followed(newsroom, saved.Id, by, place, stop)).Seen = place;
        await newsroom.SaveChangesAsync(stop);
        return saved.Id;
    }

    /// <returns>False when there is no such search for this member.</returns>
    public async Task<bool> Call(long id, string member, bool sound, bool notice, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (!await newsroom.SavedSearches.Of(member).AnyAsync(search => search.Id == id, stop)) return false;

        var followed = await Followed(newsroom, id, member, await newsroom.End(stop), stop);
        (followed.Sound, followed.Notice) = (sound, notice);
        await newsroom.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Whoever made it may end it, and an editor; false for anyone else.</summary>
    public async Task<bool> End(long id, Colleague colleague, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.SavedSearches.Of(colleague.Name).FirstOrDefaultAsync(search => search.Id == id, stop) is not { } saved) return true;
        if (saved.By != colleague.Name && colleague.Role is not (Role.Editor or Role.Administrator)) return false;

        newsroom.SavedSearches.Remove(saved);
        await newsroom.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Two tabs of one browser may come first at once.</summary>
    static async Task<FollowedSearch> Followed(Newsroom newsroom, long search, string member, long place, CancellationToken stop)
    {
        if (await newsroom.FollowedSearches.FindAsync([search, member], stop) is { } followed) return followed;

        await newsroom.Database.ExecuteSqlAsync(
            $"insert into followed_searches (search, member, seen, sound, notice) values ({search}, {member}, {place}, {false}, {false}) on conflict do nothing", stop);
        return (await newsroom.FollowedSearches.FindAsync([search, member], stop))!;
    }
}
