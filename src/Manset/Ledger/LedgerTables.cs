using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Ledger;

public static class LedgerSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Entry> Ledger => newsroom.Set<Entry>();
        public DbSet<Place> Places => newsroom.Set<Place>();
        public DbSet<LeaseRow> Leases => newsroom.Set<LeaseRow>();
    }
}

sealed class EntryTable : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("ledger");
        entry.Property(row => row.Facts).AsJson();
    }
}

sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("places").HasKey(row => row.Follower);
        place.Property(row => row.Entry).IsConcurrencyToken();
    }
}

sealed class LeaseTable : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> lease) => lease.ToTable("leases").HasKey(row => row.Name);
}
