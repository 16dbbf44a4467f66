using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Manset.Moderation.Spelling;

namespace SpellTrainer;

static class Shipment
{
    public static void Write(string path, Stems stems)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false));
        foreach (var (stem, kind) in stems.All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{stem}\t{(int)kind}\n"));
    }

    public static void Write(string path, sbyte[] weights)
    {
        using var packed = new BrotliStream(File.Create(path), CompressionLevel.SmallestSize);
        packed.Write(BitConverter.GetBytes(weights.Length));
        packed.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }
}
