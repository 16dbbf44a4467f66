using Manset.Copy;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Search;

/// <summary>SQLite's FTS5.</summary>
sealed class SqliteSearch : ISearchIndex
{
    public async Task Put(Newsroom newsroom, long story, string edition, string headline, string text, DateTimeOffset at, CancellationToken stop)
    {
        await Remove(newsroom, story, stop);
        await newsroom.Database.ExecuteSqlAsync(
            $"insert into search (rowid, headline, text, edition, at) values ({story}, {Folding.Of(headline)}, {Folding.Of(text)}, {edition}, {at.UtcTicks})", stop);
    }

    public Task Remove(Newsroom newsroom, long story, CancellationToken stop) =>
        newsroom.Database.ExecuteSqlAsync($"delete from search where rowid = {story}", stop);

    public async Task<IReadOnlyList<long>> Find(Newsroom newsroom, string edition, string query, int many, CancellationToken stop)
    {
        var words = Query.Words(query);
        if (words.Count == 0) return [];

        // A word finds what begins with it: Turkish adds its suffixes at the end.
        var match = string.Join(' ', words.Select(word => $"\"{word}\"*"));
        return await newsroom.Database.SqlQuery<long>(
            $"select rowid as \"Value\" from search where search match {match} and edition = {edition} order by bm25(search, 8.0, 1.0), at desc limit {many}").ToListAsync(stop);
    }
}
