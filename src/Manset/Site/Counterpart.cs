using Manset.Editions;

namespace Manset.Site;

/// <summary>A page of another edition that says what this one says.</summary>
public sealed record Counterpart(Edition Edition, string Path);
