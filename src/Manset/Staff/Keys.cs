namespace Manset.Staff;

/// <summary>Lets a program act as a member of staff: <c>Authorization: Bearer …</c>.</summary>
public sealed class ApiToken
{
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    /// <summary>The one wire that an agency's token may push to.</summary>
    public string? Wire { get; init; }
    public required DateTimeOffset Made { get; init; }
}

/// <summary>A one-time link that makes an account or sets a new password.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    public required string Hash { get; init; }
    /// <summary>Null for the very first administrator, who says it on the page.</summary>
    public string? Email { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset Until { get; init; }
}
