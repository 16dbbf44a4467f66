using System.Collections.Frozen;
using Manset.Desk.Recalls;
using Manset.Editions;
using Manset.Wire;

namespace Manset.Desk.Editing;

/// <summary>What lies before someone who edits a story.</summary>
public sealed record EditorView
{
    public static readonly IReadOnlyDictionary<string, string> NoFaults = FrozenDictionary<string, string>.Empty;
    /// <summary>How long after their last letter someone counts as writing.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    public required Story Story { get; init; }
    public required Edition Edition { get; init; }
    public required EditorForm Form { get; init; }
    public required DateTimeOffset Now { get; init; }
    /// <summary>Where it was asked after since it was withdrawn.</summary>
    public required IReadOnlyList<Receipt> Receipts { get; init; }
    /// <summary>Who else has typed in this story lately.</summary>
    public required IReadOnlyList<string> Others { get; init; }
    /// <summary>The take the copy was last made from, and the later one that waits; null where there is none.</summary>
    public required WireItem? Taken { get; init; }
    public required WireItem? Newer { get; init; }
    /// <summary>What the sources allow: what binds it already, and what would when it goes out as it stands.</summary>
    public required Licence Licence { get; init; }
    public required long? WireItem { get; init; }
    /// <summary>How much of it is agency copy, in percent; null where it was made from none.</summary>
    public required int? Share { get; init; }
    /// <summary>Does it open its edition's front?</summary>
    public required bool Leads { get; init; }

    /// <summary>What this member had typed and not saved, when that is what the form shows.</summary>
    public Draft? Draft { get; init; }
    public Refusal? Refusal { get; init; }
    public IReadOnlyDictionary<string, string> Faults { get; init; } = NoFaults;

    /// <summary>The agency's note on a correction that our readers have not been told of yet; empty when there is none.</summary>
    public string ProposedNote =>
        (Newer ?? Taken) is { Corrects: true, EditorialNote: { Length: > 0 } note } take && IsLive && Story.LastUpdated < take.Received ? note : "";

    public bool IsOver => Story.Killed is not null || Story.Spiked is not null;
    public bool IsLive => Story is { Live: not null, Killed: null };
    public bool HasChanges => Story.Live != Story.Latest;
}

/// <summary>Two who saved over the same revision.</summary>
public sealed record ConflictView(Story Story, Edition Edition, EditorForm Mine, StoryCopy MyCopy, Revision Theirs);

/// <summary>A story that is not filed yet.</summary>
public sealed record NewStoryView(EditorForm Form, IReadOnlyList<Edition> Editions, IReadOnlyDictionary<string, string> Faults);
