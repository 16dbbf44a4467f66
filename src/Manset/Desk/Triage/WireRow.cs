using Manset.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Triage;

/// <summary>The newest take of an item, as a line of the list.</summary>
public sealed record WireRow
{
    public required long Id { get; init; }
    public required string Wire { get; init; }
    public required string Guid { get; init; }
    public required string Agency { get; init; }
    public required string Edition { get; init; }
    public required string Section { get; init; }
    public required string? AssignedBy { get; init; }
    public required int? Urgency { get; init; }
    public required string Headline { get; init; }
    public required ItemKind Kind { get; init; }
    public required int Take { get; init; }
    public required WireStatus Status { get; init; }
    public required DateTimeOffset? Embargo { get; init; }
    public required DateTimeOffset Received { get; init; }
    /// <summary>The story made from it.</summary>
    public long? Story { get; init; }
    /// <summary>Who saw it or set it aside last; null when nobody did, or a newer take came since.</summary>
    public Handling? Handled { get; init; }
    /// <summary>What else was sent of the same event, in the order it came, when this one stands for all.</summary>
    public IReadOnlyList<WireRow> Others { get; init; } = [];

    /// <summary>The same through all its takes.</summary>
    public string Thread => ThreadOf(Wire, Guid);

    public bool IsOpen => Story is null && Handled is null && Status is WireStatus.Usable;

    public static string ThreadOf(string wire, string guid) => $"{wire}|{guid}";
}

static class WireRows
{
    extension(Newsroom newsroom)
    {
        public async Task<List<WireRow>> Rows(IQueryable<WireItem> items, CancellationToken stop)
        {
            var rows = await items.AsNoTracking().Select(item => new WireRow
            {
                Id = item.Id,
                Wire = item.Wire,
                Guid = item.Guid,
                Agency = item.Credit ?? item.Wire,
                Edition = item.Edition,
                Section = item.Section,
                AssignedBy = item.AssignedBy,
                Urgency = item.Urgency,
                Headline = item.Headline,
                Kind = item.Kind,
                Take = item.Take,
                Status = item.Status,
                Embargo = item.Embargo,
                Received = item.Received,
            }).ToListAsync(stop);

            var (ids, guids) = (rows.Select(row => row.Id).ToArray(), rows.Select(row => row.Guid).Distinct().ToArray());
            var used = await newsroom.Stories.AsNoTracking().Where(story => guids.Contains(story.Guid!)).OrderBy(story => story.Id)
                .Select(story => new { story.Id, story.Wire, story.Guid }).ToListAsync(stop);
            var handled = await newsroom.Handlings.AsNoTracking().Standing.Where(each => ids.Contains(each.WireItem) && each.Kind != Handled.Assigned)
                .OrderBy(each => each.Id).ToListAsync(stop);
            return
            [
                .. rows.Select(row => row with
                {
                    Story = used.Find(story => story.Wire == row.Wire && story.Guid == row.Guid)?.Id,
                    Handled = handled.FindLast(each => each.WireItem == row.Id),
                }),
            ];
        }
    }
}
