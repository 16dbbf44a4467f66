namespace Manset.Site;

/// <summary>Sends a page that is made for one request and kept nowhere.</summary>
public static class Answers
{
    public static async Task Send(this Page page, HttpContext call)
    {
        var headers = call.Response.Headers;
        call.Response.StatusCode = page.Status;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = SitePolicy.Content;
        headers["Referrer-Policy"] = SitePolicy.Referrer;
        call.Response.ContentType = page.ContentType;
        call.Response.ContentLength = page.Body.Length;
        if (!HttpMethods.IsHead(call.Request.Method)) await call.Response.Body.WriteAsync(page.Body, call.RequestAborted);
    }
}

/// <summary>What a browser may do with our pages: nothing that is not ours.</summary>
public static class SitePolicy
{
    public const string Content =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public const string Referrer = "strict-origin-when-cross-origin";
}
