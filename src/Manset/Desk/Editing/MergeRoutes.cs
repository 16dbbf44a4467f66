using System.Globalization;
using Manset.Desk.Door;
using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Manset.Desk.Door.DeskPage<Manset.Desk.Editing.MergePage>,
    Manset.Desk.Door.DeskPage<Manset.Desk.Door.NoticePage>>;

namespace Manset.Desk.Editing;

/// <summary>A newer take of the agency's beside the story that an editor has touched.</summary>
static class MergeRoutes
{
    public static void MapMerge(this RouteGroupBuilder desk)
    {
        var take = desk.MapGroup("/stories/{id:long}/newer-take").RequireAuthorization(Duty.Reporter);
        take.MapGet("/", Show);
        take.MapPost("/", Settle);
        take.MapPost("/untouched", TakeUntouched);
        // Who signs in again after a post comes back by this address.
        take.MapGet("/untouched", (long id) => TypedResults.Redirect(DeskLinks.NewerTake(id)));
    }

    static async Task<Answer> Show(long id, WritingTable table, Colleague colleague, CancellationToken stop) =>
        await table.Merge(id, colleague.Name, stop) is { } view ? new DeskPage<MergePage>(view)
        : await table.Knows(id, stop) ? TypedResults.Redirect(DeskLinks.Story(id))
        : DeskNotice.Missing;

    /// <summary>Every question answered: what comes of it is a revision like any other, and the newer take is dealt with.</summary>
    static async Task<Answer> Settle(long id, HttpContext call, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        var choices = new Dictionary<int, Choice>();
        foreach (var (name, value) in form)
            if (name.StartsWith('q') && Number(name[1..]) is { } number && Enum.TryParse<Choice>(value, out var choice) && Enum.IsDefined(choice)) choices[number] = choice;
        return await Tell(id, await table.Settle(id, SeenIn(form), choices, onlyUntouched: false, colleague.Name, stop), DeskLinks.Story(id), table, colleague, stop);
    }

    /// <summary>All that the agency changed where we rewrote nothing; what we rewrote waits for an answer.</summary>
    static async Task<Answer> TakeUntouched(long id, HttpContext call, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        return await Tell(id, await table.Settle(id, SeenIn(form), new Dictionary<int, Choice>(), onlyUntouched: true, colleague.Name, stop), DeskLinks.NewerTake(id), table, colleague, stop);
    }

    static async Task<Answer> Tell(long id, Done done, string then, WritingTable table, Colleague colleague, CancellationToken stop)
    {
        if (done.Story is null) return DeskNotice.Missing;
        if (done.Refusal is null) return TypedResults.Redirect(then);

        return await table.Merge(id, colleague.Name, stop) is { } view
            ? new DeskPage<MergePage>(view with { Refusal = done.Refusal }, StatusCodes.Status409Conflict)
            : TypedResults.Redirect(DeskLinks.Story(id));
    }

    /// <summary>What lay before whoever answered: the revision and the take.</summary>
    static (int Revision, int Take) SeenIn(IFormCollection form) => (Number(form["seen"]) ?? 0, Number(form["take"]) ?? 0);

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
