using Manset.Moderation.Learnt;

namespace JudgeTrainer;

static class Shipment
{
    public static void Write(string path, LearntModel model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new BinaryWriter(File.Create(path));
        model.Write(writer);
    }
}
