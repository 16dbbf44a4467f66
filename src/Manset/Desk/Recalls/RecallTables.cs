using Manset.Data;
using Manset.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Desk.Recalls;

public static class RecallSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Receipt> Receipts => newsroom.Set<Receipt>();
        public DbSet<Alarm> Alarms => newsroom.Set<Alarm>();

        /// <summary>Of every withdrawal of a story, the latest first.</summary>
        public async Task<IReadOnlyList<Receipt>> ReceiptsOf(long story, CancellationToken stop) =>
            await newsroom.Receipts.AsNoTracking().Where(receipt => receipt.StoryId == story).OrderByDescending(receipt => receipt.Entry).ThenBy(receipt => receipt.Id).ToListAsync(stop);

        /// <returns>Null when readers may see it, or never did.</returns>
        public async Task<Withdrawn?> WithdrawnStory(Paper paper, long id, DateTimeOffset now, CancellationToken stop)
        {
            var story = await newsroom.Stories.AsNoTracking().Include(row => row.Killed).FirstOrDefaultAsync(row => row.Id == id && row.Live != null, stop);
            if (story is null || paper.Edition(story.Edition) is not { } edition || (story.Killed is null && !(now < story.Embargo))) return null;

            var published = await (
                from publication in newsroom.Set<Publication>()
                where publication.StoryId == id
                join revision in newsroom.Revisions on new { publication.StoryId, Number = publication.Revision } equals new { revision.StoryId, revision.Number }
                orderby publication.Id descending
                select new { revision.Copy.Section, revision.Copy.Headline, revision.Copy.PictureId }).ToListAsync(stop);
            var root = story.Root;
            var others = await newsroom.Stories.AsNoTracking().Open(now).Where(row => row.Id != id && (row.Id == root || row.TranslationOf == root)).ToListAsync(stop);
            return new()
            {
                Id = id,
                Edition = edition,
                IsKilled = story.Killed is not null,
                Permalink = story.Permalink,
                Headline = published[0].Headline,
                Sections = [.. published.Select(row => row.Section).Prepend(story.Section).Distinct().Select(edition.SectionOf)],
                Pictures = [.. published.Select(row => row.PictureId).OfType<long>().Distinct()],
                Translations = [.. others.Where(row => paper.Edition(row.Edition) is not null).Select(row => paper.Edition(row.Edition)!.StoryPath(row.Section, row.Permalink, row.Id))],
            };
        }

        /// <summary>Newest first, with the headline that each story has now.</summary>
        public IQueryable<AlarmView> AlarmViews(IQueryable<Alarm> alarms) =>
            from alarm in alarms.Include(alarm => alarm.Acknowledged)
            join story in newsroom.Stories on alarm.StoryId equals story.Id
            join revision in newsroom.Revisions on new { story.Id, Number = story.Latest } equals new { Id = revision.StoryId, revision.Number }
            orderby alarm.Id descending
            select new AlarmView(alarm, revision.Copy.Headline, story.Edition);
    }

    extension(IQueryable<Alarm> alarms)
    {
        public IQueryable<Alarm> Standing => alarms.Where(alarm => alarm.Acknowledged == null);
    }
}

sealed class RecallTables : IEntityTypeConfiguration<Receipt>, IEntityTypeConfiguration<Alarm>, IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("receipts");
        receipt.Property(row => row.Asked).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Alarm> alarm)
    {
        alarm.ToTable("alarms");
        // A story that the same act files has its number already, but must be written first.
        alarm.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        alarm.HasOne(row => row.Acknowledged).WithOne().HasForeignKey<Acknowledgement>(row => row.AlarmId);
    }

    public void Configure(EntityTypeBuilder<Acknowledgement> acknowledgement) => acknowledgement.ToTable("acknowledgements").HasKey(row => row.AlarmId);
}
