using Manset.Desk.Companions;
using Manset.Desk.Triage;
using Manset.Editions;
using Manset.Wire;

namespace Manset.Desk.Lists;

public sealed record Take(long Id, int Number, int Version, string Headline, WireStatus Status, DateTimeOffset Received);

/// <summary>All that an agency said in one item.</summary>
public sealed record WireItemView
{
    public required WireItem Item { get; init; }
    public required Edition Edition { get; init; }
    public required IReadOnlyList<Take> Takes { get; init; }
    public required long? Story { get; init; }
    /// <summary>What was done with any of its takes at the list, in order.</summary>
    public required IReadOnlyList<Handling> Handlings { get; init; }
    public required Beside Beside { get; init; }
    public required DateTimeOffset Now { get; init; }
    public Refusal? Refusal { get; init; }
}
