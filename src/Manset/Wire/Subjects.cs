using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manset.Copy;
using Manset.Editions;

namespace Manset.Wire;

/// <summary>Finds the section of ours that an agency's subjects speak of; the mapping of codes is data (<c>subjects.json</c>).</summary>
public static partial class Subjects
{
    static readonly Dictionary<string, string> Sections = Load();
    static readonly Dictionary<string, Dictionary<string, string>> Topics = Resource<Dictionary<string, Dictionary<string, string>>>("mediatopics.json");

    /// <summary>What a code of IPTC's Media Topics is called; null for codes and languages that we have no name for.</summary>
    public static string? NameOf(string code, string language) =>
        Topics.GetValueOrDefault(code)?.GetValueOrDefault(language.Split('-')[0]);

    /// <summary>The code and every wider topic that it is part of; a code that is not known, alone.</summary>
    public static IEnumerable<string> Upwards(string code)
    {
        if (SubjectCode.Match(code) is { Success: true } older)
        {
            yield return code;
            code = "medtop:" + older.Groups["top"].Value + "000000";
        }
        for (var (at, steps) = ((string?)code, 0); at is not null && steps < 10; steps++)
        {
            yield return at;
            at = Topics.GetValueOrDefault(at)?.GetValueOrDefault("in");
        }
    }

    /// <param name="keywords">Looked at after the subjects, and only whole: any word may stand in one.</param>
    /// <returns>A section key (<c>politics</c>), or null when nothing in them is known.</returns>
    public static string? SectionOf(IReadOnlyList<string> subjects, IReadOnlyList<string> keywords, Edition edition) =>
        subjects.Concat(keywords).Select(subject => Named(Folding.Of(subject), edition)).FirstOrDefault(key => key is not null)
        ?? subjects.SelectMany(Words).Select(word => Named(word, edition)).FirstOrDefault(key => key is not null);

    static string? Named(string folded, Edition edition)
    {
        if (edition.Sections.FirstOrDefault(section => section.Key == folded || section.Slug == folded || Folding.Of(section.Name) == folded) is { } named)
            return named.Key;
        // An agency's own scheme may carry our key: section:turkey.
        var bare = folded[(folded.LastIndexOf(':') + 1)..];
        if (edition.Sections.Any(section => section.Key == bare)) return bare;
        return Known(folded) is { } key && edition.Sections.Any(section => section.Key == key) ? key : null;
    }

    /// <summary>A topic that is mapped to nothing goes where the wider topic goes that it is part of.</summary>
    static string? Known(string folded)
    {
        if (SubjectCode.Match(folded) is { Success: true } older) folded = "medtop:" + older.Groups["top"].Value + "000000";
        for (var steps = 0; steps < 10; steps++)
        {
            if (Sections.TryGetValue(folded, out var key)) return key;
            if (Topics.GetValueOrDefault(folded)?.GetValueOrDefault("in") is not { } wider) return null;
            folded = wider;
        }
        return null;
    }

    /// <summary>The words of a subject that is written together from several: <c>Kültür-Sanat</c>, <c>haberler/ekonomi</c>.</summary>
    static IEnumerable<string> Words(string subject) => Between.Split(Folding.Of(subject)).Where(word => word.Length > 2);

    static Dictionary<string, string> Load() =>
        Resource<Dictionary<string, string[]>>("subjects.json")
            .SelectMany(section => section.Value.Select(code => (Code: Folding.Of(code), section.Key)))
            .ToDictionary(pair => pair.Code, pair => pair.Key);

    static T Resource<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Manset.Wire." + name)!;
        return JsonSerializer.Deserialize<T>(stream)!;
    }

    /// <summary>IPTC's older codes begin as the widest of the Media Topics do.</summary>
    [GeneratedRegex(@"^subj:(?<top>[01]\d)\d{6}$")]
    static partial Regex SubjectCode { get; }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    static partial Regex Between { get; }
}
