using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Wire;

/// <summary>What tests of the wire ask of a newsroom besides its pages.</summary>
static class WireRoom
{
    /// <summary>How many places show a story of Turkish politics: front, section, their feeds, three lists of the API, search.</summary>
    public const int PlacesOfPolitics = 8;

    extension(TestNewsroom newsroom)
    {
        public static Task<TestNewsroom> WithWire(TestDatabase? on = null) => TestNewsroom.Open(on, null, AgencyCopy.Line());

        public async Task<T> Ask<T>(Func<Newsroom, Task<T>> question)
        {
            await using var scope = newsroom.Services.CreateAsyncScope();
            return await question(scope.ServiceProvider.GetRequiredService<Newsroom>());
        }

        /// <summary>Waits until no entry lies before any follower that it still has to heed.</summary>
        public Task Settled() => TestNewsroom.Until(() => newsroom.Ask(async room =>
        {
            var places = await room.Places.ToDictionaryAsync(place => place.Follower, place => place.Entry);
            var entries = await room.Ledger.AsNoTracking().Select(entry => new { entry.Id, entry.Act }).ToListAsync();
            return newsroom.Services.GetServices<Follower>().All(follower =>
                entries.All(entry => entry.Id <= places.GetValueOrDefault(follower.Name) || !follower.Heeds(entry.Act)));
        }), "the followers reached the end of the ledger");

        /// <summary>Delivered, and all that follows from it done.</summary>
        public async Task<IReadOnlyList<Taken>> Send(params IEnumerable<string> items)
        {
            var taken = await newsroom.Deliver("aa", AgencyCopy.Rss(items));
            await newsroom.Settled();
            return taken;
        }

        /// <summary>The hour comes, and all that follows from it is done.</summary>
        public async Task ComeTo(DateTimeOffset hour)
        {
            newsroom.Clock.Advance(hour - newsroom.Now);
            await TestNewsroom.Until(async () =>
            {
                newsroom.Clock.Advance(TimeSpan.FromMilliseconds(1));
                return !await newsroom.Ask(room => room.WireItems.AnyAsync(item => item.Embargo <= newsroom.Now && !item.EmbargoLifted));
            }, "embargoes were lifted");
            await newsroom.Settled();
        }

        public Task<Story?> StoryOf(string guid) => newsroom.Ask(room => room.Stories.AsNoTracking().Include(story => story.Killed).Include(story => story.Spiked)
            .Include(story => story.Corrections).OrderBy(story => story.Id).FirstOrDefaultAsync(story => story.Guid == guid));

        public async Task<string> PathOf(string guid)
        {
            var story = (await newsroom.StoryOf(guid))!;
            return newsroom.Services.GetRequiredService<Paper>().Edition(story.Edition)!.StoryPath(story.Section, story.Permalink, story.Id);
        }

        public async Task<int> Status(string path)
        {
            using var answer = await newsroom.Reader.GetAsync(path);
            return (int)answer.StatusCode;
        }

        /// <summary>Where a reader could meet these words: every public page, feed and answer but the story's own.</summary>
        public async Task<IReadOnlyList<string>> PlacesThatShow(string words)
        {
            string[] places =
            [
                "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/siyaset/feed.xml", "/en/", "/en/politics/", "/en/feed.xml",
                "/api/v1/stories?edition=tr", "/api/v1/stories?edition=tr&section=politics", $"/api/v1/stories?edition=tr&q={Uri.EscapeDataString(words)}",
                $"/tr/search?q={Uri.EscapeDataString(words)}",
            ];
            var shows = new List<string>();
            foreach (var place in places)
            {
                var page = System.Net.WebUtility.HtmlDecode(await newsroom.Page(place));
                // The search page repeats what was asked for: there, a list of hits tells.
                var mark = place.Contains("/search?", StringComparison.Ordinal) ? "class=\"hits\"" : words;
                if (page.Contains(mark, StringComparison.Ordinal)) shows.Add(place);
            }
            return shows;
        }
    }
}
