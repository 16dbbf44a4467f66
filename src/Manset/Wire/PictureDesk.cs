using System.Collections.Concurrent;
using Manset.Pictures;

namespace Manset.Wire;

/// <summary>What came of asking for a picture: its number here, or none.</summary>
/// <param name="MayCome">It did not come, and asking again may help.</param>
public readonly record struct Brought(long? Id, bool MayCome = false);

/// <summary>Brings in the pictures of items before they are kept, so that a page never asks another host for one.</summary>
public sealed partial class PictureDesk(FeedReaders readers, PictureStore store, TimeProvider clock, ILogger<PictureDesk> logger)
{
    const int AtOnce = 6;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A picture that does not come in time stays out; its words are kept. The text of a whole delivery waits this long and no longer.</summary>
    /// <param name="fetched">What came of each address; added to.</param>
    public async Task Fetch(WireLine line, IEnumerable<WirePicture> pictures, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        foreach (var within in pictures.Where(picture => picture.Bytes is not null && !fetched.ContainsKey(picture.Address)).ToList())
        {
            var (kept, refusal) = await store.Keep(within.Bytes, stop);
            if (kept is null) LogNotTaken(line.Name, within.Address.ToString(), refusal);
            fetched[within.Address] = new(kept?.Id);
        }
        // Only what came over the network brings pictures from there.
        if (!line.IsOnline) return;
        var addresses = pictures.Select(picture => picture.Address).Where(address => IsOfTheWeb(address) && !fetched.ContainsKey(address)).Distinct().ToList();
        if (addresses.Count == 0) return;

        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        var came = new ConcurrentDictionary<Uri, Brought>();
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (address, _) => came[address] = await Fetch(line, address, either.Token));
        foreach (var (address, brought) in came) fetched[address] = brought;
    }

    public async Task<Brought> Fetch(WireLine line, Uri address, CancellationToken patience)
    {
        try
        {
            switch (await readers.For(line).Fetch(address, null, patience))
            {
                case Fetched.Document document:
                    var (kept, refusal) = await store.Keep(document.Bytes, patience);
                    return kept is null ? Without(refusal, mayCome: false) : new(kept.Id);
                case Fetched.Refused refused:
                    return Without(refused.Reason, refused.Passing);
                default:
                    return Without(null, mayCome: false);
            }
        }
        catch (OperationCanceledException) { return Without("It did not come in time.", mayCome: true); }

        Brought Without(string? reason, bool mayCome)
        {
            LogNotTaken(line.Name, address.GetLeftPart(UriPartial.Path), reason);
            return new(null, mayCome);
        }
    }

    static bool IsOfTheWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [LoggerMessage(LogLevel.Warning, "A picture of wire {Wire} was not taken, {Address}: {Reason}")] partial void LogNotTaken(string wire, string address, string? reason);
}
