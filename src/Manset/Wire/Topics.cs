using Manset.Copy;

namespace Manset.Wire;

/// <summary>
/// An item's subjects as one line to look in: each code with every wider one, their names in our languages, and whatever else the
/// agency calls them, folded. A search for <c>medtop:15000000</c> or for <c>spor</c> finds what is of football.
/// </summary>
public static class Topics
{
    const char Between = '|';
    static readonly string[] Languages = ["tr", "en"];

    public static string Of(IReadOnlyList<string> subjects)
    {
        var all = subjects.Select(Folding.Of).SelectMany(Subjects.Upwards).SelectMany(Named).Distinct().ToList();
        return all.Count == 0 ? "" : $"{Between}{string.Join(Between, all)}{Between}";
    }

    /// <summary>What to look for in the line: a code whole, any other word as a part.</summary>
    public static string Sought(string subject)
    {
        var folded = Folding.Of(subject.Trim()).Replace($"{Between}", "", StringComparison.Ordinal);
        return folded.Contains(':', StringComparison.Ordinal) ? $"{Between}{folded}{Between}" : folded;
    }

    public static bool Hold(string topics, string subject) => topics.Contains(Sought(subject), StringComparison.Ordinal);

    static IEnumerable<string> Named(string subject) =>
        [subject.Replace($"{Between}", "", StringComparison.Ordinal), .. Languages.Select(language => Subjects.NameOf(subject, language)).OfType<string>().Select(Folding.Of)];
}
