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
            return await Distrust(call.HttpContext, antiforgery) ?? await next(call);
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

    /// <returns>Why a request is not to be followed; null when it is.</returns>
    static async Task<object?> Distrust(HttpContext call, IAntiforgery antiforgery)
    {
        if (HttpMethods.IsGet(call.Request.Method) || HttpMethods.IsHead(call.Request.Method)) return null;

        var stale = DeskNotice.Of("stale", StatusCodes.Status400BadRequest);
        if (call.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site") return stale;
        try
        {
            return await antiforgery.IsRequestValidAsync(call) ? null : stale;
        }
        catch (AntiforgeryValidationException fault) when (fault.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return DeskNotice.Of("too-large", StatusCodes.Status413PayloadTooLarge);
        }
        // A form that cannot be read has no token either.
        catch (AntiforgeryValidationException) { return stale; }
    }
}
