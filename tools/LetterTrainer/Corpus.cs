using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manset.Moderation.Language;

namespace LetterTrainer;

/// <summary>Edited sentences, one each.</summary>
/// <remarks>
/// The treebank file mixes sources, one of them under a non-commercial licence. That one and BOUN write punctuation close to the
/// word; the others part it with a space. Only sentences that show such a space are taken, so none of the former comes in.
/// </remarks>
sealed partial record Corpus(List<string> Turkish, List<string> English)
{
    public static Corpus Read(string data) => new(ReadTurkish(data), ReadEnglish(data));

    public static List<string> ReadTurkish(string data)
    {
        var treebanks = Lines($"{data}/moderation/cleantext-tr/ud-train.txt.gz")
            .Where(sentence => ParkedPunctuation().IsMatch(sentence) && !CloseStop().IsMatch(sentence));
        var news = Lines($"{data}/moderation/cleantext-tr/newscat-train.txt.gz");
        return [.. news, .. treebanks];
    }

    public static List<string> ReadEnglish(string data) => [.. Lines($"{data}/corpus-wikinews-en/wikinews-en.jsonl.gz").SelectMany(line =>
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString()!.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
    })];

    /// <summary>One sentence in ten, always the same ones.</summary>
    public static bool IsHeldBack(string sentence) => LetterContext.Hash(sentence) / 16 % 10 == 0;

    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    [GeneratedRegex(@"\p{L} [.,?!]")]
    private static partial Regex ParkedPunctuation();

    [GeneratedRegex(@"\p{L}[.,?!](\s|$)")]
    private static partial Regex CloseStop();
}
