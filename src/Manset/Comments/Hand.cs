using System.Net;
using System.Security.Cryptography;

namespace Manset.Comments;

/// <summary>
/// Tells the senders of comments apart so that floods and repeats are seen. An address is sealed with a key that lives only in this
/// process and changes every day: yesterday's senders cannot be found again, by us or by anyone who takes the database.
/// </summary>
public sealed class Hand(TimeProvider clock)
{
    readonly Lock gate = new();
    (DateOnly Day, byte[] Key) today;

    public string Of(IPAddress? address)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        byte[] key;
        lock (gate)
        {
            if (today.Day != day || today.Key is null) today = (day, RandomNumberGenerator.GetBytes(32));
            key = today.Key;
        }
        var bytes = (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.GetAddressBytes() ?? [];
        // One subscriber's IPv6 addresses share their first half.
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes).AsSpan(0, 12));
    }
}
