using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Manset.Wire;

/// <summary>
/// <c>manset ingest --wire NAME PATH…</c>: files and folders taken in as if the wire had sent them; one line an item. While some are
/// being kept the next are read.
/// </summary>
public sealed class IngestCommand(Intake intake, IOptionsMonitor<Wires> wires)
{
    static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public sealed record Line(string File, string? Guid, int? Version, WireStatus? Status, Outcome Outcome, string? Error);

    /// <summary>A file that was opened and read, or why not.</summary>
    sealed record Leaf(string Path, ReadDocument? Document, string? Fault, int Length);

    /// <summary>How much shares one transaction: what each file alone would wait for is the disk.</summary>
    const int FilesTogether = 500, ItemsTogether = 1000, BytesTogether = 16 * 1024 * 1024;

    /// <returns>0 when every item was taken, 1 when something was refused.</returns>
    public async Task<int> Run(string wire, IEnumerable<string> paths, TextWriter output, CancellationToken stop)
    {
        var sheaves = Channel.CreateBounded<List<Leaf>>(1);
        var (line, refused) = (wires.CurrentValue.Named(wire), false);
        var reading = Task.Run(() => Gather(paths, sheaves.Writer, stop), stop);
        await foreach (var sheaf in sheaves.Reader.ReadAllAsync(stop))
        {
            var taken = new Queue<IReadOnlyList<Taken>>(await intake.TakeRead(line, [.. sheaf.Select(leaf => leaf.Document).OfType<ReadDocument>()], stop));
            foreach (var leaf in sheaf)
            {
                var items = leaf.Document is null ? [new(null, null, null, Outcome.Refused, leaf.Fault)] : taken.Dequeue();
                foreach (var item in items) await output.WriteLineAsync(JsonSerializer.Serialize(LineOf(leaf.Path, item), Lines));
                refused |= items.Any(item => item.Outcome is Outcome.Refused);
            }
            await output.FlushAsync(stop);
        }
        await reading;
        return refused ? 1 : 0;
    }

    async Task Gather(IEnumerable<string> paths, ChannelWriter<List<Leaf>> sheaves, CancellationToken stop)
    {
        try
        {
            var sheaf = new List<Leaf>();
            var (items, bytes) = (0, 0L);
            foreach (var path in paths.SelectMany(FilesUnder))
            {
                var leaf = await Read(path, stop);
                sheaf.Add(leaf);
                (items, bytes) = (items + (leaf.Document?.Items.Count ?? 0), bytes + leaf.Length);
                if (sheaf.Count < FilesTogether && items < ItemsTogether && bytes < BytesTogether) continue;
                await sheaves.WriteAsync(sheaf, stop);
                (sheaf, items, bytes) = ([], 0, 0);
            }
            if (sheaf.Count > 0) await sheaves.WriteAsync(sheaf, stop);
            sheaves.Complete();
        }
        catch (Exception fault) { sheaves.Complete(fault); }
    }

    static Line LineOf(string path, Taken item) =>
        new(path, item.Guid, item.Version, item.Status, item.Outcome, item.Said);

    async Task<Leaf> Read(string path, CancellationToken stop)
    {
        try
        {
            if (Directory.Exists(path)) return new(path, null, "This folder cannot be read.", 0);

            // A byte more than is taken, so that the reader refuses what is larger; pipes and devices do not know their length.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.CanSeek && file.Length > 0 ? Math.Min(file.Length, Formats.LargestDocument + 1) : Formats.LargestDocument + 1];
            var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
            return new(path, intake.Read(new(bytes.AsMemory(0, count), Path.GetFileName(path))), null, count);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(path, null, fault.Message, 0);
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
