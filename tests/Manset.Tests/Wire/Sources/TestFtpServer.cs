using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Manset.Tests.Wire.Sources;

/// <summary>A server of FTP and of FTP with TLS, whose files are in memory.</summary>
sealed class TestFtpServer : IAsyncDisposable
{
    public sealed record File(byte[] Bytes, DateTimeOffset Written);

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closed = new();
    readonly X509Certificate2 certificate = OwnCertificate();

    TestFtpServer()
    {
        listener.Start();
        _ = Accept();
    }

    public static TestFtpServer Open(bool old = false) => new() { Old = old };

    public ConcurrentDictionary<string, File> Files { get; } = new();
    public ConcurrentQueue<string> Said { get; } = new();
    /// <summary>As old servers are: no MLSD, no EPSV, and an address in PASV that leads elsewhere.</summary>
    public bool Old { get; private init; }
    /// <summary>What happens over there after each time that the folder was listed.</summary>
    public Action? Listed { get; set; }
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string CertificateDigest => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    public void Put(string name, string text, DateTimeOffset? written = null) => Files[name] = new(Encoding.UTF8.GetBytes(text), written ?? new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));

    async Task Accept()
    {
        while (!closed.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync(closed.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException) { return; }
        }
    }

    async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await Talk(client.GetStream());
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException) { }
        }
    }

    async Task Talk(Stream control)
    {
        var (user, from, protects, data) = ("", "", false, (TcpListener?)null);
        await Answer("220-Ajans\r\n220 hazır");
        while (await Line() is { } line)
        {
            Said.Enqueue(line);
            var (verb, rest) = (line.Split(' ')[0].ToUpperInvariant(), line.Contains(' ', StringComparison.Ordinal) ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "");
            switch (verb)
            {
                case "USER": user = rest; await Answer("331 parola"); break;
                case "PASS": await Answer((user, rest) == ("gazete", "gizli") ? "230 hoş geldin" : "530 olmaz"); break;
                case "AUTH":
                    await Answer("234 buyur");
                    control = await Secured(control);
                    break;
                case "PROT": protects = true; await Answer("200 tamam"); break;
                case "TYPE" or "PBSZ": await Answer("200 tamam"); break;
                case "CWD" or "DELE" when verb == "CWD" || Files.TryRemove(rest, out _): await Answer("250 tamam"); break;
                case "EPSV" when !Old:
                    await Answer(string.Create(CultureInfo.InvariantCulture, $"229 Entering (|||{Listen()}|)"));
                    break;
                case "PASV":
                    var port = Listen();
                    await Answer(string.Create(CultureInfo.InvariantCulture, $"227 Entering (10,1,2,3,{port / 256},{port % 256})"));
                    break;
                case "MLSD" when !Old:
                    var list = string.Concat(Files.Select(file => $"type=file;size={file.Value.Bytes.Length};modify={file.Value.Written:yyyyMMddHHmmss}; {file.Key}\r\n").Prepend("type=cdir;modify=20261122050000; .\r\n"));
                    Listed?.Invoke();
                    await Send(list);
                    break;
                case "NLST": await Send(string.Concat(Files.Keys.Select(name => name + "\r\n"))); break;
                case "SIZE" when Files.TryGetValue(rest, out var sized): await Answer(string.Create(CultureInfo.InvariantCulture, $"213 {sized.Bytes.Length}")); break;
                case "MDTM" when Files.TryGetValue(rest, out var dated): await Answer($"213 {dated.Written:yyyyMMddHHmmss}"); break;
                case "RETR" when Files.TryGetValue(rest, out var file): await Send(file.Bytes); break;
                case "MKD": await Answer("257 tamam"); break;
                case "RNFR" when Files.ContainsKey(rest): from = rest; await Answer("350 nereye"); break;
                case "RNTO":
                    if (Files.TryRemove(from, out var moved)) Files[rest] = moved;
                    await Answer("250 tamam");
                    break;
                case "QUIT": await Answer("221 güle güle"); return;
                default: await Answer(verb is "MLSD" or "EPSV" ? "500 bilmem" : "550 yok"); break;
            }
        }

        int Listen()
        {
            data?.Stop();
            data = new(IPAddress.Loopback, 0);
            data.Start();
            return ((IPEndPoint)data.LocalEndpoint).Port;
        }

        Task Answer(string text) => control.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), closed.Token).AsTask();

        async Task Send(object what)
        {
            using var peer = await data!.AcceptTcpClientAsync(closed.Token);
            await Answer("150 geliyor");
            Stream stream = peer.GetStream();
            if (protects) stream = await Secured(stream);
            await stream.WriteAsync(what as byte[] ?? Encoding.UTF8.GetBytes((string)what), closed.Token);
            if (stream is SslStream secured) await secured.ShutdownAsync();
            await stream.DisposeAsync();
            await Answer("226 bitti");
        }

        async Task<string?> Line()
        {
            var (line, one) = (new List<byte>(), new byte[1]);
            while (await control.ReadAsync(one, closed.Token) > 0)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }
            return null;
        }
    }

    async Task<Stream> Secured(Stream open)
    {
        var secured = new SslStream(open);
        await secured.AuthenticateAsServerAsync(certificate);
        return secured;
    }

    public static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Dispose();
        certificate.Dispose();
        closed.Dispose();
    }
}
