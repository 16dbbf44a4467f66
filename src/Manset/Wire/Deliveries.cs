using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>The raw documents of one transaction: each kept once, and only when something in it is news.</summary>
sealed class Deliveries(Newsroom newsroom, string wire, TimeProvider clock)
{
    readonly List<Delivery> came = [];
    Dictionary<string, long> known = [];
    long next;

    /// <summary>Finds those that came before.</summary>
    public async Task Recall(IReadOnlyList<ReadDocument> documents, CancellationToken stop)
    {
        var hashes = documents.Select(document => document.Hash).Distinct().ToList();
        known = await newsroom.Deliveries.Where(row => row.Wire == wire && hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, row => row.Id, stop);
        if (known.Count < hashes.Count) next = Ids.Next(newsroom, nameof(Delivery), hashes.Count - known.Count);
    }

    public long Of(ReadDocument document)
    {
        if (known.TryGetValue(document.Hash, out var id)) return id;

        came.Add(new()
        {
            Id = next,
            Wire = wire,
            Source = SoundText.Of(document.Sent.Source),
            Hash = document.Hash,
            ContentType = document.Sent.ContentType,
            Packed = document.Packed,
            At = clock.GetUtcNow(),
        });
        return known[document.Hash] = next++;
    }

    public void Add() => newsroom.AddMany(came);
}

/// <summary>The very bytes that an agency sent, packed.</summary>
public sealed class Delivery
{
    public long Id { get; init; }
    public required string Wire { get; init; }
    /// <summary>Address or file name; never with a query, which may hold a password.</summary>
    public required string Source { get; init; }
    public required string Hash { get; init; }
    public string? ContentType { get; init; }
    /// <summary>Brotli.</summary>
    public required byte[] Packed { get; init; }
    public required DateTimeOffset At { get; init; }
}
