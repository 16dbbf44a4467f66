using System.Text.Json;
using LetterTrainer;

namespace SpellTrainer;

/// <summary>Edited Turkish under free licences besides the corpus of the letter model.</summary>
static class MoreText
{
    /// <remarks>Of the BOUN sentences only those that are in the train and development parts: the others may be of the part that is kept for tests.</remarks>
    public static IEnumerable<string> Turkish(string data) =>
        [
            .. Field($"{data}/corpus-tr-sentences/ud-boun.jsonl.gz", "tr").Intersect(Corpus.Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz")),
            .. Field($"{data}/corpus-tr-en-parallel/pud.jsonl.gz", "tr")
        ];

    static IEnumerable<string> Field(string path, string name)
    {
        foreach (var line in Corpus.Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String) yield return text.GetString()!;
        }
    }
}
