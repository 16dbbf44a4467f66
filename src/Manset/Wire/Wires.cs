using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>The agencies this paper takes copy from.</summary>
public sealed record Wires
{
    public IReadOnlyList<WireLine> Lines { get; init; } = [];

    /// <summary>A line of that name; for a name that is not configured, a line without rules, so that copy can be brought in by hand.</summary>
    public WireLine Named(string name) => Lines.FirstOrDefault(line => line.Name == name) ?? new() { Name = name };
}

/// <summary>One feed of one agency: where it is read, for which edition, and what may go out unseen.</summary>
public sealed record WireLine
{
    [Required] public string Name { get; init; } = "";
    /// <summary>The agency as named beside a story; what an item itself says goes before.</summary>
    public string? Agency { get; init; }
    /// <summary>The edition its copy is for; absent, the item's own language tells.</summary>
    public string? Edition { get; init; }
    public Uri? Address { get; init; }
    public string? Folder { get; init; }
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);
    /// <summary>May its address be of this machine or a private network?</summary>
    public bool AllowPrivate { get; init; }
    /// <summary>Where an item goes whose subjects name none of our sections.</summary>
    public string Section { get; init; } = "world";
    public IReadOnlyList<PublishRule> Publish { get; init; } = [];
}

/// <summary>Items that match go straight to publication; every part that is given must hold.</summary>
public sealed record PublishRule
{
    public IReadOnlyList<string> Sections { get; init; } = [];
    /// <summary>At least this urgent: 1 is a flash, 8 the least.</summary>
    [Range(1, 8)] public int? Urgency { get; init; }

    public bool Matches(WireItem item) =>
        (Sections.Count == 0 || Sections.Contains(item.Section)) && (Urgency is null || item.Urgency <= Urgency);
}
