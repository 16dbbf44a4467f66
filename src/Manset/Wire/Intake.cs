using Manset.Data;
using Manset.Editions;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

public enum Outcome { New, Take, Repeat, Killed, Embargoed, Refused }

/// <summary>What became of one item of a delivery.</summary>
public sealed record Taken(string? Guid, int? Version, WireStatus? Status, Outcome Outcome, string? Error = null, int? Line = null, int? Offset = null)
{
    /// <summary>The error after the place where it is.</summary>
    public string? Said => Line is { } line ? $"line {line}: {Error}" : Offset is { } offset ? $"byte {offset}: {Error}" : Error;
}

/// <summary>A document as it came.</summary>
/// <param name="Source">Address without its query, or file name.</param>
public sealed record Sent(ReadOnlyMemory<byte> Bytes, string Source, string? ContentType = null, Uri? Address = null);

/// <summary>
/// Keeps what came: the raw bytes, then every item that says something new, with its entry in the ledger, in one transaction.
/// Coming again it changes nothing, so a crash before the acknowledgement is mended by the next delivery.
/// </summary>
public sealed partial class Intake(IDbContextFactory<Newsroom> newsrooms, Paper paper, PictureDesk pictures, TimeProvider clock)
{
    /// <summary>Another node may be taking in the same item: the table lets one through, the other looks again.</summary>
    const int Tries = 4;

    public async Task<IReadOnlyList<Taken>> Take(
        WireLine line, ReadOnlyMemory<byte> document, string? contentType, Uri? address, string source, CancellationToken stop = default) =>
        (await Take(line, [new(document, source, contentType, address)], stop))[0];

    /// <summary>Several documents in one transaction: what a folder full of them would otherwise wait for is the disk.</summary>
    /// <returns>For each document, what became of its items; nothing when there is none in it.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Taken>>> Take(WireLine line, IReadOnlyList<Sent> documents, CancellationToken stop = default)
    {
        var readings = documents.Select(document => Formats.Read(document.Bytes, document.ContentType, document.Address)).ToList();
        var items = documents.Zip(readings).SelectMany(pair => pair.Second.Items.Select(item => new ReadItem(pair.First, item.Sound(), SoundText.OrNone(pair.Second.Source)))).ToList();
        await Keep(line, items, [], stop);
        var became = items.ToLookup(item => item.Document, item => item.Became!, ReferenceEqualityComparer.Instance);
        return
        [
            .. documents.Zip(readings).Select(pair => (IReadOnlyList<Taken>)
            [
                .. pair.Second.Refused.Select(part => new Taken(part.Guid, null, null, Outcome.Refused, part.Reason, part.Line, part.Offset)),
                .. became[pair.First],
            ]),
        ];
    }

    /// <summary>All of them, or, when the database refuses something among them, each by itself: one bad item loses no other.</summary>
    async Task Keep(WireLine line, IReadOnlyList<ReadItem> items, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (items.Count > 0) await Enter(line, items, fetched, stop);
                return;
            }
            catch (DbUpdateException fault) when (tries < Tries && !fault.IsOfTheData) { }
            catch (DbUpdateException fault) when (fault.IsOfTheData && items is [var bad])
            {
                if (tries < Tries) continue;
                bad.Refuse($"It could not be kept: {fault.GetBaseException().Message}");
                return;
            }
            catch (DbUpdateException fault) when (fault.IsOfTheData)
            {
                foreach (var item in items) await Keep(line, [item], fetched, stop);
                return;
            }
        }
    }
}
