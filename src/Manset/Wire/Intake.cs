using System.IO.Compression;
using System.Security.Cryptography;
using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

public enum Outcome { New, Take, Repeat, Killed, Embargoed, Refused }

/// <summary>What became of one item of a delivery.</summary>
public sealed record Taken(string? Guid, int? Version, WireStatus? Status, Outcome Outcome, string? Error = null, int? Line = null);

/// <summary>
/// Keeps what came: the raw bytes, then every item that says something new, with its entry in the ledger, in one transaction.
/// Coming again it changes nothing, so a crash before the acknowledgement is mended by the next delivery.
/// </summary>
public sealed class Intake(IDbContextFactory<Newsroom> newsrooms, Paper paper, PictureDesk pictures, TimeProvider clock)
{
    public async Task<IReadOnlyList<Taken>> Take(
        WireLine line, ReadOnlyMemory<byte> document, string? contentType, Uri? address, string source, CancellationToken stop = default)
    {
        var reading = Formats.Read(document, contentType, address);
        var taken = reading.Refused.Select(part => new Taken(part.Guid, null, null, Outcome.Refused, part.Reason, part.Line)).ToList();
        if (reading.Items.Count == 0) return taken;

        // Another node may be taking in the same delivery: the table lets one through, the other looks again.
        for (var tries = 0; ; tries++)
        {
            try
            {
                return [.. taken, .. await Keep(line, reading.Items, document, contentType, source, stop)];
            }
            catch (DbUpdateException) when (tries < 3) { }
        }
    }

    async Task<List<Taken>> Keep(
        WireLine line, IReadOnlyList<Dispatch> items, ReadOnlyMemory<byte> document, string? contentType, string source, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var guids = items.Select(item => item.Guid).Distinct().ToList();
        var known = (await newsroom.WireItems.Where(item => item.Wire == line.Name && guids.Contains(item.Guid)).ToListAsync(stop)).ToLookup(item => item.Guid);
        var threads = guids.ToDictionary(guid => guid, guid => known[guid].ToList());

        var taken = new List<Taken>(items.Count);
        Delivery? delivery = null;
        foreach (var dispatch in items)
        {
            var thread = threads[dispatch.Guid];
            var fingerprint = WireItem.FingerprintOf(dispatch);
            if (thread.Any(item => item.Fingerprint == fingerprint))
            {
                taken.Add(new(dispatch.Guid, dispatch.Version, dispatch.Status, Outcome.Repeat));
                continue;
            }
            if (paper.EditionOf(line.Edition, dispatch.Language) is not { } edition)
            {
                taken.Add(new(dispatch.Guid, dispatch.Version, dispatch.Status, Outcome.Refused, $"No edition takes copy in the language '{dispatch.Language}'."));
                continue;
            }

            delivery ??= await Raw(newsroom, line, document, contentType, source, stop);
            var kept = await pictures.Fetch(line, dispatch.Pictures, stop);
            var section = Subjects.SectionOf([.. dispatch.Subjects, .. dispatch.Keywords], edition) ?? line.Section;
            var item = WireItem.Of(dispatch, line, edition.Code, section, kept, delivery.Id, clock.GetUtcNow());
            newsroom.WireItems.Add(item);
            if (item.Follow(thread)) newsroom.Ledger.Add(Entry.Of(Act.Received, item.Id, line.Name, item.Received, edition.Code));

            taken.Add(new(dispatch.Guid, dispatch.Version, dispatch.Status, OutcomeOf(item, thread)));
            thread.Add(item);
        }
        await newsroom.SaveChangesAsync(stop);
        return taken;
    }

    Outcome OutcomeOf(WireItem item, List<WireItem> earlier) =>
        item.IsWithdrawn || earlier.Any(other => other.IsWithdrawn && other.Version >= item.Version) ? Outcome.Killed
        : item.IsEmbargoed(clock.GetUtcNow()) ? Outcome.Embargoed
        : earlier.Count > 0 ? Outcome.Take
        : Outcome.New;

    async Task<Delivery> Raw(Newsroom newsroom, WireLine line, ReadOnlyMemory<byte> document, string? contentType, string source, CancellationToken stop)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(document.Span));
        if (await newsroom.Deliveries.FirstOrDefaultAsync(row => row.Wire == line.Name && row.Hash == hash, stop) is { } again) return again;

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(document.Span);
        var delivery = new Delivery
        {
            Wire = line.Name,
            Source = source,
            Hash = hash,
            ContentType = contentType,
            Packed = packed.ToArray(),
            At = clock.GetUtcNow(),
        };
        newsroom.Deliveries.Add(delivery);
        return delivery;
    }
}
