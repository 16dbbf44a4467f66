using System.IO.Compression;
using Manset.Moderation.Learnt;

namespace JudgeTrainer;

static class Shipment
{
    public static void Write(string path, LearntModel model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.Optimal));
        model.Write(writer);
    }
}
