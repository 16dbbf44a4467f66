using System.Globalization;

namespace Manset.Editions;

/// <summary>One language face of the paper: its culture, its clock, its sections, its imprint.</summary>
public sealed record Edition
{
    /// <summary>The first part of every path of this edition, and the language tag of its pages: <c>tr</c>, <c>en</c>.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Tagline { get; init; }
    public required string Culture { get; init; }
    public required string TimeZone { get; init; }
    public required IReadOnlyList<Section> Sections { get; init; }
    public required Imprint Imprint { get; init; }

    public CultureInfo CultureInfo => field ??= CultureInfo.GetCultureInfo(Culture);
    public TimeZoneInfo Clock => field ??= TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public Section? Section(string slug) => Sections.FirstOrDefault(section => section.Slug == slug);

    /// <summary>The section of that key; one that the paper has given up is still named by its key where old stories stand in it.</summary>
    public Section SectionOf(string key) => Sections.FirstOrDefault(section => section.Key == key) ?? new(key, key, key, Imprint.ResponsibleEditor);

    /// <summary>The one place where an instant becomes local time.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Clock);

    public string Path => $"/{Code}/";

    public string StoryPath(string section, string permalink, long id) =>
        FormattableString.Invariant($"{Path}{SectionOf(section).Slug}/{permalink}-{id}");

    /// <summary>A section by its key or by its place in paths.</summary>
    public Section? SectionNamed(string? name) => Sections.FirstOrDefault(section => section.Key == name || section.Slug == name);
}

/// <summary>A part of the paper with a front and an editor of its own.</summary>
/// <param name="Key">The same in every edition (<c>politics</c>), so that a translation finds its section.</param>
/// <param name="Slug">Its place in this edition's paths (<c>siyaset</c>).</param>
public sealed record Section(string Key, string Slug, string Name, string Editor);

/// <summary>Who answers for the paper in law (künye).</summary>
public sealed record Imprint
{
    public required string TradeName { get; init; }
    public required string ResponsibleEditor { get; init; }
    public required string Address { get; init; }
    public required string Email { get; init; }
    public required string Telephone { get; init; }
    public required string ElectronicNotification { get; init; }
    public required string HostingProvider { get; init; }
    public required string HostingAddress { get; init; }
}
