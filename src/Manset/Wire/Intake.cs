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

/// <summary>
/// Keeps what came: the raw bytes, then every item that says something new, with its entry in the ledger, and what was refused in
/// quarantine, in one transaction. Coming again it changes nothing, so a crash before the acknowledgement is mended by the next delivery.
/// </summary>
public sealed partial class Intake(
    IDbContextFactory<Newsroom> newsrooms, Paper paper, PictureDesk pictures, Quarantine quarantine, TimeProvider clock, ILogger<Intake> logger)
{
    /// <summary>Another node may be taking in the same item: the table lets one through, the other looks again.</summary>
    const int Tries = 4;

    public async Task<IReadOnlyList<Taken>> Take(
        WireLine line, ReadOnlyMemory<byte> document, string? contentType, Uri? address, string source, CancellationToken stop = default) =>
        (await Take(line, [new(document, source, contentType, address)], stop))[0];

    /// <summary>Several documents in one transaction: what a folder full of them would otherwise wait for is the disk.</summary>
    /// <returns>For each document, what became of its items; nothing when there is none in it.</returns>
    public Task<IReadOnlyList<IReadOnlyList<Taken>>> Take(WireLine line, IReadOnlyList<Sent> documents, CancellationToken stop = default) =>
        TakeRead(line, [.. documents.Select(Read)], stop);

    public async Task<IReadOnlyList<IReadOnlyList<Taken>>> TakeRead(WireLine line, IReadOnlyList<ReadDocument> documents, CancellationToken stop = default)
    {
        await Keep(line, documents, stop);
        return [.. documents.Select(document => document.Became)];
    }

    /// <summary>The part that needs no database, for whoever has a processor to spare for it.</summary>
    public ReadDocument Read(Sent document)
    {
        try
        {
            return new(document, Formats.Read(document.Bytes, document.ContentType, document.Address));
        }
        // A reader that fails is a bug, and the document waits in quarantine until it is mended: no agency's copy stops at one document.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailed(fault, document.Source);
            return new(document, new(null, [], [new($"A fault of ours in reading it ({fault.GetType().Name}); it can be tried again after the mend.")]));
        }
    }

    /// <summary>All of them, or, when the database refuses something among them, each item by itself: one bad item loses no other.</summary>
    async Task Keep(WireLine line, IReadOnlyList<ReadDocument> documents, CancellationToken stop)
    {
        var items = documents.SelectMany(document => document.Items).ToList();
        if (items.Count == 0 && documents.All(document => document.Faults.Count == 0 && document.Sent.Replay is null)) return;

        var fetched = new Dictionary<Uri, Brought>();
        if (await Try(line, items, documents, fetched, stop) is null) return;
        foreach (var item in items)
            if (await Try(line, [item], [], fetched, stop) is { } fault) item.Refuse($"It could not be kept: {fault}");
        // Not acknowledged, it comes again.
        if (await Try(line, [], documents, fetched, stop) is { } lost) throw new InvalidDataException($"What was refused could not be kept: {lost}");
    }

    /// <returns>Why the database refuses these very values; null when they are in.</returns>
    async Task<string?> Try(WireLine line, List<ReadItem> items, IReadOnlyList<ReadDocument> settled, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Enter(line, items, settled, fetched, stop);
                return null;
            }
            // Two nodes with the same item meet in a constraint too: the second look finds it there.
            catch (DbUpdateException fault) when (tries < Tries && (!fault.IsOfTheData || items.Count <= 1)) { }
            catch (DbUpdateException fault) when (fault.IsOfTheData) { return fault.GetBaseException().Message; }
        }
    }

    [LoggerMessage(LogLevel.Error, "A document could not be read for a fault of ours, {Source}")] partial void LogFailed(Exception fault, string source);
}
