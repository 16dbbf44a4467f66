using Manset.Data;
using Manset.Desk.Companions;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Desk.Triage;

/// <summary>What the agencies sent, newest first, and the searches kept of it.</summary>
static class WireListRoutes
{
    const int PageLength = 50;

    public static void MapWireList(this RouteGroupBuilder wire)
    {
        wire.MapGet("/", List);
        wire.MapPost("/searches", Save);
        wire.MapPost("/searches/{id:long}", Follow);
        wire.MapPost("/searches/{id:long}/end", End);
        wire.MapGet("/searches/{**nowhere}", () => TypedResults.Redirect(DeskLinks.Wire));
    }

    static async Task<DeskPage<WirePage>> List(
        WireSearch search, string? before, long? tab, Newsroom newsroom, SavedSearches searches, Colleague colleague, Paper paper, IOptionsMonitor<Wires> wires, TimeProvider clock, CancellationToken stop)
    {
        var place = await newsroom.End(stop);
        var tabs = await searches.Of(colleague.Name, tab, place, stop);
        return new(await View(search, before, tabs, tab, place, newsroom, paper, wires.CurrentValue, clock.GetUtcNow(), stop));
    }

    /// <param name="place">Taken before the list is read: what comes in between is told twice, not missed.</param>
    static async Task<WireView> View(
        WireSearch search, string? before, IReadOnlyList<SearchTab> tabs, long? tab, long place, Newsroom newsroom, Paper paper, Wires wires, DateTimeOffset now, CancellationToken stop)
    {
        var items = search.Among(newsroom);
        var rest = items;
        if (long.TryParse(before, out var last) && await newsroom.WireItems.FindAsync([last], stop) is { } cursor)
            rest = rest.Where(item => item.Received <= cursor.Received && (item.Received < cursor.Received || item.Id < cursor.Id));
        var rows = await newsroom.Rows(rest.OrderByDescending(item => item.Received).ThenByDescending(item => item.Id).Take(PageLength + 1), stop);
        var more = rows.Count > PageLength;
        if (more) rows.RemoveAt(PageLength);
        var next = more ? rows[^1].Id : (long?)null;
        rows = await newsroom.Grouped(rows, items, stop);

        return new()
        {
            Search = search,
            Editions = paper.Editions,
            Wires = [.. wires.Lines.Select(line => line.Name).Append(search.Wire).OfType<string>().Distinct()],
            Tabs = tabs,
            Tab = tabs.FirstOrDefault(each => each.Saved.Id == tab && each.Saved.Search == search),
            Rows = rows,
            Next = next,
            Later = last > 0,
            Place = place,
            Now = now,
        };
    }

    static async Task<Results<RedirectHttpResult, DeskPage<WirePage>>> Save(
        HttpContext call, SavedSearches searches, Newsroom newsroom, Colleague colleague, Paper paper, IOptionsMonitor<Wires> wires, TimeProvider clock, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        var (search, name) = (WireSearch.Of(field => form[field]), form["name"].ToString().Trim());
        var place = await newsroom.End(stop);
        if (search.Anything && name.Length is > 0 and <= SavedSearch.LongestName && !name.Any(char.IsControl))
            return TypedResults.Redirect(search.Address(DeskLinks.Wire, ("tab", $"{await searches.Save(name, search, form["shared"] == "true", colleague.Name, place, stop)}")));

        var view = await View(search, null, await searches.Of(colleague.Name, null, place, stop), null, place, newsroom, paper, wires.CurrentValue, clock.GetUtcNow(), stop);
        return new DeskPage<WirePage>(view with { Fault = "desk.searches.fault" }, StatusCodes.Status422UnprocessableEntity);
    }

    static async Task<Results<RedirectHttpResult, DeskPage<NoticePage>>> Follow(long id, HttpContext call, SavedSearches searches, Colleague colleague, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        return await searches.Call(id, colleague.Name, form["sound"] == "true", form["notice"] == "true", stop)
            ? TypedResults.Redirect(DeskLinks.Within(form["then"]) ?? DeskLinks.Wire)
            : DeskNotice.Missing;
    }

    static async Task<Results<RedirectHttpResult, DeskPage<NoticePage>>> End(long id, SavedSearches searches, Colleague colleague, CancellationToken stop) =>
        await searches.End(id, colleague, stop) ? TypedResults.Redirect(DeskLinks.Wire) : DeskNotice.Of("not-yours", StatusCodes.Status403Forbidden);
}
