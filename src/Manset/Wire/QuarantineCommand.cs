using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

/// <summary><c>manset quarantine</c>: what was refused and why, tried again or laid aside. Lists are JSON Lines.</summary>
public sealed class QuarantineCommand(IDbContextFactory<Newsroom> newsrooms, Readmission readmission, TimeProvider clock)
{
    const int Well = 0, NotWell = 1;

    static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    sealed record Line(long Id, string Wire, string Source, long Size, int Times, DateTimeOffset LastAt, int Refusals, string? Reason, bool Bytes, Gone? Left)
    {
        public static Line Of(Quarantined row) => new(row.Id, row.Wire, row.Source, row.Size, row.Times, row.LastAt, row.Refusals,
            row.Faults.Count > 0 ? row.Faults[0].Said : null, row.Kept > 0, row.Left is { } left ? new(left.By, left.Why, left.At) : null);
    }

    sealed record Gone(string By, string? Why, DateTimeOffset At);

    public async Task<int> List(string? wire, bool left, TextWriter output, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var documents = newsroom.Quarantine.AsNoTracking().Where(row => (wire == null || row.Wire == wire) && (left || row.Left == null));
        await foreach (var row in documents.Include(row => row.Left).OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id).AsAsyncEnumerable().WithCancellation(stop))
            await output.WriteLineAsync(JsonSerializer.Serialize(Line.Of(row), Lines));
        return Well;
    }

    /// <param name="raw">Where the document itself goes; null to have it described.</param>
    public async Task<int> Show(long id, Stream? raw, TextWriter output, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await Quarantine.Find(newsroom, id, stop) is not { } document) return await None(id, output);

        var bytes = document.Content;
        if (raw is not null && bytes is not null) await raw.WriteAsync(bytes, stop);
        if (raw is not null) return bytes is null ? NotWell : Well;

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{document.Id}  {document.Wire}  {Excerpt.Harmless(document.Source)}  {document.Size} bytes  {document.Times} times, last {document.LastAt:O}"));
        foreach (var fault in document.Faults)
        {
            await output.WriteLineAsync($"\n{fault.Said}{(fault.Guid is { } guid ? $"  ({Excerpt.Harmless(guid)})" : "")}");
            if (bytes is null || (fault.Line ?? fault.Offset) is null) continue;
            var excerpt = Excerpt.Of(bytes, fault);
            foreach (var line in excerpt.Lines) await output.WriteLineAsync($"{(line.IsAt ? '>' : ' ')} {line.Number,6}  {line.Text}");
            foreach (var row in excerpt.Bytes) await output.WriteLineAsync($"  {row}");
        }
        if (bytes is null) await output.WriteLineAsync("\nIts bytes are no longer here.");
        return Well;
    }

    /// <param name="ids">None for all that wait.</param>
    public async Task<int> Replay(IReadOnlyList<long> ids, string? wire, string by, TextWriter output, CancellationToken stop)
    {
        var worst = Well;
        foreach (var id in ids.Count > 0 ? ids : await readmission.Waiting(wire, stop))
        {
            if (await readmission.Try(id, by, stop) is not { } taken) worst = await None(id, output);
            else
            {
                foreach (var item in taken) await output.WriteLineAsync(JsonSerializer.Serialize(new { Document = id, item.Guid, item.Version, item.Outcome, Error = item.Said }, Lines));
                if (taken.Any(item => item.Outcome is Outcome.Refused)) worst = NotWell;
            }
        }
        return worst;
    }

    public async Task<int> Discard(IReadOnlyList<long> ids, string why, string by, TextWriter output, CancellationToken stop)
    {
        var worst = Well;
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        foreach (var id in ids)
        {
            if (await Quarantine.Find(newsroom, id, stop) is { } document) document.Leave(by, why, clock.GetUtcNow());
            else worst = await None(id, output);
        }
        await newsroom.SaveChangesAsync(stop);
        return worst;
    }

    static async Task<int> None(long id, TextWriter output)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(new { Document = id, Error = "There is none of that number, or its bytes are no longer here." }, Lines));
        return NotWell;
    }
}
