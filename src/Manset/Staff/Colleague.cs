using System.Reflection;
using System.Security.Claims;

namespace Manset.Staff;

/// <summary>Whoever acts in a request: a member who signed in, or a program with a token.</summary>
public sealed record Colleague(string Name, Role Role)
{
    public static ValueTask<Colleague?> BindAsync(HttpContext call, ParameterInfo parameter) => ValueTask.FromResult(Of(call.User));

    public static Colleague? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(user.Identity.Name ?? "", role)
            : null;

    public static ClaimsPrincipal PrincipalOf(string name, Role role, string scheme, params IEnumerable<Claim> more) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, role.ToString()), .. more], scheme));
}

/// <summary>Who may do what: each duty includes those of the roles above it.</summary>
public static class Duty
{
    /// <summary>Write and save; any member.</summary>
    public const string Reporter = nameof(Reporter);
    /// <summary>Decide on comments.</summary>
    public const string Moderator = nameof(Moderator);
    /// <summary>Publish, correct, kill.</summary>
    public const string Editor = nameof(Editor);
    public const string Administrator = nameof(Administrator);
}
