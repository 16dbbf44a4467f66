using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Triage;

/// <summary>What is done with items in the list: each act a row, with an entry in the ledger, by which every open list hears of it.</summary>
public sealed class Inbasket(IDbContextFactory<Newsroom> newsrooms, Paper paper, TimeProvider clock)
{
    /// <returns>Null when it was done or had been; "missing" and "section" say why not.</returns>
    public Task<Refusal?> Handle(long id, Handled kind, string? section, string by, CancellationToken stop) => Act(id, by, async (item, newsroom, now) =>
    {
        if (kind is Handled.Assigned)
        {
            if (section is null || paper.Edition(item.Edition)?.SectionNamed(section) is not { } named) return new("no-section");
            if (item.Section == named.Key) return null;

            newsroom.Handlings.Add(new() { WireItem = id, Kind = kind, By = by, At = now, Section = named.Key, SectionBefore = item.Section, AssignedBefore = item.AssignedBy });
            item.Assign(named.Key, by);
            return null;
        }
        // Whoever came first saw it first.
        if (await newsroom.Handlings.Standing.AnyAsync(each => each.WireItem == id && each.Kind == kind, stop)) return null;

        newsroom.Handlings.Add(new() { WireItem = id, Kind = kind, By = by, At = now });
        return null;
    }, stop);

    /// <summary>Takes back what was done last with this take, whoever did it.</summary>
    public Task<Refusal?> Undo(long id, string by, CancellationToken stop) => Act(id, by, async (item, newsroom, now) =>
    {
        var last = await newsroom.Handlings.Standing.Where(each => each.WireItem == id).OrderByDescending(each => each.Id).FirstOrDefaultAsync(stop);
        if (last is null) return null;

        last.Undo(by, now);
        if (last.Kind is Handled.Assigned) item.Assign(last.SectionBefore!, last.AssignedBefore);
        return null;
    }, stop);

    async Task<Refusal?> Act(long id, string by, Func<WireItem, Newsroom, DateTimeOffset, Task<Refusal?>> act, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.WireItems.FindAsync([id], stop) is not { } item) return new("missing");
        var now = clock.GetUtcNow();
        if (await act(item, newsroom, now) is { } refusal) return refusal;
        if (!newsroom.ChangeTracker.HasChanges()) return null;

        newsroom.Ledger.Add(Entry.Of(Ledger.Act.Handled, id, by, now, item.Edition));
        try
        {
            await newsroom.SaveChangesAsync(stop);
        }
        // Undone by someone else in the same moment.
        catch (DbUpdateConcurrencyException) { }
        return null;
    }
}
