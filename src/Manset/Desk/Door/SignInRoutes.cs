using System.Globalization;
using System.Security.Claims;
using Manset.Data;
using Manset.Editions;
using Manset.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Door;

/// <summary>The sign-in page as it stands after a try.</summary>
/// <param name="Fault">The end of a key of the word files: <c>desk.sign-in.FAULT</c>.</param>
public sealed record SignInView(string? Email, string? Then, string? Fault = null, DateTimeOffset? Until = null);

static class SignInRoutes
{
    public static void MapSigningIn(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in", Ask);
        desk.MapPost("/sign-in", SignIn);
        desk.MapPost("/sign-out", (Delegate)SignOut);
        desk.MapPost("/language", Speak);
    }

    static DeskPage<SignInPage> Ask(string? then) => new(new SignInView(null, Local(then)));

    static async Task<Results<RedirectHttpResult, DeskPage<SignInPage>>> SignIn(
        HttpContext call, Newsroom newsroom, PasswordHasher<Member> hasher, TimeProvider clock, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        var (email, password, then) = (form["email"].ToString(), form["password"].ToString(), Local(form["then"]));
        var (address, now) = (Member.Normal(email), clock.GetUtcNow());
        if (await newsroom.Members.FirstOrDefaultAsync(member => member.Email == address, stop) is not { } member)
        {
            // As much work as for an address that is known: how long an answer takes must not tell the two apart.
            Member.Of(address, "", Role.Reporter).SetPassword(password, hasher);
            return Refused("wrong");
        }

        var knows = member.Knows(password, hasher, now);
        try
        {
            await newsroom.SaveChangesAsync(stop);
        }
        // Two tries in the same moment; the other one was counted.
        catch (DbUpdateConcurrencyException) { return Refused("wrong"); }
        if (!knows) return now < member.LockedUntil ? Refused("locked", member.LockedUntil) : Refused("wrong");

        await call.Admit(member);
        return TypedResults.Redirect(then ?? DeskLinks.Root);

        DeskPage<SignInPage> Refused(string fault, DateTimeOffset? until = null) =>
            new(new SignInView(email, then, fault, until), StatusCodes.Status401Unauthorized);
    }

    static async Task<RedirectHttpResult> SignOut(HttpContext call)
    {
        await call.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.Redirect(DeskLinks.SignIn);
    }

    static async Task<RedirectHttpResult> Speak(HttpContext call, Paper paper, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        if (paper.Edition(form["language"]) is { } edition) Tongue.Choose(call, edition);
        return TypedResults.Redirect(Local(form["then"]) ?? DeskLinks.Root);
    }

    public static Task Admit(this HttpContext call, Member member) => call.SignInAsync(
        IdentityConstants.ApplicationScheme,
        Colleague.PrincipalOf(member.Name, member.Role, IdentityConstants.ApplicationScheme,
            new(ClaimTypes.NameIdentifier, member.Id.ToString(CultureInfo.InvariantCulture)), new(StaffComposition.StampClaim, member.Stamp)));

    /// <summary>A path of the desk, or nothing: a link to the sign-in page must not lead to another site.</summary>
    public static string? Local(string? then) =>
        then?.StartsWith("/desk/", StringComparison.Ordinal) is true && !then.Contains('\\') && !then.Any(char.IsControl) ? then : null;
}
