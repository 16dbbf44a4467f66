using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Wire.Clusters;

public static class ClusterSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Cluster> Clusters => newsroom.Set<Cluster>();
        public DbSet<Companion> Companions => newsroom.Set<Companion>();
        public DbSet<WireMark> WireMarks => newsroom.Set<WireMark>();
        public DbSet<Placement> Placements => newsroom.Set<Placement>();

        public Task<Companion?> Companion(string wire, string guid, CancellationToken stop) =>
            newsroom.Companions.FirstOrDefaultAsync(row => row.Wire == wire && row.Guid == guid, stop);
    }
}

sealed class ClusterTables : IEntityTypeConfiguration<Cluster>, IEntityTypeConfiguration<Companion>, IEntityTypeConfiguration<WireMark>, IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster) => cluster.ToTable("clusters").Property(row => row.Id).HasValueGenerator<IdOf<Cluster>>();

    public void Configure(EntityTypeBuilder<Companion> companion)
    {
        companion.ToTable("companions").Ignore(row => row.Traits).Ignore(row => row.Day);
        companion.Property(row => row.Id).ValueGeneratedNever();
        // A person and the machine may move it at once: the second looks again.
        companion.Property(row => row.Cluster).IsConcurrencyToken();
        companion.HasOne<WireItem>().WithMany().HasForeignKey(row => row.Newest);
        companion.HasOne<Cluster>().WithMany().HasForeignKey(row => row.Cluster);
    }

    public void Configure(EntityTypeBuilder<WireMark> mark) => mark.ToTable("wire_marks").HasKey(row => new { row.Day, row.Mark, row.Companion });

    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.ToTable("placements");
        placement.HasOne<Companion>().WithMany().HasForeignKey(row => row.Companion);
        placement.HasOne<Cluster>().WithMany().HasForeignKey(row => row.Cluster);
    }
}
