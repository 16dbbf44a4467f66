using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Manset.Tests.Wire.Sources;

/// <summary>As much of an IMAP server, over TLS, as a mailbox that is emptied needs.</summary>
sealed partial class TestMailServer : IAsyncDisposable
{
    public sealed record Mail(int Uid, string From, string Text)
    {
        public bool Seen { get; set; }
    }

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closed = new();
    readonly X509Certificate2 certificate = TestFtpServer.OwnCertificate();

    TestMailServer()
    {
        listener.Start();
        _ = Accept();
    }

    public static TestMailServer Open() => new();

    public ConcurrentDictionary<int, Mail> Inbox { get; } = new();
    public ConcurrentDictionary<int, Mail> Done { get; } = new();
    public ConcurrentQueue<string> Said { get; } = new();
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string CertificateDigest => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    public void Send(int uid, string from, string subject, string text) => Inbox[uid] = new(uid, from,
        $"From: {from}\r\nTo: haber@gazete.example\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\nMessage-ID: <{uid}@ajans.example>\r\n"
        + $"Date: Sun, 22 Nov 2026 08:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n");

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
                await using var secured = new SslStream(client.GetStream());
                await secured.AuthenticateAsServerAsync(certificate);
                await Talk(secured);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException) { }
        }
    }

    async Task Talk(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await Answer("* OK hazır");
        while (await reader.ReadLineAsync(closed.Token) is { } line)
        {
            Said.Enqueue(line);
            var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var uid = Uid.Match(command) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            switch (command)
            {
                case "CAPABILITY": await Answer("* CAPABILITY IMAP4rev1 UIDPLUS MOVE"); break;
                case var login when login.StartsWith("LOGIN", StringComparison.Ordinal) && login is not ("LOGIN gazete gizli" or "LOGIN \"gazete\" \"gizli\""):
                    await Answer($"{tag} NO [AUTHENTICATIONFAILED] olmaz");
                    continue;
                case var list when list.StartsWith("LIST", StringComparison.Ordinal):
                    await Answer(list.Contains("Done", StringComparison.Ordinal) ? "* LIST () \"/\" \"Done\"" : list.Contains("INBOX", StringComparison.Ordinal) ? "* LIST () \"/\" \"INBOX\"" : "* LIST (\\Noselect) \"/\" \"\"");
                    break;
                case var select when select.StartsWith("SELECT", StringComparison.Ordinal):
                    await Answer($"* FLAGS (\\Seen \\Deleted)\r\n* {Inbox.Count} EXISTS\r\n* OK [UIDVALIDITY 7] \r\n* OK [UIDNEXT 900] \r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)]");
                    await Answer($"{tag} OK [READ-WRITE] tamam");
                    continue;
                case var search when search.StartsWith("UID SEARCH", StringComparison.Ordinal):
                    await Answer("* SEARCH" + string.Concat(Inbox.Values.Where(mail => !mail.Seen).OrderBy(mail => mail.Uid).Select(mail => $" {mail.Uid}")));
                    break;
                case var body when body.StartsWith("UID FETCH", StringComparison.Ordinal) && body.Contains("BODY", StringComparison.Ordinal):
                    var text = Encoding.UTF8.GetBytes(Inbox[uid].Text);
                    await Answer($"* {Number(uid)} FETCH (UID {uid} BODY[] {{{text.Length}}}");
                    await stream.WriteAsync(text);
                    await Answer(")");
                    break;
                case var fetch when fetch.StartsWith("UID FETCH", StringComparison.Ordinal):
                    foreach (var mail in Inbox.Values.Where(mail => !mail.Seen).OrderBy(mail => mail.Uid))
                    {
                        var from = $"((NIL NIL \"{mail.From.Split('@')[0]}\" \"{mail.From.Split('@')[1]}\"))";
                        await Answer($"* {Number(mail.Uid)} FETCH (UID {mail.Uid} RFC822.SIZE {mail.Text.Length} ENVELOPE (NIL \"x\" {from} {from} {from} NIL NIL NIL NIL NIL))");
                    }
                    break;
                case var store when store.StartsWith("UID STORE", StringComparison.Ordinal): Inbox[uid].Seen = true; break;
                case var move when move.StartsWith("UID MOVE", StringComparison.Ordinal):
                    var number = Number(uid);
                    if (Inbox.TryRemove(uid, out var gone)) Done[uid] = gone;
                    await Answer($"* OK [COPYUID 7 {uid} {uid}]\r\n* {number} EXPUNGE");
                    break;
                case "LOGOUT":
                    await Answer($"* BYE\r\n{tag} OK");
                    return;
            }
            await Answer($"{tag} OK tamam");
        }

        int Number(int uid) => Inbox.Keys.Order().ToList().IndexOf(uid) + 1;

        Task Answer(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), closed.Token).AsTask();
    }

    [GeneratedRegex(@"^UID \w+ (\d+)")]
    static partial Regex Uid { get; }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Dispose();
        certificate.Dispose();
        closed.Dispose();
    }
}
