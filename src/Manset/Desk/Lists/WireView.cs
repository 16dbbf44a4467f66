using Manset.Data;
using Manset.Desk.Companions;
using Manset.Editions;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Lists;

/// <param name="Next">The item the next page begins after; null on the last.</param>
public sealed record WireView(Asked Asked, IReadOnlyList<Edition> Editions, IReadOnlyList<WireRow> Rows, long? Next, bool Later, DateTimeOffset Now);

/// <summary>The newest take of an item, as a line of the list.</summary>
public sealed record WireRow
{
    public required long Id { get; init; }
    public required string Wire { get; init; }
    public required string Guid { get; init; }
    public required string Agency { get; init; }
    public required string Edition { get; init; }
    public required string Section { get; init; }
    public required int? Urgency { get; init; }
    public required string Headline { get; init; }
    public required int Take { get; init; }
    public required WireStatus Status { get; init; }
    public required DateTimeOffset? Embargo { get; init; }
    public required DateTimeOffset Received { get; init; }
    /// <summary>The story made from it.</summary>
    public long? Story { get; init; }
    /// <summary>What else was sent of the same event, in the order it came, when this one stands for all.</summary>
    public IReadOnlyList<WireRow> Others { get; init; } = [];
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
                Urgency = item.Urgency,
                Headline = item.Headline,
                Take = item.Take,
                Status = item.Status,
                Embargo = item.Embargo,
                Received = item.Received,
            }).ToListAsync(stop);
            var guids = rows.Select(row => row.Guid).Distinct().ToArray();
            var used = await newsroom.Stories.AsNoTracking().Where(story => guids.Contains(story.Guid!))
                .Select(story => new { story.Id, story.Wire, story.Guid }).ToListAsync(stop);
            return [.. rows.Select(row => row with { Story = used.Find(story => story.Wire == row.Wire && story.Guid == row.Guid)?.Id })];
        }
    }
}

public sealed record Take(long Id, int Number, int Version, string Headline, WireStatus Status, DateTimeOffset Received);

/// <summary>All that an agency said in one item.</summary>
public sealed record WireItemView
{
    public required WireItem Item { get; init; }
    public required Edition Edition { get; init; }
    public required IReadOnlyList<Take> Takes { get; init; }
    public required long? Story { get; init; }
    public required Beside Beside { get; init; }
    public required DateTimeOffset Now { get; init; }
    public Refusal? Refusal { get; init; }
}
