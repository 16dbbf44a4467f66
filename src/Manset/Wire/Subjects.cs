using System.Reflection;
using System.Text.Json;
using Manset.Copy;
using Manset.Editions;

namespace Manset.Wire;

/// <summary>Finds the section of ours that an agency's subjects speak of; the mapping of codes is data (<c>subjects.json</c>).</summary>
public static class Subjects
{
    static readonly Dictionary<string, string> Codes = Load();

    /// <returns>A section key (<c>politics</c>), or null when no subject is known.</returns>
    public static string? SectionOf(IEnumerable<string> subjects, Edition edition)
    {
        foreach (var subject in subjects)
        {
            var folded = Folding.Of(subject);
            if (edition.Sections.FirstOrDefault(section => section.Key == folded || section.Slug == folded || Folding.Of(section.Name) == folded) is { } named)
                return named.Key;
            // An agency's own scheme may carry our key: section:turkey.
            var bare = folded[(folded.LastIndexOf(':') + 1)..];
            if (edition.Sections.Any(section => section.Key == bare)) return bare;
            if (Codes.TryGetValue(folded, out var key) && edition.Sections.Any(section => section.Key == key)) return key;
        }
        return null;
    }

    static Dictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Manset.Wire.subjects.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!
            .SelectMany(section => section.Value.Select(code => (Code: Folding.Of(code), section.Key)))
            .ToDictionary(pair => pair.Code, pair => pair.Key);
    }
}
