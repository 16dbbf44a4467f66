using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Manset.Moderation.Language;

namespace LetterTrainer;

static class Shipment
{
    public static void Write(string folder, List<Form> turkish, List<Form> english, sbyte[] weights)
    {
        Directory.CreateDirectory(folder);
        WriteWords($"{folder}/lexicon.tr.txt.gz", turkish);
        WriteWords($"{folder}/lexicon.en.txt.gz", english);
        using var packed = new BrotliStream(File.Create($"{folder}/letters.bin.br"), CompressionLevel.SmallestSize);
        packed.Write(BitConverter.GetBytes(weights.Length));
        packed.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    static void WriteWords(string path, List<Form> words)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false));
        foreach (var form in words)
        {
            var kind = form.Kind switch { Kind.Name => "n", Kind.Acronym => "a", _ => "" };
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{form.Text}\t{MathF.Round(form.Weight * 10)}\t{kind}\n"));
        }
    }
}
