using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Manset.Wire;

/// <summary>Which certificate a server may show: one that the machine's authorities vouch for, or the very one that the settings name.</summary>
static class Certificates
{
    public static SslClientAuthenticationOptions Options(string host, string? pinned) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = (_, certificate, _, faults) => IsTrusted(certificate, faults, pinned),
    };

    public static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors faults, string? pinned) => pinned is null
        ? faults == SslPolicyErrors.None
        : certificate is not null && Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())).Equals(pinned.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
