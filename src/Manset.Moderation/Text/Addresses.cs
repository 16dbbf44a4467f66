using System.Collections.Frozen;

namespace Manset.Moderation.Text;

/// <summary>Web and mail addresses, told from a sentence whose stop lacks its space (<c>oldu.Sonra</c>).</summary>
static class Addresses
{
    static readonly FrozenSet<string> Domains = new[]
    {
        "com", "net", "org", "info", "biz", "gov", "edu", "tr", "io", "co", "tv", "app", "xyz", "online", "shop", "club",
        "ly", "uk", "fr", "eu", "ru", "link", "bet", "casino", "news", "blog", "dev", "gg", "cc"
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownDomains = Domains.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="chunk">A run without white space.</param>
    public static (int Start, int End)? Span(ReadOnlySpan<char> chunk)
    {
        if (chunk.IndexOfAny(':', '.') < 0) return null;

        var scheme = chunk.IndexOf("://");
        if (scheme > 0)
        {
            var start = scheme;
            while (start > 0 && char.IsAsciiLetterOrDigit(chunk[start - 1])) start--;
            return start == scheme ? null : (start, Trimmed(chunk, start));
        }

        var first = 0;
        while (first < chunk.Length && !char.IsLetterOrDigit(chunk[first])) first++;
        var end = Trimmed(chunk, first);
        if (end <= first) return null;

        var host = chunk[first..end];
        var path = host.IndexOfAny('/', '?');
        if (path >= 0) host = host[..path];
        var mail = host.IndexOf('@');
        var name = mail < 0 ? host : host[(mail + 1)..];
        if (name.IndexOf('\'') is > 0 and var apostrophe)
        {
            if (path < 0) end = first + (mail + 1) + apostrophe;
            name = name[..apostrophe];
        }
        return IsHost(name, mail > 0 || path > 0 || name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) ? (first, end) : null;
    }

    /// <summary>Without further sign that it is an address, its last label must be a known domain in small letters.</summary>
    static bool IsHost(ReadOnlySpan<char> name, bool plain)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || name.Length - dot < 3) return false;

        foreach (var sign in name)
            if (!char.IsLetterOrDigit(sign) && sign is not ('.' or '-' or ':')) return false;

        var domain = name[(dot + 1)..];
        if (domain.IndexOf(':') is > 0 and var port) domain = domain[..port];
        foreach (var sign in domain)
            if (!char.IsAsciiLetter(sign) || (!plain && char.IsAsciiLetterUpper(sign))) return false;
        return KnownDomains.Contains(domain);
    }

    static int Trimmed(ReadOnlySpan<char> chunk, int start)
    {
        var end = chunk.Length;
        while (end > start && chunk[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '\'' or '”' or '’' or '…') end--;
        return end;
    }
}
