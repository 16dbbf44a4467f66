using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Manset.Site.Surfaces;

/// <param name="Status">0 where there was no answer.</param>
/// <param name="Text">The body; where there was no answer, why not.</param>
public sealed record Answer(int Status, string Text);

/// <summary>Asks this very program for a path, from outside and over HTTP, as a reader would.</summary>
public sealed class FrontDoor(IServer server, IConfiguration configuration) : IDisposable
{
    /// <summary>Where to ask instead of at the program's own address: <c>Recalls__Address</c>.</summary>
    public const string Setting = "Recalls:Address";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // To our own machine, whose certificate names the public host.
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, fault) => fault is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch },
    })
    { Timeout = Patience };

    public async Task<Answer> Ask(string path, string accept, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path)) { Headers = { { "Accept", accept }, { "User-Agent", "Manset recall" } } };
            using var answer = await client.SendAsync(request, stop);
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
        }
        catch (HttpRequestException fault) { return new(0, fault.GetBaseException().Message); }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested) { return new(0, $"No answer within {Patience.TotalSeconds} s."); }
    }

    Uri Address => configuration[Setting] is { Length: > 0 } named ? new Uri(named) : Own(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    /// <summary>The first address that it listens at, without TLS where there is one; for an address of every network, this machine's own.</summary>
    static Uri Own(ICollection<string> addresses)
    {
        var address = addresses.OrderBy(each => each.StartsWith("https", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() ?? "http://localhost:5080";
        var bound = BindingAddress.Parse(address);
        var everywhere = bound.Host is "*" or "+" || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return new UriBuilder(bound.Scheme, everywhere ? "localhost" : bound.Host, bound.Port).Uri;
    }

    public void Dispose() => client.Dispose();
}
