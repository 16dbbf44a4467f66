using System.Globalization;
using System.IO.Compression;
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
}
