using Manset.Pictures;

namespace Manset.Wire;

/// <summary>Brings in the pictures of an item before it is kept, so that a page never asks another host for one.</summary>
public sealed partial class PictureDesk(FeedReaders readers, PictureStore store, ILogger<PictureDesk> logger)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A picture that does not come in time stays out; its words are kept.</summary>
    public async Task<IReadOnlyList<ItemPicture>> Fetch(WireLine line, IReadOnlyList<WirePicture> pictures, CancellationToken stop)
    {
        if (pictures.Count == 0) return [];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        return await Task.WhenAll(pictures.Select(picture => Fetch(line, picture, patience.Token)));
    }

    async Task<ItemPicture> Fetch(WireLine line, WirePicture picture, CancellationToken stop)
    {
        long? id = null;
        // Only a wire that is read over the network brings pictures from there.
        if (line.Address is not null && picture.Address.IsAbsoluteUri && picture.Address.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            try
            {
                var fetched = await readers.For(line).Fetch(picture.Address, null, stop);
                var (kept, refusal) = fetched is Fetched.Document document ? await store.Keep(document.Bytes, stop) : (null, (fetched as Fetched.Refused)?.Reason);
                id = kept?.Id;
                if (kept is null) LogNotTaken(line.Name, refusal);
            }
            catch (OperationCanceledException) { LogNotTaken(line.Name, "It did not come in time."); }
        }
        return new(picture.Address.ToString(), picture.Caption, picture.Credit, picture.Alt, id);
    }

    [LoggerMessage(LogLevel.Warning, "A picture of wire {Wire} was not taken: {Reason}")] partial void LogNotTaken(string wire, string? reason);
}
