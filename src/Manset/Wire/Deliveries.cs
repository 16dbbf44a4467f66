using System.IO.Compression;
using System.Security.Cryptography;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary>The raw documents of one transaction: each kept once, and only when something in it is news.</summary>
sealed class Deliveries(Newsroom newsroom, string wire, TimeProvider clock)
{
    readonly Dictionary<Sent, string> hashes = new(ReferenceEqualityComparer.Instance);
    Dictionary<string, Delivery> known = [];

    /// <summary>Finds those that came before.</summary>
    public async Task Recall(IEnumerable<Sent> documents, CancellationToken stop)
    {
        foreach (var document in documents) if (!hashes.ContainsKey(document)) hashes[document] = Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span));
        known = await newsroom.Deliveries.Where(row => row.Wire == wire && hashes.Values.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, stop);
    }

    public Delivery Of(Sent document)
    {
        if (known.TryGetValue(hashes[document], out var delivery)) return delivery;

        delivery = new()
        {
            Wire = wire,
            Source = SoundText.Of(document.Source),
            Hash = hashes[document],
            ContentType = document.ContentType,
            Packed = Pack(document.Bytes.Span),
            At = clock.GetUtcNow(),
        };
        newsroom.Deliveries.Add(delivery);
        return known[delivery.Hash] = delivery;
    }

    static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(bytes);
        return packed.ToArray();
    }
}

/// <summary>The very bytes that an agency sent, packed.</summary>
public sealed class Delivery
{
    public long Id { get; private set; }
    public required string Wire { get; init; }
    /// <summary>Address or file name; never with a query, which may hold a password.</summary>
    public required string Source { get; init; }
    public required string Hash { get; init; }
    public string? ContentType { get; init; }
    /// <summary>Brotli.</summary>
    public required byte[] Packed { get; init; }
    public required DateTimeOffset At { get; init; }
}
