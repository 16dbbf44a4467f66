using System.Security.Cryptography;
using System.Text;
using Manset.Data;
using Manset.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Wire;

/// <summary>A hub tells us at once what a feed has; only what carries our secret's signature is believed.</summary>
public sealed class HubSubscription
{
    /// <summary>A hub that did not answer is not asked again sooner.</summary>
    static readonly TimeSpan BeforeAskingAgain = TimeSpan.FromHours(1);
    /// <summary>This much of a lease is left when it is renewed.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromHours(6);

    HubSubscription() { }

    public string Wire { get; private set; } = "";
    public string Hub { get; private set; } = "";
    public string Topic { get; private set; } = "";
    /// <summary>The part of our address that nobody else can know.</summary>
    public string Key { get; private set; } = "";
    public string Secret { get; private set; } = "";
    public DateTimeOffset Asked { get; private set; }
    /// <summary>Until when the hub will tell us; null before it has asked whether we mean it.</summary>
    public DateTimeOffset? Until { get; private set; }
    public DateTimeOffset? Rung { get; private set; }
    public string? Refused { get; private set; }

    public static HubSubscription Of(string wire, Uri hub, Uri topic, DateTimeOffset now) => new()
    {
        Wire = wire,
        Hub = hub.AbsoluteUri,
        Topic = topic.AbsoluteUri,
        Key = Staff.Secret.New(),
        Secret = Staff.Secret.New(),
        Asked = now,
    };

    public bool IsFor(Uri hub, Uri topic) => Hub == hub.AbsoluteUri && Topic == topic.AbsoluteUri;

    public bool IsDue(DateTimeOffset now) => (Until is not { } until || now > until - Margin) && now >= Asked + BeforeAskingAgain;

    public void Ask(DateTimeOffset now) => Asked = now;

    public void Confirm(TimeSpan lease, DateTimeOffset now) => (Until, Refused) = (now + lease, null);

    public void Deny(string reason) => (Until, Refused) = (null, reason);

    public void Ring(DateTimeOffset now) => Rung = now;

    /// <summary><c>sha256=…</c> of the body under our secret; the other methods of the standard too.</summary>
    public bool Signs(string? signature, ReadOnlySpan<byte> body)
    {
        if (signature?.Split('=', 2) is not [var method, var digest]) return false;
        var key = Encoding.UTF8.GetBytes(Secret);
        var ours = method.ToLowerInvariant() switch
        {
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
#pragma warning disable CA5350 // Hubs of the standard's first years sign with nothing better, and HMAC-SHA1 has not been broken.
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            _ => null,
        };
        return ours is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(ours)), Encoding.ASCII.GetBytes(digest.Trim().ToLowerInvariant()));
    }
}

sealed class HubSubscriptionTable : IEntityTypeConfiguration<HubSubscription>
{
    public void Configure(EntityTypeBuilder<HubSubscription> subscription) => subscription.ToTable("hub_subscriptions").HasKey(row => row.Wire);
}
