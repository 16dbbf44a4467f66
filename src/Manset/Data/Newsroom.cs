using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Manset.Data;

/// <summary>
/// All that the paper knows. Each slice maps its own tables and adds its own sets (<c>newsroom.Stories</c>) as extensions,
/// so this floor knows none of them.
/// </summary>
public sealed class Newsroom(DbContextOptions<Newsroom> options, WriterTurns turns) : DbContext(options)
{
    readonly List<Pile> piles = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<string>().HaveConversion<SoundText>();
        if (Database.IsSqlite()) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SqliteInstant>();
        else configurationBuilder.Properties<DateTimeOffset>().HaveConversion<PostgresInstant>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        foreach (var table in modelBuilder.Model.GetEntityTypes()) SnakeCase.Apply(table);
    }

    /// <summary>New rows, in their order and untracked, that go in with the next save: for what comes by the hundred.</summary>
    public void AddMany<T>(IReadOnlyList<T> rows) where T : class
    {
        if (rows.Count > 0) piles.Add(new(typeof(T), rows));
    }

    /// <summary>A save may be called off while it waits for its turn, not once it has begun: it could be committed and never announced.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await turns.Take(cancellationToken);
        if (piles.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(CancellationToken.None) : null;
        foreach (var pile in piles) await pile.Insert(this);
        piles.Clear();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);
        if (transaction is not null) await transaction.CommitAsync(CancellationToken.None);
        return saved;
    }
}
