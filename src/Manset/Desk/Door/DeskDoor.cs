using Manset.Looks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Manset.Desk.Door;

/// <summary>What holds for every address of the desk: nothing is kept by browsers, nothing is done for another site or without a token.</summary>
public static class DeskDoor
{
    public static RouteGroupBuilder MapDeskDoor(this IEndpointRouteBuilder app)
    {
        var antiforgery = app.ServiceProvider.GetRequiredService<IAntiforgery>();
        // Checked below for every post, not only for those that bind a form.
        var desk = app.MapGroup("/desk").DisableAntiforgery().ExcludeFromDescription();
        desk.AddEndpointFilter(async (call, next) =>
        {
            Guard(call.HttpContext.Response.Headers);
            return await Trust(call.HttpContext, antiforgery) ? await next(call) : DeskNotice.Of("stale", StatusCodes.Status400BadRequest);
        });
        return desk;
    }

    public static void Guard(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = SitePolicy.Content;
        headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>A member who may not do something is told so with 403 where they stand; they are not sent elsewhere.</summary>
    public static Task NotYours(RedirectContext<CookieAuthenticationOptions> refused) =>
        DeskNotice.Of("not-yours", StatusCodes.Status403Forbidden).ExecuteAsync(refused.HttpContext);

    static async Task<bool> Trust(HttpContext call, IAntiforgery antiforgery)
    {
        if (HttpMethods.IsGet(call.Request.Method) || HttpMethods.IsHead(call.Request.Method)) return true;
        if (call.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site") return false;

        try
        {
            return await antiforgery.IsRequestValidAsync(call);
        }
        // A form that cannot be read has no token either.
        catch (AntiforgeryValidationException) { return false; }
    }
}
