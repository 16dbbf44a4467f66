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

    /// <summary>How many files share one transaction: what each alone would wait for is the disk.</summary>
    const int Together = 100;
    const int BytesTogether = 16 * 1024 * 1024;

    /// <returns>0 when every item was taken, 1 when something was refused.</returns>
    public async Task<int> Run(string wire, IEnumerable<string> paths, TextWriter output, CancellationToken stop)
    {
        var line = wires.CurrentValue.Named(wire);
        var refused = false;
        var sheaf = new List<(string Path, Sent? Document, string? Fault)>();
        var bytes = 0;
        foreach (var path in paths.SelectMany(FilesUnder))
        {
            var (document, fault) = await Read(path, stop);
            sheaf.Add((path, document, fault));
            bytes += document?.Bytes.Length ?? 0;
            if (sheaf.Count >= Together || bytes >= BytesTogether) await Take();
        }
        await Take();
        return refused ? 1 : 0;

        async Task Take()
        {
            var taken = new Queue<IReadOnlyList<Taken>>(await intake.Take(line, [.. sheaf.Select(each => each.Document).OfType<Sent>()], stop));
            foreach (var (path, document, fault) in sheaf)
            {
                var items = document is null ? [] : taken.Dequeue();
                if (items.Count == 0) items = [new(null, null, null, Outcome.Refused, fault ?? "There is no item in it.")];
                foreach (var item in items) await output.WriteLineAsync(JsonSerializer.Serialize(LineOf(path, item), Lines));
                refused |= items.Any(item => item.Outcome is Outcome.Refused);
            }
            await output.FlushAsync(stop);
            sheaf.Clear();
            bytes = 0;
        }
    }

    static Line LineOf(string path, Taken item) =>
        new(path, item.Guid, item.Version, item.Status, item.Outcome, item.Said);

    static async Task<(Sent? Document, string? Fault)> Read(string path, CancellationToken stop)
    {
        try
        {
            if (Directory.Exists(path)) return (null, "This folder cannot be read.");

            // A byte more than is taken, so that the reader refuses what is larger; pipes and devices do not know their length.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.CanSeek && file.Length > 0 ? Math.Min(file.Length, Formats.LargestDocument + 1) : Formats.LargestDocument + 1];
            var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
            return (new(bytes.AsMemory(0, count), Path.GetFileName(path)), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, fault.Message);
        }
    }

    static IEnumerable<string> FilesUnder(string path)
    {
        if (!Directory.Exists(path)) return [path];
        try
        {
            var files = Directory.GetFiles(path).Order(StringComparer.Ordinal);
            var folders = Directory.GetDirectories(path).Where(folder => new DirectoryInfo(folder).LinkTarget is null).Order(StringComparer.Ordinal);
            return [.. files, .. folders.SelectMany(FilesUnder)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException) { return [path]; }
    }
}
