namespace Manset.Ledger;

/// <summary>What was done. The word is stored, so a name here is never changed.</summary>
public enum Act
{
    Received, EmbargoLifted, PictureCame, Handled,
    Filed, Saved, Published, Corrected, Killed, Spiked, Embargoed, Led, Lapsed, Recalling, Recalled,
    CommentShown, CommentHeld, CommentRefused, CommentRejected,
    Clustered, Cleared,
}

/// <summary>
/// One act: what, to which thing, by whom, when. Entries commit in the order of their ids (the schema sees to it), so a
/// follower that reads every id above its place skips none.
/// </summary>
public sealed class Entry
{
    Entry() { }

    public long Id { get; private set; }
    public Act Act { get; private set; }
    /// <summary>The id of the thing: a wire item for what the wire did, else a story.</summary>
    public long Subject { get; private set; }
    public string? Edition { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    /// <summary>What else the act touched: section keys, a translation, a reason; for those who follow.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    public static Entry Of(
        Act act, long subject, string by, DateTimeOffset now, string? edition = null, params IEnumerable<(string Name, string? Value)> facts) => new()
        {
            Act = act,
            Subject = subject,
            By = by,
            At = now,
            Edition = edition,
            Facts = facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!),
        };

    public string? Fact(string name) => Facts.GetValueOrDefault(name);
}
