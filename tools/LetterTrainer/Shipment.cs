using System.Runtime.InteropServices;
using Manset.Moderation.Language;

namespace LetterTrainer;

static class Shipment
{
    public static void Write(string folder, List<Form> turkish, List<Form> english, sbyte[] weights)
    {
        Directory.CreateDirectory(folder);
        Lexicon.Table([.. turkish, .. Lexicon.Acronyms()]).Write($"{folder}/lexicon.tr.bin");
        Lexicon.Table([.. english, .. Lexicon.Acronyms()]).Write($"{folder}/lexicon.en.bin");
        File.WriteAllBytes($"{folder}/letters.bin", MemoryMarshal.AsBytes(weights.AsSpan()));
    }
}
