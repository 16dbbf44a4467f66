using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Relative links and inherited languages, as <c>xml:base</c> and <c>xml:lang</c> have them.</summary>
static class Addresses
{
    public static Uri? Resolve(string? written, Uri? start)
    {
        var clean = written is null ? "" : string.Concat(written.Where(character => !char.IsControl(character))).Trim();
        if (clean.Length is 0 or > 2000) return null;
        if (!clean.StartsWith('/') && Uri.TryCreate(clean, UriKind.Absolute, out var whole)) return Web(whole);
        return start is { IsAbsoluteUri: true } && Uri.TryCreate(start, clean, out var resolved) ? Web(resolved) : null;
    }

    /// <summary>An address of the web; else the bare name of a file that came beside the document.</summary>
    public static Uri? Place(string? written, Uri? start)
    {
        if (Resolve(written, start) is { } web) return web;
        var name = (written ?? "").Replace('\\', '/').Trim();
        if (name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return null;
        name = name[(name.LastIndexOf('/') + 1)..].Trim();
        return name.Length is > 0 and <= 300 && !name.Any(char.IsControl) && Uri.TryCreate(name, UriKind.Relative, out var file) ? file : null;
    }

    static Uri? Web(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <summary>The base of this element alone, given that of its parent.</summary>
    public static Uri? Base(XElement element, Uri? start) =>
        (string?)element.Attribute(XNamespace.Xml + "base") is { } own ? Resolve(own, start) ?? start : start;

    public static string? Language(XElement element) =>
        (string?)element.Attribute(XNamespace.Xml + "lang") is { Length: > 0 and <= 35 } language ? language : null;
}
