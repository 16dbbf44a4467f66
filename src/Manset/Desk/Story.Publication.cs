namespace Manset.Desk;

public sealed partial class Story
{
    /// <summary>Of a correction's note and of the reason for an act.</summary>
    public const int LongestNote = 2_000;

    /// <summary>Sends the latest revision out.</summary>
    public Refusal? Publish(string by, DateTimeOffset now, string? overriding = null)
    {
        if (Refuse(now, overriding) is { } refusal) return refusal;

        GoLive(by, now, overriding);
        return null;
    }

    /// <summary>Sends the latest revision out with a public note of what was wrong.</summary>
    public Refusal? Correct(string note, string by, DateTimeOffset now, string? overriding = null)
    {
        if (Live is null) return new("unpublished");
        if (string.IsNullOrWhiteSpace(note)) return new("note-missing");
        if (note.Length > LongestNote) return new("note-long");
        if (Refuse(now, overriding) is { } refusal) return refusal;

        GoLive(by, now, overriding);
        Corrections.Add(new() { Revision = Latest, Note = note.Trim(), By = by, At = now });
        return null;
    }

    /// <summary>Withdraws it from every surface; its address answers 410 from now on.</summary>
    public Refusal? Kill(string why, string by, DateTimeOffset now)
    {
        if (Live is null) return new("unpublished");
        if (string.IsNullOrWhiteSpace(why)) return new("reason-missing");
        if (why.Length > LongestNote) return new("note-long");

        Killed ??= new() { By = by, Why = why.Trim(), At = now };
        return null;
    }

    /// <summary>Drops it before publication.</summary>
    public Refusal? Spike(string by, DateTimeOffset now)
    {
        if (Live is not null) return new("published");

        Spiked ??= new() { By = by, At = now };
        return null;
    }

    Refusal? Refuse(DateTimeOffset now, string? overriding)
    {
        if (Killed is not null) return new("killed");
        if (Spiked is not null) return new("spiked");
        if (now < Embargo) return new("embargoed");
        if (Expires <= now) return new("lapsed");
        if (overriding?.Length > LongestNote) return new("note-long");

        var flaws = Preflight.Check(Copy);
        var stopped = flaws.Any(flaw => flaw.Blocks) && string.IsNullOrWhiteSpace(overriding);
        return stopped ? new("preflight", flaws) : null;
    }

    void GoLive(string by, DateTimeOffset now, string? overriding)
    {
        Live = Latest;
        Section = Copy.Section;
        FirstPublished ??= now;
        Count();
        // A clock that was set back does not turn the stamps back.
        LastUpdated = now > LastUpdated || LastUpdated is null ? now : LastUpdated;
        Publications.Add(new() { Revision = Latest, By = by, At = now, Override = overriding });
    }
}
