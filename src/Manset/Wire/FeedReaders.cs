namespace Manset.Wire;

/// <summary>Two readers: one that reaches public addresses only, one for feeds that the settings allow on this machine or network.</summary>
public sealed class FeedReaders(TimeProvider clock) : IDisposable
{
    readonly HttpClient open = new(PublicNetwork.Handler(allowPrivate: false)), near = new(PublicNetwork.Handler(allowPrivate: true));

    public FeedReader For(WireLine line) => new(line.AllowPrivate ? near : open, clock);

    public void Dispose()
    {
        open.Dispose();
        near.Dispose();
    }
}
