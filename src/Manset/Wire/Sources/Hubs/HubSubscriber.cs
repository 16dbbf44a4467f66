using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>
/// Subscribes to the hubs that feeds offer and renews before a lease ends. Only where the settings say how the world reaches us. The feed
/// is asked in its own rhythm all the same: a hub may fall silent without a word.
/// </summary>
public sealed partial class HubSubscriber(IConfiguration settings, FeedReaders readers, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock, ILogger<HubSubscriber> logger)
{
    const string Lease = "864000";

    public static string PathOf(string key) => $"/wire-hub/{key}";

    /// <summary>A feed was read that may offer a hub.</summary>
    public async Task Meet(WireLine line, Fetched.Document document, CancellationToken stop)
    {
        if (Origin(line) is not { } origin || HubLinks.Of(document.Bytes, document.ContentType, document.Links, document.FinalAddress) is not var (hub, topic)) return;

        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var standing = await newsroom.Set<HubSubscription>().FindAsync([line.Name], stop);
        if (standing?.IsFor(hub, topic) == true) return;
        if (standing is not null)
        {
            newsroom.Remove(standing);
            await newsroom.SaveChangesAsync(stop);
        }
        var subscription = HubSubscription.Of(line.Name, hub, topic, now);
        newsroom.Add(subscription);
        // The hub may ask back before it answers.
        await newsroom.SaveChangesAsync(stop);
        await Ask(line, subscription, origin, stop);
    }

    /// <summary>Asks for a lease anew before it ends, or where the hub never answered.</summary>
    public async Task Renew(WireLine line, CancellationToken stop)
    {
        if (Origin(line) is not { } origin) return;
        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Set<HubSubscription>().FindAsync([line.Name], stop) is not { } subscription || !subscription.IsDue(now)) return;

        subscription.Ask(now);
        await newsroom.SaveChangesAsync(stop);
        await Ask(line, subscription, origin, stop);
    }

    async Task Ask(WireLine line, HubSubscription subscription, Uri origin, CancellationToken stop)
    {
        var answer = await readers.For(line).Post(new(subscription.Hub), new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe",
            ["hub.topic"] = subscription.Topic,
            ["hub.callback"] = new Uri(origin, PathOf(subscription.Key)).AbsoluteUri,
            ["hub.secret"] = subscription.Secret,
            ["hub.lease_seconds"] = Lease,
        }, stop);
        if (answer is Fetched.Refused refused) LogNotTaken(line.Name, refused.Reason);
    }

    Uri? Origin(WireLine line) =>
        Uri.TryCreate(settings["Paper:Origin"], UriKind.Absolute, out var origin) && (line.AllowPrivate || !origin.IsLoopback) ? origin : null;

    [LoggerMessage(LogLevel.Warning, "The hub of wire {Wire} took no subscription: {Reason}")] partial void LogNotTaken(string wire, string reason);
}
