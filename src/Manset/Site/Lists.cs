using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>What lists of stories show, asked of the database in the shape they show it.</summary>
public static class Lists
{
    const int PageLength = 30, FrontLength = 40, BlockLength = 5;

    extension(IQueryable<Story> stories)
    {
        /// <summary>Those that come after a story in a list of the newest first; all of them when it is null.</summary>
        public IQueryable<Story> Before(Newsroom newsroom, long? after)
        {
            if (after is null) return stories;
            var from = newsroom.Stories.Where(story => story.Id == after).Select(story => story.FirstPublished);
            return stories.Where(story => story.FirstPublished < from.First() || (story.FirstPublished == from.First() && story.Id < after));
        }
    }

    extension(Newsroom newsroom)
    {
        public async Task<IReadOnlyList<TeaserView>> Newest(Edition edition, string? section, int many, DateTimeOffset now, long? after = null)
        {
            var stories = newsroom.Stories.In(edition.Code).Open(now);
            if (section is not null) stories = stories.Where(story => story.Section == section);
            var rows = await newsroom.Teasers(stories.Before(newsroom, after).OrderByDescending(story => story.FirstPublished).ThenByDescending(story => story.Id).Take(many)).ToListAsync();
            return [.. rows.OrderByDescending(row => row.FirstPublished).ThenByDescending(row => row.Id).Select(row => row.View(edition))];
        }

        public async Task<FrontView> Front(Paper paper, Edition edition, DateTimeOffset now)
        {
            var newest = await newsroom.Newest(edition, null, FrontLength, now);
            var lead = await newsroom.LeadOf(edition, "", now) ?? FrontLead.Of(newest);
            var seconds = newest.Where(teaser => teaser.Id != lead?.Id).Take(4).ToList();
            var above = seconds.Append(lead).Select(teaser => teaser?.Id).ToHashSet();

            var blocks = new List<SectionBlock>();
            foreach (var section in edition.Sections)
            {
                var items = await newsroom.Newest(edition, section.Key, BlockLength + above.Count, now);
                items = [.. items.Where(teaser => !above.Contains(teaser.Id)).Take(BlockLength)];
                if (items.Count > 0) blocks.Add(new(section, items));
            }
            return new() { Paper = paper, Edition = edition, Lead = lead, Seconds = seconds, Latest = [.. newest.Take(10)], Blocks = blocks, Considered = [.. newest.Take(FrontLead.Candidates).Select(teaser => teaser.Id)] };
        }

        public async Task<SectionView> SectionPage(Paper paper, Edition edition, Section section, long? after, DateTimeOffset now)
        {
            var items = await newsroom.Newest(edition, section.Key, PageLength + 1, now, after);
            if (after is null && await newsroom.LeadOf(edition, section.Key, now) is { } lead) items = [lead, .. items.Where(item => item.Id != lead.Id)];
            return new()
            {
                Paper = paper,
                Edition = edition,
                Section = section,
                Items = [.. items.Take(PageLength)],
                After = after?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Considered = [.. items.Skip(PageLength).Select(teaser => teaser.Id)],
                Next = items.Count > PageLength ? items[PageLength - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            };
        }

        async Task<TeaserView?> LeadOf(Edition edition, string section, DateTimeOffset now)
        {
            var chosen = newsroom.Leads.Where(lead => lead.Edition == edition.Code && lead.Section == section).Select(lead => lead.StoryId);
            var row = await newsroom.Teasers(newsroom.Stories.In(edition.Code).Open(now).Where(story => chosen.Contains(story.Id))).FirstOrDefaultAsync();
            return row?.View(edition);
        }

        public IQueryable<TeaserRow> Teasers(IQueryable<Story> stories) =>
            from story in stories
            join revision in newsroom.Revisions on new { story.Id, Number = story.Live!.Value } equals new { Id = revision.StoryId, revision.Number }
            join picture in newsroom.Pictures on revision.Copy.PictureId equals picture.Id into pictures
            from picture in pictures.DefaultIfEmpty()
            select new TeaserRow
            {
                Id = story.Id,
                Section = story.Section,
                Permalink = story.Permalink,
                Headline = revision.Copy.Headline,
                Standfirst = revision.Copy.Standfirst,
                Byline = revision.Copy.Byline,
                FirstPublished = story.FirstPublished!.Value,
                LastUpdated = story.LastUpdated!.Value,
                Urgency = story.Urgency,
                Syndicate = story.Syndicate,
                PictureId = picture == null ? null : picture.Id,
                PictureWidth = picture == null ? 0 : picture.Width,
                PictureHeight = picture == null ? 0 : picture.Height,
                PictureAlt = revision.Copy.PictureAlt,
                PictureCaption = revision.Copy.PictureCaption,
                PictureCredit = revision.Copy.PictureCredit,
            };
    }
}

/// <summary>The lead when no editor has chosen one: the most urgent of the newest dozen, one with a picture before one without.</summary>
public static class FrontLead
{
    public const int Candidates = 12;

    public static TeaserView? Of(IReadOnlyList<TeaserView> newest) =>
        newest.Take(Candidates).OrderByDescending(teaser => teaser.Flash).ThenByDescending(teaser => teaser.Picture is not null).FirstOrDefault();
}
