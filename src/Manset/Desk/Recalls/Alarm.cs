namespace Manset.Desk.Recalls;

/// <summary>Why the desk is alarmed. The word is stored, so a name here is never changed.</summary>
public enum AlarmCause
{
    /// <summary>An agency killed what a story was made from, and the story is withdrawn.</summary>
    Killed,
    /// <summary>An agency asks to hold it; the story is hidden until it says otherwise.</summary>
    Withheld,
    /// <summary>A translation is hidden because its original was withdrawn; the desk decides.</summary>
    Held,
    /// <summary>A story was withdrawn and a translation with an agency's item of its own still stands.</summary>
    TranslationStands,
    /// <summary>A surface was asked after a withdrawal, and still shows the story or does not answer.</summary>
    StillShown,
}

/// <summary>Stands on every page of the desk until somebody acknowledges it.</summary>
public sealed class Alarm
{
    Alarm() { }

    public long Id { get; private set; }
    public AlarmCause Cause { get; private set; }
    public long StoryId { get; private set; }
    /// <summary>Who caused it: an agency's wire, a surface.</summary>
    public string By { get; private set; } = "";
    public string? Why { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Acknowledgement? Acknowledged { get; private set; }

    public static Alarm Of(AlarmCause cause, Story story, string by, string? why, DateTimeOffset now) => Of(cause, story.Id, by, why, now);

    public static Alarm Of(AlarmCause cause, long story, string by, string? why, DateTimeOffset now) =>
        new() { Cause = cause, StoryId = story, By = by, Why = why, At = now };

    public void Acknowledge(string by, DateTimeOffset now) => Acknowledged ??= new() { By = by, At = now };
}

/// <summary>Somebody has seen an alarm.</summary>
public sealed class Acknowledgement
{
    public long AlarmId { get; private set; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>An alarm with the headline of its story.</summary>
public sealed record AlarmView(Alarm Alarm, string Headline, string Edition);
