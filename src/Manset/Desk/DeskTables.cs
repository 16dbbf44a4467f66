using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Desk;

public static class DeskSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Story> Stories => newsroom.Set<Story>();
        public DbSet<Revision> Revisions => newsroom.Set<Revision>();
        public DbSet<Draft> Drafts => newsroom.Set<Draft>();
        public DbSet<Lead> Leads => newsroom.Set<Lead>();

        /// <summary>A story to act on: with its latest copy and what ended it.</summary>
        public Task<Story?> Story(long id, CancellationToken stop = default) => newsroom.First(newsroom.Stories.Where(story => story.Id == id), stop);

        /// <summary>The first of these stories, to act on.</summary>
        public async Task<Story?> First(IQueryable<Story> stories, CancellationToken stop = default)
        {
            if (await stories.Include(row => row.Killed).Include(row => row.Spiked).OrderBy(row => row.Id).FirstOrDefaultAsync(stop) is not { } story) return null;

            await newsroom.Revisions.Where(revision => revision.StoryId == story.Id && revision.Number == story.Latest).LoadAsync(stop);
            return story;
        }
    }

    extension(IQueryable<Story> stories)
    {
        public IQueryable<Story> In(string edition) => stories.Where(story => story.Edition == edition);
        public IQueryable<Story> From(string wire, string guid) => stories.Where(story => story.Wire == wire && story.Guid == guid);
    }
}

sealed class StoryTable : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("stories").Ignore(row => row.Copy).Ignore(row => row.Root).Ignore(row => row.Licence).Ignore(row => row.IsHeld);
        story.Property(row => row.Id).HasValueGenerator<IdOf<Story>>();
        // Two acts on one story at once: the second is refused and looks again.
        story.Property(row => row.Latest).IsConcurrencyToken();
        story.Property(row => row.Live).IsConcurrencyToken();
        // Several nodes watch the clock: one of them enters that a licence has lapsed.
        story.Property(row => row.Lapsed).IsConcurrencyToken();
        story.HasOne(row => row.Killed).WithOne().HasForeignKey<Kill>(row => row.StoryId);
        story.HasOne(row => row.Spiked).WithOne().HasForeignKey<Spike>(row => row.StoryId);
        story.HasMany(row => row.Publications).WithOne().HasForeignKey(row => row.StoryId);
        story.HasMany(row => row.Corrections).WithOne().HasForeignKey(row => row.StoryId);
        story.HasMany(row => row.Revisions).WithOne().HasForeignKey(row => row.StoryId);
    }
}

sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("revisions").HasKey(row => new { row.StoryId, row.Number });
        revision.Property(row => row.Number).ValueGeneratedNever();
        revision.ComplexProperty(row => row.Copy, copy =>
        {
            copy.Property(part => part.Sources).AsJson();
            copy.Property(part => part.Tags).AsJson();
        });
    }
}

sealed class ActTables :
    IEntityTypeConfiguration<Publication>, IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<Kill>,
    IEntityTypeConfiguration<Spike>, IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Publication> publication) => publication.ToTable("publications");

    public void Configure(EntityTypeBuilder<Correction> correction) => correction.ToTable("corrections");

    public void Configure(EntityTypeBuilder<Kill> kill) => kill.ToTable("kills").HasKey(row => row.StoryId);

    public void Configure(EntityTypeBuilder<Spike> spike) => spike.ToTable("spikes").HasKey(row => row.StoryId);

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts").HasKey(row => new { row.StoryId, row.Member });
        draft.Property(row => row.Copy).AsJson();
    }

    public void Configure(EntityTypeBuilder<Lead> lead) => lead.ToTable("leads").HasKey(row => new { row.Edition, row.Section });
}
