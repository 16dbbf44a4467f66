using Manset.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Desk.Triage;

public static class TriageSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Handling> Handlings => newsroom.Set<Handling>();
        public DbSet<SavedSearch> SavedSearches => newsroom.Set<SavedSearch>();
        public DbSet<FollowedSearch> FollowedSearches => newsroom.Set<FollowedSearch>();
    }

    extension(IQueryable<Handling> handlings)
    {
        public IQueryable<Handling> Standing => handlings.Where(handling => handling.UndoneAt == null);
    }

    extension(IQueryable<SavedSearch> searches)
    {
        /// <summary>Their own and those of the whole desk.</summary>
        public IQueryable<SavedSearch> Of(string member) => searches.Where(search => search.Shared || search.By == member);
    }
}

sealed class HandlingTable : IEntityTypeConfiguration<Handling>
{
    public void Configure(EntityTypeBuilder<Handling> handling)
    {
        handling.ToTable("handlings");
        // Two who undo at once: the second finds it undone.
        handling.Property(row => row.UndoneAt).IsConcurrencyToken();
        handling.HasOne<WireItem>().WithMany().HasForeignKey(row => row.WireItem);
    }
}

sealed class SavedSearchTable : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("saved_searches");
        search.Property(row => row.Search).AsJson();
    }
}

sealed class FollowedSearchTable : IEntityTypeConfiguration<FollowedSearch>
{
    public void Configure(EntityTypeBuilder<FollowedSearch> followed) => followed.ToTable("followed_searches").HasKey(row => new { row.Search, row.Member });
}
