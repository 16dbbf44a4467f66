using System.Globalization;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>The words of a language with how common they are, and which are names or acronyms.</summary>
static class WordList
{
    const int CorpusWeight = 40;

    public static List<Form> Turkish(string data, List<string> sentences) =>
        Of(Subtitles($"{data}/moderation/wordlists/tr_50k.txt.gz", 50_000), sentences, turkish: true);

    public static List<Form> English(string data, List<string> sentences) =>
        Of(Subtitles($"{data}/moderation/wordlists/en_50k.txt.gz", 25_000), sentences, turkish: false);

    static Dictionary<string, long> Subtitles(string path, int most) => Corpus.Lines(path).Take(most)
        .Select(line => line.Split(' '))
        .Where(parts => parts[0].Length > 1 && parts[0].All(Letters.IsLetter))
        .ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));

    static List<Form> Of(Dictionary<string, long> counts, List<string> sentences, bool turkish)
    {
        var uses = Uses.Count(sentences, turkish);
        foreach (var (word, use) in uses)
            if (counts.ContainsKey(word) || use.All > 1) counts[word] = counts.GetValueOrDefault(word) + use.All * CorpusWeight;

        var most = counts.GroupBy(pair => Letters.Fold(pair.Key)).ToDictionary(group => group.Key, group => group.Max(pair => pair.Value));
        return [.. counts
            .Where(pair => !IsTypedBare(pair.Key, pair.Value, most, turkish, uses))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new Form(pair.Key, MathF.Round(MathF.Log2(pair.Value + 1) * 10) / 10, uses.GetValueOrDefault(pair.Key)?.Kind ?? Kind.Word))];
    }

    /// <summary>Subtitles hold Turkish typed without its letters (<c>degil</c>): rare beside the right form, and never in print.</summary>
    static bool IsTypedBare(string word, long count, Dictionary<string, long> most, bool turkish, Dictionary<string, Uses> uses) =>
        turkish && count < most[Letters.Fold(word)] / 40 && (uses.GetValueOrDefault(word)?.All ?? 0) < 2;
}
