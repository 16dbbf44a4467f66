using System.Reflection;
using System.Security.Claims;

namespace Manset.Staff;

/// <summary>Whoever acts in a request: a member who signed in, or a program with a token.</summary>
/// <param name="Wire">The one wire that an agency may push to.</param>
public sealed record Colleague(string Name, Role Role, string? Wire = null)
{
    public const string WireClaim = "wire";

    /// <summary>An agency's token opens its own wire alone.</summary>
    public bool MayPushTo(string wire) => Role is not Role.Agency || Wire == wire;

    public static ValueTask<Colleague?> BindAsync(HttpContext call, ParameterInfo parameter) => ValueTask.FromResult(Of(call.User));

    public static Colleague? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(user.Identity.Name ?? "", role, user.FindFirstValue(WireClaim))
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
    /// <summary>Push copy to a wire: an agency to its own, an editor to any.</summary>
    public const string Push = nameof(Push);
}
