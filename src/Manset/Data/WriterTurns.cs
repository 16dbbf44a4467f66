namespace Manset.Data;

/// <summary>SQLite has one writer at a time: writers of this process wait in line instead of spinning on its lock. PostgreSQL needs no line.</summary>
public sealed class WriterTurns(bool oneAtATime) : IDisposable
{
    readonly SemaphoreSlim line = new(1);

    public async ValueTask<Turn> Take(CancellationToken stop)
    {
        if (!oneAtATime) return default;
        await line.WaitAsync(stop);
        return new(line);
    }

    public void Dispose() => line.Dispose();

    public readonly struct Turn(SemaphoreSlim? line) : IDisposable
    {
        public void Dispose() => line?.Release();
    }
}
