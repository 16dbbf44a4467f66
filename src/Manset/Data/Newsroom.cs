using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Manset.Data;

/// <summary>
/// All that the paper knows. Each slice maps its own tables and adds its own sets (<c>newsroom.Stories</c>) as extensions,
/// so this floor knows none of them.
/// </summary>
public sealed class Newsroom(DbContextOptions<Newsroom> options, WriterTurns turns) : DbContext(options)
{
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

    /// <summary>A save may be called off while it waits for its turn, not once it has begun: it could be committed and never announced.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await turns.Take(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, CancellationToken.None);
    }
}
