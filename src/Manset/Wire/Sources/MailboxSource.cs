using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace Manset.Wire;

/// <summary>Takes unread mail, oldest first. It is marked or moved only after it is kept here, so that a stop in between takes it again, as a repeat.</summary>
sealed partial class MailboxSource(WireLine line, Mailbox box, Intake intake, TimeProvider clock, ILogger<MailboxSource> logger) : WireSource
{
    const int AtOnce = 500;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public override string Turn => $"wire:{line.Name}";

    public override async Task<Look> Look(WireState state, CancellationToken stop)
    {
        if (box.Secret() is not { } secret) return Wire.Look.NotHeard("The password file cannot be read.");
        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var client = await Open(secret, either.Token);
            var look = await Look(client, either.Token);
            await client.DisconnectAsync(quit: true, either.Token);
            return look;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return Wire.Look.NotHeard($"Not done within {Longest.TotalMinutes:0} minutes.");
        }
        catch (MailKit.Security.AuthenticationException) { return Wire.Look.NotHeard("The server does not know this user or password."); }
        catch (SslHandshakeException) { return Wire.Look.NotHeard("The server's certificate is not to be trusted, or it speaks no TLS."); }
        catch (FolderNotFoundException fault) { return Wire.Look.NotHeard($"There is no folder '{fault.FolderName}'."); }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or NotSupportedException or InvalidOperationException)
        {
            return Wire.Look.NotHeard($"The mailbox could not be read: {fault.Message}");
        }
    }

    async Task<ImapClient> Open(string secret, CancellationToken stop)
    {
        var addresses = await PublicNetwork.Addresses(box.Address.IdnHost, line.AllowPrivate, stop);
        var client = new ImapClient
        {
            ServerCertificateValidationCallback = (_, certificate, _, faults) => Certificates.IsTrusted(certificate, faults, box.Certificate),
            CheckCertificateRevocation = false,
        };
        try
        {
            var stream = await PublicNetwork.Open(addresses[0], box.Port, line.AllowPrivate, stop);
            await client.ConnectAsync(stream, box.Address.IdnHost, box.Port, box.Address.Scheme == "imaps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, stop);
            await client.AuthenticateAsync(box.User, secret, stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    async Task<Look> Look(ImapClient client, CancellationToken stop)
    {
        var folder = box.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(box.Folder, stop);
        var target = box.MoveTo is { } name ? await client.GetFolderAsync(name, stop) : null;
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        var unread = (await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), stop)).OrderBy(mail => mail.Id).Take(AtOnce).ToList();
        if (unread.Count == 0) return new();

        var taken = new List<Taken>();
        foreach (var mail in await folder.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.Envelope, stop))
        {
            var sender = mail.Envelope?.From.Mailboxes.FirstOrDefault()?.Address ?? "";
            if (!box.Takes(sender)) LogNotOurs(line.Name, sender);
            else if (mail.Size > Formats.LargestDocument) taken.Add(new(null, null, null, Outcome.Refused, $"Mail {mail.UniqueId}: larger than {Formats.LargestDocument / 1024 / 1024} MB."));
            else taken.AddRange(await Take(folder, mail.UniqueId, stop));
            await folder.AddFlagsAsync(mail.UniqueId, MessageFlags.Seen, silent: true, stop);
            if (target is not null && box.Takes(sender)) await folder.MoveToAsync(mail.UniqueId, target, stop);
        }
        return Wire.Look.Of(taken);
    }

    async Task<IReadOnlyList<Taken>> Take(IMailFolder folder, UniqueId mail, CancellationToken stop)
    {
        await using var stream = await folder.GetStreamAsync(mail, stop);
        var bytes = await FarFolderSource.Whole(stream, stop);
        var taken = await intake.Take(line, bytes, "message/rfc822", null, $"mail {folder.UidValidity}:{mail.Id}", stop);
        return taken.Count > 0 ? taken : [new(null, null, null, Outcome.Refused, $"Mail {mail}: there is no item in it.")];
    }

    [LoggerMessage(LogLevel.Warning, "Wire {Wire}: mail of {Sender} was left, who is none of its senders")] partial void LogNotOurs(string wire, string sender);
}
