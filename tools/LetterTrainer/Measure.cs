using System.Diagnostics;
using System.Text.Json;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

static class Measure
{
    /// <summary>Turkish letters taken off, restored, and compared word by word; and proper text put in as it is.</summary>
    public static void Print(string name, Restorer restorer, List<string> sentences)
    {
        var (words, right, kept, whole) = (0, 0, 0, 0);
        var mistakes = new Dictionary<string, int>();
        var bare = sentences.ConvertAll(Bare);
        var clock = Stopwatch.StartNew();
        var restored = bare.ConvertAll(restorer.Restore);
        var seconds = clock.Elapsed.TotalSeconds;
        for (var i = 0; i < sentences.Count; i++)
        {
            var again = restorer.Restore(sentences[i]);
            if (restored[i] == sentences[i]) whole++;
            foreach (var token in Tokens.Of(sentences[i]).Where(token => token.Sort is Sort.Word))
            {
                words++;
                var truth = token.In(sentences[i]);
                if (truth.SequenceEqual(restored[i].AsSpan(token.Start, token.Length))) right++;
                else
                {
                    var mistake = $"{truth}>{restored[i].AsSpan(token.Start, token.Length)}";
                    mistakes[mistake] = mistakes.GetValueOrDefault(mistake) + 1;
                }
                if (truth.SequenceEqual(again.AsSpan(token.Start, token.Length))) kept++;
            }
        }
        Console.WriteLine($"{name}: {sentences.Count} sentences, {words} words");
        Console.WriteLine($"  restored from bare text: {100.0 * right / words:F2} % of words, {100.0 * whole / sentences.Count:F1} % of sentences");
        Console.WriteLine($"  proper text left alone:  {100.0 * kept / words:F2} % of words");
        Console.WriteLine($"  {bare.Sum(text => (long)text.Length) / seconds / 1e6:F1} M characters a second");
        Console.WriteLine($"  most often wrong: {string.Join(' ', mistakes.OrderByDescending(pair => pair.Value).Take(40).Select(pair => $"{pair.Key}:{pair.Value}"))}");
    }

    /// <summary>Real misuse: tokens marked as lacking Turkish letters, and the rest, which must stay.</summary>
    public static void PrintTweets(Restorer restorer, string data)
    {
        var (marked, restoredRight, sound, spoiled) = (0, 0, 0, 0);
        foreach (var line in Corpus.Lines($"{data}/moderation/turkishtweets2020-tr/train.jsonl.gz"))
        {
            using var tweet = JsonDocument.Parse(line);
            var tokens = Strings(tweet, "tokens");
            var gold = Strings(tweet, "gold");
            var bare = tweet.RootElement.GetProperty("deascii").EnumerateArray().Select(mark => mark.GetInt32()).ToArray();
            var wrong = tweet.RootElement.GetProperty("wrong").EnumerateArray().Select(mark => mark.GetInt32()).ToArray();
            var restored = restorer.Restore(string.Join(' ', tokens)).Split(' ');
            for (var i = 0; i < tokens.Length; i++)
            {
                if (bare[i] == 1 && Letters.Fold(gold[i]) == Letters.Fold(tokens[i]))
                {
                    marked++;
                    if (restored[i] == gold[i]) restoredRight++;
                }
                else if (wrong[i] == 0)
                {
                    sound++;
                    if (restored[i] != tokens[i]) spoiled++;
                }
            }
        }
        Console.WriteLine($"tweets: {100.0 * restoredRight / marked:F1} % of {marked} misused words restored, {100.0 * spoiled / sound:F2} % of {sound} right ones spoiled");
    }

    static string[] Strings(JsonDocument tweet, string name) => [.. tweet.RootElement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    static string Bare(string text) => string.Create(text.Length, text, (bare, it) =>
    {
        for (var i = 0; i < bare.Length; i++)
        {
            var folded = Letters.IsTurkish(it[i]) ? Letters.Fold(it[i]) : it[i];
            bare[i] = char.IsUpper(it[i]) && Letters.IsTurkish(it[i]) ? char.ToUpperInvariant(folded) : folded;
        }
    });
}
