using System.Security.Cryptography;
using System.Text;

namespace Manset.Wire;

/// <summary>A feed at an address: asked whether it has changed, read when it has.</summary>
/// <param name="address">With the credentials of an agency that wants them in the query: never logged, never kept.</param>
/// <param name="remembersMoves">May an address that the server gives for good stand in for ours? Not where ours holds a secret.</param>
sealed class FeedSource(WireLine line, Func<Uri?> address, FeedReader reader, Intake intake, bool remembersMoves) : WireSource
{
    public Pace? Pace { get; init; }
    public Func<Reading, Reading>? Amend { get; init; }

    public override string Turn => line.Account ?? $"wire:{line.Name}";

    /// <summary>Subscribes to the hub that the feed may offer.</summary>
    public HubSubscriber? Hubs { get; init; }

    public override async Task<Look> Look(WireState state, CancellationToken stop)
    {
        if (address() is not { } given) return Wire.Look.NotHeard("The password file cannot be read.");
        var (ours, from) = (given, remembersMoves ? Digest(given) : null);
        var moved = from is not null && state.MovedFrom == from && Uri.TryCreate(state.MovedTo, UriKind.Absolute, out var to) ? to : null;

        if (Hubs is { } leases) await leases.Renew(line, stop);
        Task<Fetched> Fetch() => reader.Fetch(moved ?? ours, new(state.EntityTag, state.LastModified), stop);
        switch (await (Pace?.Next(Fetch, stop) ?? Fetch()))
        {
            case Fetched.Document document:
                var start = remembersMoves ? document.FinalAddress : Queries.Bare(document.FinalAddress);
                var taken = (await intake.Take(line, [new(document.Bytes, ours.GetLeftPart(UriPartial.Path), document.ContentType, start) { Amend = Amend }], stop))[0];
                (state.EntityTag, state.LastModified) = (document.Seen.ETag, document.Seen.LastModified);
                if (from is not null && document.MovedTo is { } next) (state.MovedFrom, state.MovedTo) = (from, next.AbsoluteUri);
                if (Hubs is { } hubs) await hubs.Meet(line, document, stop);
                return Wire.Look.Of(taken);
            case Fetched.Refused refused:
                // The new address may have been a mistake of theirs: the one in the settings is asked next.
                (state.MovedFrom, state.MovedTo) = (null, null);
                return Wire.Look.NotHeard(refused.Reason, refused.RetryAfter);
            default:
                // A document that could not be read is still that document; a server that could not be reached now was.
                return new(0, state.Failures == 0 ? state.LastRefusal : null);
        }
    }

    static string Digest(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));
}
