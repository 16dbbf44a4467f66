using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Pictures;

public static class PictureSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Picture> Pictures => newsroom.Set<Picture>();
    }
}

sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("pictures");
        picture.Property(row => row.Id).HasValueGenerator<IdOf<Picture>>();
    }
}
