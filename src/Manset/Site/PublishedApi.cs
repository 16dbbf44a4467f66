using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Search;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

/// <summary>Published stories for programs that read them; the gate decides here as everywhere.</summary>
static class PublishedApi
{
    const int PageLength = 30;

    public sealed record Listed(long Id, string Path, string Section, string Headline, string? Standfirst, DateTimeOffset FirstPublished, DateTimeOffset LastUpdated);
    public sealed record Listing(IReadOnlyList<Listed> Items, long? After);

    public static void MapPublished(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", List).WithTags("Stories").ProducesProblems(400);
        api.MapGet("/stories/{id:long}", Show).WithTags("Stories").Produces<Ninjs>(200, Ninjs.MediaType).ProducesProblems(403, 404, 410);
    }

    static async Task<Results<Ok<Listing>, ProblemHttpResult>> List(
        HttpRequest request, Newsroom newsroom, ISearchIndex index, Paper paper, TimeProvider clock, Colleague? colleague, CancellationToken stop,
        string? edition = null, string? section = null, string? tag = null, string? q = null, long? after = null)
    {
        if (paper.Edition(edition ?? paper.Main.Code) is not { } face) return Unknown("edition", request);
        var key = face.SectionNamed(section)?.Key;
        if (section is not null && key is null) return Unknown("section", request);

        // What a licence keeps on our own pages, nobody else's program is given; our own read all.
        var open = colleague is null ? newsroom.Stories.OpenToOthers(clock.GetUtcNow()) : newsroom.Stories.Open(clock.GetUtcNow());
        var stories = open.AsNoTracking().In(face.Code);
        if (key is not null) stories = stories.Where(story => story.Section == key);
        if (q is not null)
        {
            var found = await index.Find(newsroom, face.Code, q, 1000, stop);
            stories = stories.Where(story => found.Contains(story.Id));
        }
        if (tag is not null)
        {
            var quoted = JsonColumn.Write(tag);
            var tagged = newsroom.Revisions.Where(revision => ((string)(object)revision.Copy.Tags).Contains(quoted));
            stories = stories.Where(story => tagged.Any(revision => revision.StoryId == story.Id && revision.Number == story.Live));
        }
        stories = stories.Before(newsroom, after).OrderByDescending(story => story.FirstPublished).ThenByDescending(story => story.Id).Take(PageLength + 1);
        var rows = (await newsroom.Teasers(stories).ToListAsync(stop)).OrderByDescending(row => row.FirstPublished).ThenByDescending(row => row.Id).ToList();
        return TypedResults.Ok(new Listing(
            [.. rows.Take(PageLength).Select(row => Of(row, face))],
            rows.Count > PageLength ? rows[PageLength - 1].Id : null));
    }

    static async Task<Results<Ok<PublishedStory>, JsonHttpResult<Ninjs>, NotFound, ProblemHttpResult>> Show(
        long id, HttpRequest request, Newsroom newsroom, Paper paper, TimeProvider clock, Colleague? colleague, CancellationToken stop)
    {
        var code = await newsroom.Stories.Where(story => story.Id == id).Select(story => story.Edition).FirstOrDefaultAsync(stop);
        if (paper.Edition(code) is not { } edition || await newsroom.StoryAt(paper, edition, id, clock.GetUtcNow()) is not { } found) return TypedResults.NotFound();
        if (found.Story is not { } story)
            return TypedResults.Problem(found.Gone!.Why, statusCode: StatusCodes.Status410Gone, title: found.Gone.Heading);
        if (!story.Syndicate && colleague is null) return NotSyndicated(story);
        return request.Headers.Accept.ToString().Contains(Ninjs.MediaType, StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Json(Ninjs.Of(story), contentType: Ninjs.MediaType)
            : TypedResults.Ok(PublishedStory.Of(story));
    }

    static Listed Of(TeaserRow row, Edition edition) =>
        new(row.Id, edition.StoryPath(row.Section, row.Permalink, row.Id), row.Section, row.Headline, row.Standfirst, row.FirstPublished, row.LastUpdated);

    static ProblemHttpResult NotSyndicated(StoryView story)
    {
        var words = Words.In(story.Edition.Code);
        return TypedResults.Problem(
            words["site.not-syndicated.text", story.Paper.Absolute(SiteLinks.Story(story))], statusCode: StatusCodes.Status403Forbidden, title: words["site.not-syndicated"]);
    }

    static ProblemHttpResult Unknown(string field, HttpRequest request)
    {
        var words = Words.AskedBy(request);
        return TypedResults.Problem(words[$"desk.fault.{field}"], statusCode: StatusCodes.Status400BadRequest, title: words["site.error.400"]);
    }
}

/// <summary>A story as a program reads it.</summary>
public sealed record PublishedStory
{
    public required long Id { get; init; }
    public required string Edition { get; init; }
    public required string Section { get; init; }
    public required string Path { get; init; }
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    public required string Body { get; init; }
    public string? Byline { get; init; }
    public required string Editor { get; init; }
    public string? Dateline { get; init; }
    public required IReadOnlyList<string> Sources { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required DateTimeOffset FirstPublished { get; init; }
    public required DateTimeOffset LastUpdated { get; init; }
    public required IReadOnlyList<CorrectionView> Corrections { get; init; }
    public required IReadOnlyDictionary<string, string> Translations { get; init; }

    public static PublishedStory Of(StoryView story) => new()
    {
        Id = story.Id,
        Edition = story.Edition.Code,
        Section = story.Section.Key,
        Path = SiteLinks.Story(story),
        Headline = story.Headline,
        Standfirst = story.Standfirst,
        Body = story.Body,
        Byline = story.Byline,
        Editor = story.Editor,
        Dateline = story.Dateline,
        Sources = story.Sources,
        Tags = story.Tags,
        FirstPublished = story.FirstPublished,
        LastUpdated = story.LastUpdated,
        Corrections = story.Corrections,
        Translations = story.Translations.ToDictionary(other => other.Edition.Code, SiteLinks.Story),
    };
}
