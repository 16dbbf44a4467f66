using System.Net;
using System.Security.Cryptography;
using System.Text;
using Manset.Copy;

namespace Manset.Comments;

/// <summary>
/// Tells the senders of comments apart so that floods and repeats are seen. An address is sealed with a key that lives only in this
/// process and changes every day: yesterday's senders cannot be found again, by us or by anyone who takes the database.
/// </summary>
public sealed class Hand(TimeProvider clock)
{
    readonly Lock gate = new();
    (DateOnly Day, byte[] Key) today;

    /// <summary>Many people share one address behind a carrier's gateway, so the name they sign with counts too.</summary>
    public string Of(IPAddress? address, string name)
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
        byte[] marks = [.. bytes.Length == 16 ? bytes[..8] : bytes, .. Encoding.UTF8.GetBytes(Folding.Of(name))];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, marks).AsSpan(0, 12));
    }
}
