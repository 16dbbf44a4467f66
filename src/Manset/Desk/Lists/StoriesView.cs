using Manset.Data;
using Manset.Desk.Shares;
using Manset.Editions;

namespace Manset.Desk.Lists;

/// <param name="Next">The story the next page begins after; null on the last.</param>
public sealed record StoriesView(Asked Asked, IReadOnlyList<Edition> Editions, IReadOnlyList<StoryRow> Rows, long? Next, bool Later, DateTimeOffset Now);

/// <summary>A story as a line of the list.</summary>
public sealed record StoryRow
{
    public required long Id { get; init; }
    public required string Edition { get; init; }
    public required string Section { get; init; }
    public required string Headline { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int? Urgency { get; init; }
    public required int? Live { get; init; }
    public required int Latest { get; init; }
    public required DateTimeOffset? Embargo { get; init; }
    public required bool Killed { get; init; }
    public required bool Spiked { get; init; }
    public required int? NewerTake { get; init; }
    /// <summary>How much of it is agency copy, in percent; null where it was made from none.</summary>
    public required int? Share { get; init; }

    public string State => StoryState.Of(Live, Killed, Spiked);
}

/// <summary>Where a story stands, as lists and badges name it.</summary>
public static class StoryState
{
    public const string Draft = "draft", Live = "live", Killed = "killed", Spiked = "spiked", NewerTake = "newer-take";
    public static readonly IReadOnlyList<string> All = [Draft, Live, NewerTake, Killed, Spiked];

    public static string Of(int? live, bool killed, bool spiked) => killed ? Killed : spiked ? Spiked : live is null ? Draft : Live;

    extension(IQueryable<Story> stories)
    {
        public IQueryable<Story> InState(string? state) => state switch
        {
            Draft => stories.Where(story => story.Live == null && story.Spiked == null),
            Live => stories.Where(story => story.Live != null && story.Killed == null),
            Killed => stories.Where(story => story.Killed != null),
            Spiked => stories.Where(story => story.Spiked != null),
            NewerTake => stories.Where(story => story.NewerTake != null && story.Killed == null && story.Spiked == null),
            _ => stories,
        };
    }

    extension(Newsroom newsroom)
    {
        public IQueryable<StoryRow> Rows(IQueryable<Story> stories)
        {
            var (revisions, shares) = (newsroom.Revisions, newsroom.KeptShares);
            return
                from story in stories
                join revision in revisions on new { story.Id, Number = story.Latest } equals new { Id = revision.StoryId, revision.Number }
                select new StoryRow
                {
                    Id = story.Id,
                    Edition = story.Edition,
                    Section = story.Section,
                    Headline = revision.Copy.Headline,
                    By = revision.By,
                    At = revision.At,
                    Urgency = story.Urgency,
                    Live = story.Live,
                    Latest = story.Latest,
                    Embargo = story.Embargo,
                    Killed = story.Killed != null,
                    Spiked = story.Spiked != null,
                    NewerTake = story.NewerTake,
                    Share = shares.Where(kept => kept.StoryId == story.Id && kept.Words > 0).Select(kept => (int?)((100 * kept.Taken + kept.Words / 2) / kept.Words)).FirstOrDefault(),
                };
        }
    }
}
