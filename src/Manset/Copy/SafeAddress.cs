using System.Text.RegularExpressions;

namespace Manset.Copy;

/// <summary>Which addresses may stand in copy: the web and mail; for pictures, also our own.</summary>
static partial class SafeAddress
{
    const int Longest = 2000;

    public static string? Link(string? address, Uri? baseAddress) =>
        Absolute(address, baseAddress) is { } link && (IsWeb(link) || link.Scheme == Uri.UriSchemeMailto) ? Stable(link) : null;

    public static string? Picture(string? address, Uri? baseAddress)
    {
        if (baseAddress is null && address is not null && OwnPicture.IsMatch(address)) return address;
        return Absolute(address, baseAddress) is { } picture && IsWeb(picture) ? Stable(picture) : null;
    }

    static Uri? Absolute(string? address, Uri? baseAddress)
    {
        // An address of the web cannot hold control characters; browsers drop them, and so would read another scheme than we.
        var clean = address is null ? "" : string.Concat(address.Where(character => !char.IsControl(character))).Trim();
        if (clean.Length is 0 or > Longest) return null;

        // On Unix a leading slash makes a file path of it.
        if (!clean.StartsWith('/') && Uri.TryCreate(clean, UriKind.Absolute, out var absolute)) return absolute;
        return baseAddress is { IsAbsoluteUri: true } && Uri.TryCreate(baseAddress, clean, out var resolved) ? resolved : null;
    }

    /// <summary>A name before the host (<c>https://bank.example@thief.example</c>) is there to deceive.</summary>
    static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0 && address.Host.Length > 0;

    static string? Stable(Uri address)
    {
        var written = address.AbsoluteUri;
        return Uri.TryCreate(written, UriKind.Absolute, out var again) && again.AbsoluteUri == written ? written : null;
    }

    [GeneratedRegex(@"^/pictures/(?!.*\.\.)[A-Za-z0-9/_.\-]+$")]
    static partial Regex OwnPicture { get; }
}
