using System.Globalization;
using LetterTrainer;
using Manset.Moderation.Text;

namespace SpellTrainer;

/// <summary>Every word that print uses, and those that subtitles use often, with how common they are.</summary>
static class Words
{
    /// <summary>What a word of our own list counts.</summary>
    public const float OwnWeight = 14;

    public static Dictionary<string, float> Turkish(string data, List<string> sentences)
    {
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var line in Corpus.Lines($"{data}/moderation/wordlists/tr_50k.txt.gz"))
        {
            var parts = line.Split(' ');
            if (parts[0].All(IsTurkish)) words[parts[0]] = MathF.Log2(long.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        // Subtitles hold Turkish typed without its letters (degil): rare beside the right form, and never in print.
        var most = words.GroupBy(pair => Letters.Fold(pair.Key)).ToDictionary(group => group.Key, group => group.Max(pair => pair.Value));
        var uses = Uses.Count(sentences, turkish: true);
        foreach (var (word, weight) in words.ToList())
            if (weight < most[Letters.Fold(word)] - 5.3f && (uses.GetValueOrDefault(word)?.All ?? 0) < 2) words.Remove(word);

        foreach (var (word, use) in uses)
            if (word.All(IsTurkish) && word.Length > 3) words[word] = MathF.Max(words.GetValueOrDefault(word), MathF.Log2(use.All * 40));

        foreach (var word in Own()) words[word] = MathF.Max(words.GetValueOrDefault(word), OwnWeight);
        return words;
    }

    public static IEnumerable<string> Own() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "words.tr.txt"))
        .Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static bool IsTurkish(char letter) => letter is >= 'a' and <= 'z' and not ('q' or 'w' or 'x') or 'ç' or 'ğ' or 'ı' or 'ö' or 'ş' or 'ü' or 'â' or 'î' or 'û';
}
