using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>An account at Anadolu Agency, and what of its copy a line asks for. A filter is an id or a label, as the agency's own lists have them.</summary>
public sealed record Anadolu : Login
{
    public Uri Address { get; init; } = new("https://api.aa.com.tr/");
    /// <summary>In which the agency's lists are read: <c>tr_TR</c>, <c>en_US</c>, <c>ar_AR</c>.</summary>
    public string Labels { get; init; } = "tr_TR";
    public IReadOnlyList<string> Providers { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Priorities { get; init; } = [];
    public IReadOnlyList<string> Packages { get; init; } = [];
    public IReadOnlyList<string> Types { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    /// <summary>Only items with one of these words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    /// <summary>What is fetched of all that a search lists: <c>text</c>, <c>picture</c>, <c>video</c>, <c>graph</c>, <c>file</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = ["text"];
    /// <summary><c>newsml29</c> or <c>newsml12</c>.</summary>
    public string Format { get; init; } = "newsml29";
    /// <summary>The size of pictures: <c>print</c> or <c>web</c>.</summary>
    public string Picture { get; init; } = "print";
    /// <summary>How far back the very first search goes.</summary>
    public TimeSpan Since { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Two lines of one account share its pause between requests.</summary>
    internal string Account => $"anadolu:{Address.Authority}:{User}";

    internal Uri At(string path) => new(Address, path);

    internal Uri PictureAt(string id) => At($"abone/document/{Escaped(id)}/{Picture}");

    /// <summary>Colons go into the path as they are.</summary>
    internal static string Escaped(string id) => Uri.EscapeDataString(id).Replace("%3A", ":", StringComparison.Ordinal);

    public IEnumerable<ValidationResult> Faults(string line)
    {
        foreach (var fault in Faults(line, needed: true)) yield return fault;
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("https" or "http")) yield return new($"Wires:Lines: the Anadolu Address of '{line}' is none of the web.");
        if (Labels is not ("tr_TR" or "en_US" or "ar_AR")) yield return new($"Wires:Lines: the Labels of '{line}' are none of tr_TR, en_US, ar_AR.");
        if (Format is not ("newsml29" or "newsml12")) yield return new($"Wires:Lines: the Format of '{line}' is neither newsml29 nor newsml12.");
        if (Picture is not ("print" or "web")) yield return new($"Wires:Lines: the Picture of '{line}' is neither print nor web.");
        if (Since <= TimeSpan.Zero) yield return new($"Wires:Lines: '{line}' searches since the future.");
    }
}
