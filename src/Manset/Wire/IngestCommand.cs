using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary><c>manset ingest --wire NAME PATH…</c>: files and folders taken in as if the wire had sent them; one line an item.</summary>
public sealed class IngestCommand(Intake intake, IOptionsMonitor<Wires> wires)
{
    static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public sealed record Line(string File, string? Guid, int? Version, WireStatus? Status, Outcome Outcome, string? Error);

    /// <returns>0 when every item was taken, 1 when something was refused.</returns>
    public async Task<int> Run(string wire, IEnumerable<string> paths, TextWriter output, CancellationToken stop)
    {
        var line = wires.CurrentValue.Named(wire);
        var refused = false;
        foreach (var path in paths.SelectMany(FilesUnder))
        {
            foreach (var taken in await Take(line, path, stop))
            {
                refused |= taken.Outcome is Outcome.Refused;
                var error = taken.Line is { } number ? $"line {number}: {taken.Error}" : taken.Error;
                await output.WriteLineAsync(JsonSerializer.Serialize(new Line(path, taken.Guid, taken.Version, taken.Status, taken.Outcome, error), Lines));
            }
        }
        await output.FlushAsync(stop);
        return refused ? 1 : 0;
    }

    async Task<IReadOnlyList<Taken>> Take(WireLine line, string path, CancellationToken stop)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Formats.LargestDocument } large)
                return [new(null, null, null, Outcome.Refused, $"{large.Length} bytes are more than are taken ({Formats.LargestDocument}).")];

            var taken = await intake.Take(line, await File.ReadAllBytesAsync(path, stop), null, null, Path.GetFileName(path), stop);
            return taken.Count > 0 ? taken : [new(null, null, null, Outcome.Refused, "There is no item in it.")];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new(null, null, null, Outcome.Refused, fault.Message)];
        }
    }

    static IEnumerable<string> FilesUnder(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
