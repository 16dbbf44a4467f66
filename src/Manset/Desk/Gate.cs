using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

/// <summary>
/// The one gate: what readers may see. Page, list, feed, sitemap, search, API and picture all ask it; none has a test of its own.
/// </summary>
public static class Gate
{
    extension(IQueryable<Story> stories)
    {
        public IQueryable<Story> Open(DateTimeOffset now) =>
            stories.Where(story => story.Live != null && story.Killed == null && (story.Embargo == null || story.Embargo <= now)
                && (story.Expires == null || story.Expires > now));

        /// <summary>What may also be handed on to others, with its text.</summary>
        public IQueryable<Story> OpenToOthers(DateTimeOffset now) => stories.Open(now).Where(story => story.Syndicate);
    }

    extension(Newsroom newsroom)
    {
        /// <summary>Does a story that may be seen show this picture?</summary>
        public Task<bool> IsShown(long picture, DateTimeOffset now, CancellationToken stop)
        {
            var open = newsroom.Stories.Open(now);
            return newsroom.Revisions.AnyAsync(revision =>
                revision.Copy.PictureId == picture && open.Any(story => story.Id == revision.StoryId && story.Live == revision.Number), stop);
        }
    }
}
