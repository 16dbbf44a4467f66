using System.Globalization;
using Manset.Copy;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Looks;
using Manset.Search;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site;

static class SearchRoutes
{
    const int PageLength = 20, Most = 200, LongestQuery = 200;

    public static void MapSearch(this IEndpointRouteBuilder app) => app.MapMethods("/{edition}/search", ["GET", "HEAD"], Search).ExcludeFromDescription();

    static async Task Search(string edition, string? q, string? after, Newsroom newsroom, ISearchIndex index, PageRenderer renderer, Paper paper, Pages pages, TimeProvider clock, HttpContext call)
    {
        if (paper.Edition(edition) is not { } face)
        {
            await (await pages.NotFound(paper.Main)).Send(call);
            return;
        }

        var query = Typed.Line(q);
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        var from = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var passed) ? Math.Min(passed, Most) : 0;
        var ids = await index.Find(newsroom, face.Code, query, Most, call.RequestAborted);
        var open = newsroom.Stories.AsNoTracking().In(face.Code).Open(clock.GetUtcNow()).Where(story => ids.Contains(story.Id));
        var seen = (await newsroom.Teasers(open).ToListAsync(call.RequestAborted)).ToDictionary(row => row.Id);
        var rows = ids.Where(seen.ContainsKey).Select(id => seen[id]).ToList();

        var view = new SearchView
        {
            Paper = paper,
            Edition = face,
            Query = query,
            Hits = [.. rows.Skip(from).Take(PageLength).Select(row => new SearchHit(row.View(face), Passage.Of(row.Standfirst, Query.Words(query))))],
            Next = rows.Count > from + PageLength ? (from + PageLength).ToString(CultureInfo.InvariantCulture) : null,
        };
        await new Page(StatusCodes.Status200OK, Page.Html, await renderer.Render<SearchPage>(view), []).Send(call);
    }
}
