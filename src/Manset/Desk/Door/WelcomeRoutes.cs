using Manset.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Desk.Door;

/// <summary>The page behind a one-time link, with what was typed before when something of it could not be taken.</summary>
/// <param name="Fixed">The address the invitation was made for; null when whoever opens it says their own.</param>
public sealed record WelcomeView(string Key, string? Fixed, Role Role, string Name = "", string Email = "", string? Fault = null);

static class WelcomeRoutes
{
    const int LongestName = 100, LongestPassword = 1_000;

    public static void MapWelcome(this RouteGroupBuilder desk)
    {
        desk.MapGet("/welcome", Open);
        desk.MapPost("/welcome", Accept);
    }

    static DeskPage<NoticePage> RunOut => DeskNotice.Of("link-run-out", StatusCodes.Status410Gone);

    static async Task<Results<DeskPage<WelcomePage>, DeskPage<NoticePage>>> Open(string? key, Welcome welcome, CancellationToken stop) =>
        await welcome.Find(key ?? "", stop) is { } invitation
            ? new DeskPage<WelcomePage>(new WelcomeView(key!, invitation.Email, invitation.Role))
            : RunOut;

    static async Task<Results<RedirectHttpResult, DeskPage<WelcomePage>, DeskPage<NoticePage>>> Accept(HttpContext call, Welcome welcome, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        var (key, name, email, password) = (form["key"].ToString(), form["name"].ToString().Trim(), form["email"].ToString().Trim(), form["password"].ToString());
        if (await welcome.Find(key, stop) is not { } invitation) return RunOut;

        var fault = Fault(name, invitation.Email ?? email, password);
        if (fault is not null)
            return new DeskPage<WelcomePage>(new WelcomeView(key, invitation.Email, invitation.Role, name, email, fault), StatusCodes.Status422UnprocessableEntity);
        if (await welcome.Accept(key, email, name, password, stop) is not { } member) return RunOut;

        await call.Admit(member);
        return TypedResults.Redirect(DeskLinks.Root);
    }

    /// <returns>The end of a key of the word files: <c>desk.welcome.FAULT</c>.</returns>
    static string? Fault(string name, string email, string password) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl) ? "name"
        : email.Length is < 3 or > 320 || email.Count(sign => sign == '@') != 1 || email.Any(char.IsWhiteSpace) ? "email"
        : password.Length is < Welcome.ShortestPassword or > LongestPassword ? "password"
        : null;
}
