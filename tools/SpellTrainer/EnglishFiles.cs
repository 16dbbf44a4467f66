using System.Globalization;
using System.Text.Json;
using LetterTrainer;
using Manset.Moderation.Language;

namespace SpellTrainer;

/// <summary>English words by subtitles and news, and the misspellings that Wikipedia lists.</summary>
static class EnglishFiles
{
    const float MuchCommoner = 5f;

    public static void Write(string data, string folder, List<string> news)
    {
        var misspellings = Misspellings(data);
        var words = Corpus.Lines($"{data}/moderation/wordlists/en_50k.txt.gz").Select(line => line.Split(' '))
            .Where(parts => parts[0].Length > 1 && parts[0].All(char.IsAsciiLetterLower))
            .ToDictionary(parts => parts[0], parts => MathF.Log2(long.Parse(parts[1], CultureInfo.InvariantCulture)));
        foreach (var (word, use) in Uses.Count(news, turkish: false))
            if (use.All > 1 && word.All(char.IsAsciiLetterLower)) words[word] = MathF.Max(words.GetValueOrDefault(word), MathF.Log2(use.All * 40));
        foreach (var wrong in misspellings.Keys) words.Remove(wrong);
        foreach (var (word, weight) in words.ToList())
            if (Slips(word).Any(right => words.GetValueOrDefault(right) > weight + MuchCommoner)) words.Remove(word);

        Lexicon.Table(words.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Form(pair.Key, pair.Value, Kind.Word))).Write($"{folder}/words.en.bin");
        File.WriteAllLines($"{folder}/misspellings.en.txt",
            ["# Common misspellings: wrong > right. From \"Wikipedia:Lists of common misspellings\", by the contributors to Wikipedia, CC BY-SA 4.0.", .. misspellings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} > {pair.Value}")]);
    }

    /// <summary>Subtitles hold slips of the hand too: rare beside the right word, a letter doubled or not, or two of them swapped.</summary>
    static IEnumerable<string> Slips(string word)
    {
        if (word.Length < 6) yield break;
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == word[i - 1]) yield return word.Remove(i, 1);
            else
            {
                yield return word.Insert(i, word[i].ToString());
                yield return string.Concat(word.AsSpan(0, i - 1), [word[i], word[i - 1]], word.AsSpan(i + 1));
            }
        }
    }

    static Dictionary<string, string> Misspellings(string data)
    {
        var misspellings = new Dictionary<string, string>();
        foreach (var line in Corpus.Lines($"{data}/moderation/misspellings-en/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.GetProperty("source").GetString() != "wikipedia" || root.GetProperty("label").GetString() != "wrong") continue;

            var (wrong, right) = (root.GetProperty("text").GetString()!, root.GetProperty("gold").GetString()!);
            if (wrong.All(char.IsAsciiLetterLower) && right.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '-')) misspellings.TryAdd(wrong, right);
        }
        return misspellings;
    }
}
