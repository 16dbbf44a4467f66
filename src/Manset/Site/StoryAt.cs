using System.Globalization;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>What stands at a story's address: the story, or the notice that it was withdrawn.</summary>
public sealed record Found(StoryView? Story, GoneView? Gone, string Root);

public static class StoryQueries
{
    extension(Newsroom newsroom)
    {
        /// <param name="withComments">False for who needs the story alone: there may be a thousand under it.</param>
        /// <returns>Null where nothing was ever published, or nothing may be seen yet.</returns>
        public async Task<Found?> StoryAt(Paper paper, Edition edition, long id, DateTimeOffset now, bool withComments = true)
        {
            var story = await newsroom.Stories.AsNoTracking().Include(row => row.Killed).Include(row => row.Corrections)
                .FirstOrDefaultAsync(row => row.Id == id && row.Edition == edition.Code && row.Live != null);
            if (story is null) return null;

            var root = story.Root.ToString(CultureInfo.InvariantCulture);
            if (story.Killed is { } kill)
                return new(null, new() { Paper = paper, Edition = edition, At = edition.Local(kill.At), Why = kill.Why }, root);
            if (story.Expires is { } end && end <= now)
                return new(null, new() { Paper = paper, Edition = edition, At = edition.Local(end), IsLapsed = true }, root);
            if (!await newsroom.Stories.Open(now).AnyAsync(row => row.Id == id)) return null;

            var copy = (await newsroom.Revisions.AsNoTracking().SingleAsync(row => row.StoryId == id && row.Number == story.Live)).Copy;
            return new(await newsroom.ViewOf(story, copy, paper, edition, now, withComments), null, root);
        }

        /// <summary>A story as its page shows it, with any copy of it: the live one for readers, a draft for the desk's preview.</summary>
        public async Task<StoryView> ViewOf(Story story, StoryCopy copy, Paper paper, Edition edition, DateTimeOffset now, bool withComments = true)
        {
            var picture = copy.PictureId is { } id ? await newsroom.Pictures.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) : null;
            var section = edition.SectionOf(copy.Section);
            return new()
            {
                Paper = paper,
                Edition = edition,
                Id = story.Id,
                Section = section,
                Permalink = story.Permalink,
                Flash = story.Urgency == TeaserRow.FlashUrgency,
                Headline = copy.Headline,
                Standfirst = copy.Standfirst,
                Picture = TeaserRow.PictureOf(picture?.Id, picture?.Width ?? 0, picture?.Height ?? 0, copy.PictureAlt, copy.PictureCaption, copy.PictureCredit),
                Byline = copy.Byline,
                Editor = section.Editor,
                Dateline = copy.Dateline,
                FirstPublished = edition.Local(story.FirstPublished ?? now),
                LastUpdated = edition.Local(story.LastUpdated ?? now),
                Body = copy.Body,
                Corrections = [.. story.Corrections.OrderBy(row => row.At).Select(row => new CorrectionView(row.Note, edition.Local(row.At)))],
                Sources = copy.Sources,
                Tags = copy.Tags,
                Syndicate = story.Syndicate,
                Translations = await newsroom.TranslationsOf(story, paper, now),
                Comments = withComments ? await newsroom.CommentsUnder(story.Id, edition) : [],
            };
        }

        async Task<IReadOnlyList<CommentView>> CommentsUnder(long story, Edition edition) =>
            CommentView.Thread((await newsroom.Comments.ShownUnder(story).ToListAsync())
                .Select(row => (new CommentView(row.Id, row.Name, row.Text, edition.Local(row.At)), row.ParentId)));

        async Task<IReadOnlyList<TranslationView>> TranslationsOf(Story story, Paper paper, DateTimeOffset now)
        {
            var others = newsroom.Stories.Open(now).Where(row => row.Id != story.Id && (row.Id == story.Root || row.TranslationOf == story.Root));
            var rows = await (
                from other in others
                join revision in newsroom.Revisions on new { other.Id, Number = other.Live!.Value } equals new { Id = revision.StoryId, revision.Number }
                select new { other.Edition, other.Section, other.Id, other.Permalink, revision.Copy.Headline }).ToListAsync();
            return
            [
                .. from edition in paper.Editions
                   from row in rows
                   where row.Edition == edition.Code && edition.Code != story.Edition
                   select new TranslationView(edition, edition.SectionOf(row.Section), row.Id, row.Permalink, row.Headline),
            ];
        }
    }
}
