using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Manset.Staff;

/// <summary>Tokens and one-time keys: shown once, kept only as a hash.</summary>
public static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
