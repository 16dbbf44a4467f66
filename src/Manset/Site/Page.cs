namespace Manset.Site;

/// <summary>What stands at a path, made but not yet packed.</summary>
/// <param name="Keys">Everything whose change would change these bytes: see <see cref="PageKeys"/>.</param>
public sealed record Page(int Status, string ContentType, byte[] Body, IReadOnlyList<string> Keys)
{
    public const string Html = "text/html; charset=utf-8";

    /// <summary>Where it stands now, for a redirect.</summary>
    public string? Location { get; init; }

    /// <summary>May it be kept? Not what any address could ask for, such as a page that is not there.</summary>
    public bool Keep { get; init; } = true;

    public static Page Moved(string location, params IReadOnlyList<string> keys) => new(StatusCodes.Status301MovedPermanently, Html, [], keys) { Location = location, Keep = false };
}

/// <summary>The names under which pages say what is on them, and acts what they touch.</summary>
public static class PageKeys
{
    /// <summary>The copy and acts of a story, on its own page.</summary>
    public static string Story(long id) => FormattableString.Invariant($"story:{id}");

    /// <summary>A story as other pages announce it.</summary>
    public static string Teaser(long id) => FormattableString.Invariant($"teaser:{id}");

    public static string Comments(long id) => FormattableString.Invariant($"comments:{id}");

    /// <summary>Which translations of a story there are.</summary>
    public static string Translations(string root) => $"translations:{root}";

    /// <summary>Which stories an edition, or one of its sections, has published, and in what order.</summary>
    public static string List(string edition, string? section = null) => section is null ? $"list:{edition}" : $"list:{edition}/{section}";

    /// <summary>Every story of an edition, on what names them all.</summary>
    public static string Every(string edition) => $"every:{edition}";

    /// <summary>What opens a front.</summary>
    public static string Lead(string edition, string? section) => $"lead:{edition}/{section}";
}
