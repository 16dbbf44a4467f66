using Manset.Editions;
using Microsoft.Net.Http.Headers;

namespace Manset.Desk.Door;

/// <summary>What the desk speaks: what its member chose, else what their browser asks for first, else the language of the main edition.</summary>
static class Tongue
{
    const string Cookie = "manset-desk-language";
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static Edition Of(HttpContext call, Paper paper) =>
        paper.Edition(call.Request.Cookies[Cookie])
        ?? call.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1).Select(each => Spoken(each, paper)).FirstOrDefault(each => each is not null)
        ?? paper.Main;

    public static void Choose(HttpContext call, Edition edition) => call.Response.Cookies.Append(
        Cookie, edition.Code, new() { Path = "/desk", MaxAge = Kept, HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = call.Request.IsHttps, IsEssential = true });

    static Edition? Spoken(StringWithQualityHeaderValue asked, Paper paper) =>
        paper.Editions.FirstOrDefault(edition => asked.Value.StartsWith(edition.Code, StringComparison.OrdinalIgnoreCase));
}
