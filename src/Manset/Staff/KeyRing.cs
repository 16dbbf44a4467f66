using System.Xml.Linq;
using Manset.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Staff;

/// <summary>The keys that seal cookies, kept in the database so that every node opens what any of them sealed.</summary>
sealed class KeyRing(IDbContextFactory<Newsroom> newsrooms) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var newsroom = newsrooms.CreateDbContext();
        return [.. newsroom.Set<SealingKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var newsroom = newsrooms.CreateDbContext();
        newsroom.Add(new SealingKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        newsroom.SaveChanges();
    }
}

sealed class SealingKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

sealed class SealingKeyTable : IEntityTypeConfiguration<SealingKey>
{
    public void Configure(EntityTypeBuilder<SealingKey> key) => key.ToTable("sealing_keys").HasKey(row => row.Name);
}
