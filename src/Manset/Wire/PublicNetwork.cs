using System.Net;
using System.Net.Sockets;

namespace Manset.Wire;

/// <summary>
/// A feed's address is text that somebody typed or a server redirected to: it must not reach what only this machine or its
/// network may. The check is made on the address connected to, so no name can change its mind in between.
/// </summary>
public static class PublicNetwork
{
    /// <param name="allowPrivate">For a wire whose agency is inside the house, as the demo's is.</param>
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        // A proxy would connect in our place, past the check.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 4,
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, allowPrivate, cancellation),
    };

    static async ValueTask<Stream> Connect(DnsEndPoint server, bool allowPrivate, CancellationToken cancellation)
    {
        var allowed = await Addresses(server.Host, allowPrivate, cancellation);
        return await Open(allowed, server.Port, cancellation);
    }

    /// <summary>The addresses of a name that may be connected to.</summary>
    public static async Task<IPAddress[]> Addresses(string host, bool allowPrivate, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(host, cancellation);
        var allowed = allowPrivate ? found : Array.FindAll(found, IsPublic);
        if (allowed.Length == 0) throw found.Length > 0 ? new PrivateAddressException() : new SocketException((int)SocketError.HostNotFound);
        return allowed;
    }

    public static Task<Stream> Open(IPAddress address, int port, bool allowPrivate, CancellationToken cancellation) =>
        allowPrivate || IsPublic(address) ? Open([address], port, cancellation) : throw new PrivateAddressException();

    static async Task<Stream> Open(IPAddress[] allowed, int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes switch
            {
                [0 or 10 or 127, ..] => false,
                [100, >= 64 and <= 127, ..] => false,
                [169, 254, ..] => false,
                [172, >= 16 and <= 31, ..] => false,
                [192, 0, 0 or 2, _] => false,
                [192, 168, ..] => false,
                [198, 18 or 19, ..] => false,
                [198, 51, 100, _] or [203, 0, 113, _] => false,
                [>= 224, ..] => false,
                _ => true,
            };
        }
        return bytes switch
        {
            // IPv4 in the clothes of IPv6: translated, or tunnelled by 6to4.
            [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] => IsPublic(new(bytes[12..])),
            [0x20, 0x02, ..] => IsPublic(new(bytes[2..6])),
            [0x20, 0x01, 0, 0, ..] => false,
            [0x20, 0x01, 0x0D, 0xB8, ..] => false,
            // Only this eighth of the whole has been given out.
            [>= 0x20 and <= 0x3F, ..] => true,
            _ => false,
        };
    }
}

/// <summary>Thrown out of a connection attempt, where nothing can be returned.</summary>
public sealed class PrivateAddressException() : IOException("The address is in a private network; the wire's settings would have to allow that.");
