namespace Manset.Wire;

/// <summary>Codes of subjects in one spelling: <c>scheme:code</c>, IPTC's own schemes under IPTC's aliases.</summary>
static class Codes
{
    const string Newscodes = "cv.iptc.org/newscodes/";

    /// <param name="scheme">An alias, an address that codes are put after, or null when the code says all.</param>
    public static string? Of(string? scheme, string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        var whole = code.Trim();
        if (scheme is { Length: > 0 } && !whole.StartsWith(scheme, StringComparison.Ordinal) && !whole.Contains(':', StringComparison.Ordinal))
            whole = scheme.Contains("://", StringComparison.Ordinal) ? scheme.TrimEnd('/', '#') + '/' + whole : scheme.TrimEnd(':') + ':' + whole;
        var at = whole.IndexOf(Newscodes, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return whole;

        var parts = whole[(at + Newscodes.Length)..].Split('/', 2);
        return parts.Length < 2 ? whole : Alias(parts[0]) + ':' + parts[1].TrimEnd('/');
    }

    static string Alias(string scheme) => scheme.ToLowerInvariant() switch
    {
        "mediatopic" => "medtop",
        "subjectcode" => "subj",
        var other => other,
    };
}
