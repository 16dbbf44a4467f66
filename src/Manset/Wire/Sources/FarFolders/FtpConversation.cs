using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;

namespace Manset.Wire;

/// <summary>What the server said: a code and the last line.</summary>
readonly record struct FtpAnswer(int Code, string Text);

/// <summary>
/// The lines of FTP (RFC 959, 2428, 4217): one control connection, a data connection for each listing and file, always to the address of
/// the control connection, whatever address the server gives.
/// </summary>
sealed partial class FtpConversation : IAsyncDisposable
{
    const int LongestLine = 4096, MostLines = 200;
    static readonly Encoding Letters = new UTF8Encoding(false);

    readonly FarFolder folder;
    readonly bool allowPrivate;
    readonly IPAddress address;
    Stream control;
    bool protects;

    FtpConversation(FarFolder folder, bool allowPrivate, IPAddress address, Stream control) =>
        (this.folder, this.allowPrivate, this.address, this.control) = (folder, allowPrivate, address, control);

    public static async Task<FtpConversation> Open(FarFolder folder, bool allowPrivate, CancellationToken stop)
    {
        var address = (await PublicNetwork.Addresses(folder.Host, allowPrivate, stop))[0];
        var server = new FtpConversation(folder, allowPrivate, address, await PublicNetwork.Open(address, folder.Port, allowPrivate, stop));
        try
        {
            var secure = folder.Address.Scheme == "ftps";
            if (secure && folder.Port == 990) server.control = await server.Secured(server.control, stop);
            if ((await server.Hear(stop)).Code != 220) throw new FarFolderException("The server does not greet as FTP does.");
            if (secure && folder.Port != 990)
            {
                if ((await server.Say("AUTH TLS", stop)).Code != 234) throw new FarFolderException("The server offers no TLS.");
                server.control = await server.Secured(server.control, stop);
            }
            return server;
        }
        catch
        {
            await server.control.DisposeAsync();
            throw;
        }
    }

    /// <summary>The files too.</summary>
    public async Task Protect(CancellationToken stop)
    {
        await Must("PBSZ 0", stop, 200);
        await Must("PROT P", stop, 200);
        protects = true;
    }

    public async Task<FtpAnswer> Say(string line, CancellationToken stop)
    {
        if (line.Any(char.IsControl)) throw new FarFolderException("A name with characters that no name has.");
        await control.WriteAsync(Letters.GetBytes(line + "\r\n"), stop);
        await control.FlushAsync(stop);
        return await Hear(stop);
    }

    public async Task<FtpAnswer> Must(string line, CancellationToken stop, params int[] codes)
    {
        var answer = await Say(line, stop);
        return codes.Contains(answer.Code) ? answer : throw Unexpected(line, answer);
    }

    static FarFolderException Unexpected(string line, FtpAnswer answer) =>
        new(FormattableString.Invariant($"To {line.Split(' ')[0]} the server answered {answer.Code} {Prose.Cut(Prose.Plain(answer.Text), 120)}"));

    async Task<FtpAnswer> Hear(CancellationToken stop)
    {
        var first = await Line(stop);
        if (first.Length < 3 || !int.TryParse(first.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new FarFolderException("The server does not speak FTP.");
        var (last, more) = (first, first.Length > 3 && first[3] == '-');
        for (var lines = 0; more; lines++)
        {
            if (lines == MostLines) throw new FarFolderException("The server talks without end.");
            last = await Line(stop);
            more = !last.StartsWith(FormattableString.Invariant($"{code:000} "), StringComparison.Ordinal);
        }
        return new(code, last.Length > 4 ? last[4..].Trim() : "");
    }

    async Task<string> Line(CancellationToken stop)
    {
        var (line, one) = (new List<byte>(), new byte[1]);
        while (line.Count < LongestLine)
        {
            if (await control.ReadAsync(one, stop) == 0) throw new FarFolderException("The server hung up.");
            if (one[0] == '\n') return Letters.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        throw new FarFolderException("The server's line is too long.");
    }

    async Task<Stream> Secured(Stream open, CancellationToken stop)
    {
        var secured = new SslStream(open, leaveInnerStreamOpen: false);
        try
        {
            await secured.AuthenticateAsClientAsync(Certificates.Options(folder.Host, folder.Certificate), stop);
            return secured;
        }
        catch (AuthenticationException)
        {
            await secured.DisposeAsync();
            throw new FarFolderException("The server's certificate is not to be trusted.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await control.WriteAsync("QUIT\r\n"u8.ToArray());
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException) { }
        await control.DisposeAsync();
    }
}
