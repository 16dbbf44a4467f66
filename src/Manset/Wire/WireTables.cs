using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Wire;

public static class WireSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<WireItem> WireItems => newsroom.Set<WireItem>();
        public DbSet<Delivery> Deliveries => newsroom.Set<Delivery>();
        public DbSet<Quarantined> Quarantine => newsroom.Set<Quarantined>();
        public DbSet<WireState> WireStates => newsroom.Set<WireState>();
        public DbSet<LatePicture> LatePictures => newsroom.Set<LatePicture>();
    }

    extension(IQueryable<WireItem> items)
    {
        public IQueryable<WireItem> Newest => items.Where(item => item.Newest);
        public IQueryable<WireItem> Of(string wire, string guid) => items.Where(item => item.Wire == wire && item.Guid == guid);
    }
}

sealed class WireItemTable : IEntityTypeConfiguration<WireItem>
{
    public void Configure(EntityTypeBuilder<WireItem> item)
    {
        item.ToTable("wire_items");
        item.Property(row => row.Id).HasValueGenerator<IdOf<WireItem>>();
        item.Property(row => row.EmbargoLifted).IsConcurrencyToken();
        item.Property(row => row.Licence).AsJson();
        item.Property(row => row.Subjects).AsJson();
        item.Property(row => row.Keywords).AsJson();
        item.Property(row => row.Pictures).AsJson();
        item.Property(row => row.Associations).AsJson();
    }
}

sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery) =>
        delivery.ToTable("deliveries").Property(row => row.Id).HasValueGenerator<IdOf<Delivery>>();
}

sealed class QuarantineTable : IEntityTypeConfiguration<Quarantined>, IEntityTypeConfiguration<QuarantinedBytes>, IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Quarantined> document)
    {
        document.ToTable("quarantine");
        document.Property(row => row.Id).HasValueGenerator<IdOf<Quarantined>>();
        document.Property(row => row.Faults).AsJson();
        document.Ignore(row => row.Content);
        document.HasOne(row => row.Bytes).WithOne().HasForeignKey<QuarantinedBytes>(bytes => bytes.Document);
        document.HasOne(row => row.Left).WithOne().HasForeignKey<Departure>(departure => departure.Document);
    }

    public void Configure(EntityTypeBuilder<QuarantinedBytes> bytes) => bytes.ToTable("quarantine_bytes").HasKey(row => row.Document);

    public void Configure(EntityTypeBuilder<Departure> departure) => departure.ToTable("departures").HasKey(row => row.Document);
}

sealed class WireStateTable : IEntityTypeConfiguration<WireState>
{
    public void Configure(EntityTypeBuilder<WireState> state) => state.ToTable("wire_states").HasKey(row => row.Wire);
}

sealed class LatePictureTable : IEntityTypeConfiguration<LatePicture>
{
    public void Configure(EntityTypeBuilder<LatePicture> late)
    {
        late.ToTable("late_pictures").HasKey(row => new { row.WireItem, row.Address });
        late.HasOne<WireItem>().WithMany().HasForeignKey(row => row.WireItem);
    }
}
