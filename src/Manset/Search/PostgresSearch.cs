using Manset.Copy;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Search;

/// <summary>PostgreSQL's own full-text search over the folded words.</summary>
sealed class PostgresSearch : ISearchIndex
{
    public Task Put(Newsroom newsroom, long story, string edition, string headline, string text, DateTimeOffset at, CancellationToken stop) =>
        newsroom.Database.ExecuteSqlAsync(
            $"""
            insert into search (rowid, headline, text, edition, at) values ({story}, {Folding.Of(headline)}, {Folding.Of(text)}, {edition}, {at.ToUniversalTime()})
            on conflict (rowid) do update set headline = excluded.headline, text = excluded.text, at = excluded.at
            """, stop);

    public Task Remove(Newsroom newsroom, long story, CancellationToken stop) =>
        newsroom.Database.ExecuteSqlAsync($"delete from search where rowid = {story}", stop);

    public async Task<IReadOnlyList<long>> Find(Newsroom newsroom, string edition, string query, int many, CancellationToken stop)
    {
        var words = Query.Words(query);
        if (words.Count == 0) return [];

        var match = string.Join(" & ", words.Select(word => $"'{word}':*"));
        return await newsroom.Database.SqlQuery<long>(
            $"""
            select rowid as "Value" from search, to_tsquery('simple', {match}) asked
            where words @@ asked and edition = {edition} order by ts_rank(words, asked) desc, at desc limit {many}
            """).ToListAsync(stop);
    }
}
