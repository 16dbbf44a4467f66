using Manset.Looks;

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
