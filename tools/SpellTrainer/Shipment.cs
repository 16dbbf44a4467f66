using System.Runtime.InteropServices;
using Manset.Moderation.Language;
using Manset.Moderation.Spelling;

namespace SpellTrainer;

static class Shipment
{
    public static void Write(string path, Stems stems) => new WordTable(stems.Added.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key, LetterContext.Hash(pair.Key), (ushort)pair.Value))).Write(path);

    public static void Write(string path, sbyte[] weights) => File.WriteAllBytes(path, MemoryMarshal.AsBytes(weights.AsSpan()));
}
