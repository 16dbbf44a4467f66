using Manset.Data;
using Manset.Search;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>Wire items by their words: each word asked for stands in the item, or begins one that does, for Turkish adds its suffixes at the end.</summary>
public static class WireWords
{
    /// <summary>From so many on, walking from the newest item back meets enough of them soon; fewer are looked up one by one.</summary>
    const int Many = 5_000;

    /// <param name="query">As somebody typed it; empty for all.</param>
    public static IQueryable<WireItem> WireItemsSaying(this Newsroom newsroom, string query)
    {
        if (string.IsNullOrWhiteSpace(query)) return newsroom.WireItems;
        var words = Query.Words(query);
        if (words.Count == 0) return newsroom.WireItems.Where(item => false);
        if (newsroom.Database.IsNpgsql())
        {
            var asked = string.Join(" & ", words.Select(word => $"'{word}':*"));
            return newsroom.WireItems.FromSql($"select * from wire_items where words @@ to_tsquery('simple', {asked})");
        }
        var match = string.Join(' ', words.Select(word => $"\"{word}\"*"));
        var found = newsroom.Database.SqlQuery<int>($"select count(*) as \"Value\" from (select 1 from wire_search where wire_search match {match} limit {Many})").AsEnumerable().Single();
        // The plus keeps the database from looking up a hundred thousand rows to sort them.
        return found < Many
            ? newsroom.WireItems.FromSql($"select * from wire_items where id in (select rowid from wire_search where wire_search match {match})")
            : newsroom.WireItems.FromSql($"select * from wire_items where +id in (select rowid from wire_search where wire_search match {match})");
    }
}
