namespace Manset.Wire;

/// <summary>Keeps the requests of one account apart, whichever wires make them: one at a time, and a pause between the end of one and the next.</summary>
public sealed class Pace(TimeSpan apart, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan LongestAtFirst = TimeSpan.FromMilliseconds(500);

    readonly SemaphoreSlim turn = new(1);
    // Another process may have asked a moment ago.
    DateTimeOffset next = clock.GetUtcNow() + (apart < LongestAtFirst ? apart : LongestAtFirst);

    public async Task<T> Next<T>(Func<Task<T>> request, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            // A clock that is set back must not stop us for longer than the pause; a timer may come a moment too soon.
            while (next - clock.GetUtcNow() is { Ticks: > 0 } left) await Task.Delay(left < apart ? left : apart, clock, stop);
            return await request();
        }
        finally
        {
            next = clock.GetUtcNow() + apart;
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}

/// <summary>Every request and every hop of a redirect waits its turn.</summary>
sealed class Paced(Pace pace, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        pace.Next(() => base.SendAsync(request, cancellationToken), cancellationToken);
}
