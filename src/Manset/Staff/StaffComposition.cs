using System.Security.Claims;
using Manset.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Staff;

public static class StaffComposition
{
    const string CookieOrToken = "Staff";
    public const string StampClaim = "stamp";

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PasswordHasher<Member>>();
        builder.Services.AddSingleton<Welcome>();
        builder.Services.AddDataProtection().SetApplicationName("manset");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = ActivatorUtilities.CreateInstance<KeyRing>(services)));

        builder.Services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector = call =>
                call.Request.Headers.ContainsKey("Authorization") || call.Request.Path.StartsWithSegments("/api") ? BearerTokens.Name : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SetCookie)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Name, null);

        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Duty.Reporter, May(Role.Reporter, Role.Moderator, Role.Editor, Role.Administrator))
            .AddPolicy(Duty.Moderator, May(Role.Moderator, Role.Editor, Role.Administrator))
            .AddPolicy(Duty.Editor, May(Role.Editor, Role.Administrator))
            .AddPolicy(Duty.Administrator, May(Role.Administrator))
            .AddPolicy(Duty.Push, May(Role.Agency, Role.Editor, Role.Administrator));
    }

    static AuthorizationPolicy May(params IEnumerable<Role> roles) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())).Build();

    static void SetCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "manset-desk";
        cookie.Cookie.Path = "/desk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/desk/sign-in";
        cookie.AccessDeniedPath = "/desk/not-yours";
        cookie.ReturnUrlParameter = "then";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = StillGood;
    }

    /// <summary>A changed password or role or a removed account ends every session of that member at once.</summary>
    static async Task StillGood(CookieValidatePrincipalContext cookie)
    {
        var id = long.TryParse(cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var number) ? number : 0;
        var newsroom = cookie.HttpContext.RequestServices.GetRequiredService<Newsroom>();
        var now = await newsroom.Members.Where(member => member.Id == id).Select(member => new { member.Stamp, member.Role }).FirstOrDefaultAsync();
        if (now is null || now.Stamp != cookie.Principal?.FindFirstValue(StampClaim) || !cookie.Principal.IsInRole(now.Role.ToString())) cookie.RejectPrincipal();
    }
}
