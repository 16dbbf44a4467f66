using Manset.Wire;

namespace Manset.Desk.Refused;

/// <param name="Left">Are these the ones that are done with?</param>
/// <param name="Next">The document the next page begins after; null on the last.</param>
public sealed record QuarantineView(IReadOnlyList<Quarantined> Documents, bool Left, long? Next, bool Later, DateTimeOffset Now);

/// <summary>One refused document, with what stands at one of its faults.</summary>
/// <param name="At">The fault that is looked at, counted from 0.</param>
public sealed record QuarantinedView(Quarantined Document, int At, Excerpt? Excerpt, DateTimeOffset Now)
{
    public Refusal? Refusal { get; init; }
}
