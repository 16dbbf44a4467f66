namespace Manset.Wire;

/// <summary>A place where copy of a line is asked for, in the line's own rhythm.</summary>
public abstract class WireSource
{
    /// <summary>One node at a time asks; lines of one account share a turn.</summary>
    public abstract string Turn { get; }

    /// <param name="state">Saved after the look.</param>
    public abstract Task<Look> Look(WireState state, CancellationToken stop);
}

/// <summary>What came of one look.</summary>
/// <param name="Taken">How many items said something new.</param>
/// <param name="Refusal">What could not be read, or why nothing was heard.</param>
/// <param name="Heard">Did the other side answer?</param>
/// <param name="Wait">How long it asked to be left alone.</param>
public sealed record Look(int Taken = 0, string? Refusal = null, bool Heard = true, TimeSpan? Wait = null)
{
    public static Look NotHeard(string reason, TimeSpan? wait = null) => new(0, reason, Heard: false, wait);

    public static Look Of(IEnumerable<Taken> taken)
    {
        var all = taken.ToList();
        return new(all.Count(item => item.Outcome is not (Outcome.Repeat or Outcome.Refused)), all.Find(item => item.Outcome is Outcome.Refused)?.Said);
    }
}
