using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Wire;

/// <summary>Something that waits for us on the other side, by the name it has there. Noted before it is fetched, and done once it is kept here.</summary>
public sealed class Arrival
{
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromHours(1);

    Arrival() { }

    public string Wire { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    /// <summary>The series it belongs to.</summary>
    public string? Series { get; private set; }
    /// <summary>By the other side's clock.</summary>
    public DateTimeOffset Dated { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset NextAt { get; private set; }
    public DateTimeOffset? Done { get; private set; }

    public static Arrival Of(string wire, string name, string kind, string? series, DateTimeOffset dated, DateTimeOffset now) =>
        new() { Wire = wire, Name = name, Kind = kind, Series = series, Dated = dated, NextAt = now };

    /// <summary>It stands there with a later date than when we fetched it: it has changed.</summary>
    public void Renew(DateTimeOffset dated, DateTimeOffset now)
    {
        if (dated <= Dated) return;
        (Dated, Tries, NextAt, Done) = (dated, 0, now, null);
    }

    public void Finish(DateTimeOffset now) => Done = now;

    /// <summary>Twice as long as before, up to an hour.</summary>
    public void Wait(DateTimeOffset now)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(Tries++, 10));
        NextAt = now + (wait < LongestWait ? wait : LongestWait);
    }
}

/// <summary>How far a source has been searched.</summary>
public sealed class SourceMark
{
    public required string Wire { get; init; }
    public required DateTimeOffset At { get; set; }
}

sealed class ArrivalTable : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> arrival) => arrival.ToTable("arrivals").HasKey(row => new { row.Wire, row.Name });
}

sealed class SourceMarkTable : IEntityTypeConfiguration<SourceMark>
{
    public void Configure(EntityTypeBuilder<SourceMark> mark) => mark.ToTable("source_marks").HasKey(row => row.Wire);
}

/// <summary>The arrivals of one line: what was noted is fetched, whatever restarts in between.</summary>
sealed class Arrivals(IDbContextFactory<Newsroom> newsrooms, string wire, TimeProvider clock)
{
    public async Task<DateTimeOffset?> Mark(CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Set<SourceMark>().Where(mark => mark.Wire == wire).Select(mark => (DateTimeOffset?)mark.At).FirstOrDefaultAsync(stop);
    }

    /// <summary>All that a search found and the new mark, in one transaction; what was done long ago is forgotten.</summary>
    public async Task Note(IReadOnlyList<Arrival> found, DateTimeOffset? mark, DateTimeOffset forgetBefore, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var names = found.Select(arrival => arrival.Name).ToList();
        var known = await newsroom.Set<Arrival>().Where(arrival => arrival.Wire == wire && names.Contains(arrival.Name)).ToDictionaryAsync(arrival => arrival.Name, stop);
        foreach (var arrival in found)
        {
            if (known.TryGetValue(arrival.Name, out var before)) before.Renew(arrival.Dated, now);
            else newsroom.Add(known[arrival.Name] = arrival);
        }
        if (mark is { } reached)
        {
            if (await newsroom.Set<SourceMark>().FindAsync([wire], stop) is { } standing) standing.At = reached;
            else newsroom.Add(new SourceMark { Wire = wire, At = reached });
        }
        await newsroom.SaveChangesAsync(stop);
        await newsroom.Set<Arrival>().Where(arrival => arrival.Wire == wire && arrival.Done < forgetBefore).ExecuteDeleteAsync(stop);
    }

    /// <summary>Of those that are done, all that are no longer over there.</summary>
    public async Task Forget(IEnumerable<string> standing, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var known = await newsroom.Set<Arrival>().Where(arrival => arrival.Wire == wire).Select(arrival => arrival.Name).ToListAsync(stop);
        foreach (var gone in known.Except(standing).Chunk(500))
            await newsroom.Set<Arrival>().Where(arrival => arrival.Wire == wire && gone.Contains(arrival.Name)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Those to be fetched now, oldest first.</summary>
    public async Task<IReadOnlyList<Arrival>> Due(int most, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Set<Arrival>().AsNoTracking().Where(arrival => arrival.Wire == wire && arrival.Done == null && arrival.NextAt <= now)
            .OrderBy(arrival => arrival.Dated).ThenBy(arrival => arrival.Name).Take(most).ToListAsync(stop);
    }

    public Task Finish(Arrival arrival, CancellationToken stop) => Change(arrival, row => row.Finish(clock.GetUtcNow()), stop);

    public Task Later(Arrival arrival, CancellationToken stop) => Change(arrival, row => row.Wait(clock.GetUtcNow()), stop);

    async Task Change(Arrival arrival, Action<Arrival> change, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Set<Arrival>().FindAsync([arrival.Wire, arrival.Name], stop) is not { } row) return;
        // It changed over there while we fetched it: it stays due.
        if (row.Dated == arrival.Dated) change(row);
        await newsroom.SaveChangesAsync(stop);
    }
}
