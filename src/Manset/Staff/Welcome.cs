using Manset.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Manset.Staff;

/// <summary>How people come in: one-time links, and the first administrator on an empty machine.</summary>
public sealed class Welcome(IDbContextFactory<Newsroom> newsrooms, PasswordHasher<Member> hasher, TimeProvider clock)
{
    /// <summary>Long rather than odd: length is what makes a password hard to guess (NIST SP 800-63B).</summary>
    public const int ShortestPassword = 10;

    public async Task<bool> IsAnyoneHere(CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Members.AnyAsync(stop);
    }

    /// <returns>The secret part of a link under <c>/desk/welcome?key=</c>.</returns>
    public async Task<string> Invite(string? email, Role role, CancellationToken stop = default)
    {
        var key = Secret.New();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        newsroom.Invitations.Add(new() { Hash = Secret.HashOf(key), Email = email, Role = role, Until = clock.GetUtcNow() + Invitation.Lasts });
        await newsroom.SaveChangesAsync(stop);
        return key;
    }

    public async Task<Invitation?> Find(string key, CancellationToken stop = default)
    {
        var (hash, now) = (Secret.HashOf(key), clock.GetUtcNow());
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && row.Until > now, stop);
    }

    /// <summary>Uses up an invitation: makes the account, or gives an existing one its new password.</summary>
    /// <returns>The member, or null when the link was used or has run out.</returns>
    public async Task<Member?> Accept(string key, string email, string name, string password, CancellationToken stop = default)
    {
        if (await Find(key, stop) is not { } invitation) return null;

        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        newsroom.Invitations.Remove(invitation);
        var member = await MemberOf(newsroom, invitation.Email ?? email, name, invitation.Role, password, stop);
        try
        {
            await newsroom.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException) { return null; }
        return member;
    }

    /// <summary>For <c>manset user add</c> with a password on standard input.</summary>
    public async Task<Member> Add(string email, string name, Role role, string password, CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var member = await MemberOf(newsroom, email, name, role, password, stop);
        await newsroom.SaveChangesAsync(stop);
        return member;
    }

    async Task<Member> MemberOf(Newsroom newsroom, string email, string name, Role role, string password, CancellationToken stop)
    {
        var address = Member.Normal(email);
        var member = await newsroom.Members.FirstOrDefaultAsync(row => row.Email == address, stop);
        if (member is null) newsroom.Members.Add(member = Member.Of(address, name, role));
        member.SetPassword(password, hasher);
        return member;
    }
}
