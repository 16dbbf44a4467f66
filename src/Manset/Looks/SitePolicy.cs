namespace Manset.Looks;

/// <summary>What a browser may do with our pages: nothing that is not ours.</summary>
public static class SitePolicy
{
    public const string Content =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public const string Referrer = "strict-origin-when-cross-origin";
}
