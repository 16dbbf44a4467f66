using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Manset.Data;

/// <summary>
/// Numbers for things that the ledger speaks of, known before they are saved. They are drawn from the database in blocks
/// (hi/lo), so they are unique over all processes, rise, and may have gaps.
/// </summary>
public sealed class Ids
{
    const int Block = 32;
    readonly ConcurrentDictionary<string, Drawn> drawn = new();

    /// <summary>The first of so many in a row.</summary>
    public static long Next(Newsroom newsroom, string of, int many) => Draw(newsroom, of, many);

    public long Next(Newsroom newsroom, string of)
    {
        var block = drawn.GetOrAdd(of, _ => new());
        lock (block)
        {
            if (block.Next == block.End)
            {
                block.Next = Draw(newsroom, of, Block);
                block.End = block.Next + Block;
            }
            return block.Next++;
        }
    }

    static long Draw(Newsroom newsroom, string of, int many)
    {
        // A block drawn inside a transaction would be given out again after that was undone.
        if (newsroom.Database.CurrentTransaction is not null)
        {
            using var apart = newsroom.GetService<IDbContextFactory<Newsroom>>().CreateDbContext();
            return Draw(apart, of, many);
        }
        return newsroom.Database
            .SqlQuery<long>($"update id_blocks set next = next + {many} where name = {of} returning next - {many} as \"Value\"")
            .AsEnumerable().Single();
    }

    sealed class Drawn
    {
        public long Next { get; set; }
        public long End { get; set; }
    }
}

/// <summary>Gives an entity its number when it is added to a set.</summary>
public sealed class IdOf<T> : ValueGenerator<long>
{
    public override bool GeneratesTemporaryValues => false;

    public override long Next(EntityEntry entry) => entry.Context.GetService<Ids>().Next((Newsroom)entry.Context, typeof(T).Name);
}
