using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>The agencies this paper takes copy from.</summary>
public sealed record Wires : IValidatableObject
{
    public IReadOnlyList<WireLine> Lines { get; init; } = [];
    /// <summary>How much room refused documents may take, packed.</summary>
    [Range(1, 100_000)] public int QuarantineMegabytes { get; init; } = 512;

    /// <summary>What the agencies allow that are named as sources, by what they are called beside a story or by their line.</summary>
    public Licence LicenceOf(IReadOnlyList<string> sources) => Lines
        .Where(line => sources.Any(source => Is(source, line.Agency) || Is(source, line.Name)))
        .Aggregate(Licence.Free, (bound, line) => bound.And(line.Licence));

    static bool Is(string source, string? name) => string.Equals(source.Trim(), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A line of that name; for a name that is not configured, a line without rules, so that copy can be brought in by hand.</summary>
    public WireLine Named(string name) => Lines.FirstOrDefault(line => line.Name == name) ?? new() { Name = name };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var line in Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Name)) yield return new("Wires:Lines: every line needs a name.");
            if (line.KeepFor < WireLine.Shortest) yield return new($"Wires:Lines: '{line.Name}' is kept for less than a day.");
            if (line.Every < WireLine.Quickest) yield return new($"Wires:Lines: '{line.Name}' is read more often than every {WireLine.Quickest.TotalSeconds} s.");
            if (line.Address is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
                yield return new($"Wires:Lines: the address of '{line.Name}' is none of the web (http or https).");
            if (line.SilentAfter <= TimeSpan.Zero) yield return new($"Wires:Lines: '{line.Name}' is silent after no time at all.");
            foreach (var fault in line.Faults()) yield return fault;
            if (line.Licence.ArchiveDays is < 1 or > Licence.LongestArchive) yield return new($"Wires:Lines: '{line.Name}' has a licence whose ArchiveDays is not 1 to {Licence.LongestArchive}.");
            if (line.Publish.Any(rule => rule.Urgency is < 1 or > 8)) yield return new($"Wires:Lines: '{line.Name}' has a rule whose urgency is not 1 to 8.");
        }
        foreach (var name in Lines.GroupBy(line => line.Name).Where(same => same.Count() > 1))
            yield return new($"Wires:Lines: two lines are named '{name.Key}'.");
    }
}

/// <summary>One feed of one agency: where it is read, for which edition, and what may go out unseen.</summary>
public sealed partial record WireLine
{
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(1), Shortest = TimeSpan.FromDays(1);

    public string Name { get; init; } = "";
    /// <summary>The agency as named beside a story; what an item itself says goes before.</summary>
    public string? Agency { get; init; }
    /// <summary>The edition its copy is for; absent, the item's own language tells.</summary>
    public string? Edition { get; init; }
    public Uri? Address { get; init; }
    public string? Folder { get; init; }
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);
    /// <summary>How long it may bring nothing before the desk is told; absent, for ever.</summary>
    public TimeSpan? SilentAfter { get; init; }
    /// <summary>May its address be of this machine or a private network?</summary>
    public bool AllowPrivate { get; init; }
    /// <summary>Where an item goes whose subjects name none of our sections.</summary>
    public string Section { get; init; } = "world";
    public IReadOnlyList<PublishRule> Publish { get; init; } = [];
    /// <summary>What may be done with its copy; it goes with every item of the line.</summary>
    public Licence Licence { get; init; } = new();
    /// <summary>How long its items and raw deliveries are kept, in days (<c>30</c>); absent, for good.</summary>
    public TimeSpan? KeepFor { get; init; }

    /// <summary>Is what the agency dates so past its time? Where a feed still lists what was let go of, it must not come in again.</summary>
    public bool HasLetGo(DateTimeOffset? sent, DateTimeOffset now) => KeepFor is { } time && sent < now - time;
}

/// <summary>Items that match go straight to publication; every part that is given must hold.</summary>
public sealed record PublishRule
{
    public IReadOnlyList<string> Sections { get; init; } = [];
    /// <summary>At least this urgent: 1 is a flash, 8 the least.</summary>
    public int? Urgency { get; init; }

    public bool Matches(WireItem item) =>
        item.Kind is ItemKind.Text or ItemKind.Picture && item.Body.Length > 0 && (Sections.Count == 0 || Sections.Contains(item.Section)) && (Urgency is null || item.Urgency <= Urgency);
}
