using Microsoft.AspNetCore.Identity;

namespace Manset.Staff;

/// <summary>Agency is no member: a program that may push copy to one wire and nothing else.</summary>
public enum Role { Reporter, Moderator, Editor, Administrator, Agency }

/// <summary>Someone who works here.</summary>
public sealed class Member
{
    const int TriesBeforeALock = 8;
    static readonly TimeSpan Lock = TimeSpan.FromMinutes(5);

    Member() { }

    public long Id { get; private set; }
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Role Role { get; private set; }
    public string? PasswordHash { get; private set; }
    /// <summary>Changes with the password; a cookie that carries an older one is no longer good.</summary>
    public string Stamp { get; private set; } = NewStamp();
    public int FailedTries { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public static Member Of(string email, string name, Role role) => new() { Email = Normal(email), Name = name, Role = role };

    /// <summary>Addresses are compared without regard to case; they are ASCII or compared as they are.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    public void SetPassword(string password, PasswordHasher<Member> hasher)
    {
        PasswordHash = hasher.HashPassword(this, password);
        Stamp = NewStamp();
        FailedTries = 0;
        LockedUntil = null;
    }

    /// <summary>True when the password is theirs; false also while the account rests after too many wrong ones.</summary>
    public bool Knows(string password, PasswordHasher<Member> hasher, DateTimeOffset now)
    {
        if (PasswordHash is null || now < LockedUntil) return false;

        var answer = hasher.VerifyHashedPassword(this, PasswordHash, password);
        if (answer is PasswordVerificationResult.Failed)
        {
            if (++FailedTries % TriesBeforeALock == 0) LockedUntil = now + Lock;
            return false;
        }

        FailedTries = 0;
        if (answer is PasswordVerificationResult.SuccessRehashNeeded) PasswordHash = hasher.HashPassword(this, password);
        return true;
    }

    static string NewStamp() => Secret.New();
}
