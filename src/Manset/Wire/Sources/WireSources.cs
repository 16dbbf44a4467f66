using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>Which source a line has.</summary>
public sealed class WireSources(FeedReaders readers, Intake intake, HubSubscriber hubs, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock, ILoggerFactory loggers)
{
    /// <returns>Null for a line that is not asked for: a folder, or one that an agency pushes to.</returns>
    public WireSource? Of(WireLine line) => line switch
    {
        { Anadolu: { } account } => new AnadoluSource(
            line, account, new(account, readers.For(line), clock), intake, new(newsrooms, line.Name, clock), clock, loggers.CreateLogger<AnadoluSource>()),
        { Iha: { } account } => Agency(line, account.Asked),
        { Dha: { } account } => Agency(line, account.Asked),
        { FarFolder: { } folder } => new FarFolderSource(line, folder, intake, new(newsrooms, line.Name, clock), clock, loggers.CreateLogger<FarFolderSource>()),
        { Mailbox: { } box } => new MailboxSource(line, box, intake, clock, loggers.CreateLogger<MailboxSource>()),
        { Address: { } address } => new FeedSource(line, () => address, readers.For(line), intake, address.UserInfo.Length == 0) { Hubs = hubs },
        _ => null,
    };

    /// <summary>A feed whose address holds the password.</summary>
    FeedSource Agency(WireLine line, Func<Uri?> address) => new(line, address, readers.For(line), intake, remembersMoves: false)
    {
        Pace = readers.PaceOf(line),
        Amend = reading => reading with { Items = [.. reading.Items.Select(Opening.Strip)] },
    };
}
