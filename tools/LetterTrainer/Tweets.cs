using System.Text.Json;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>Tweets that were written with their Turkish letters: more and livelier text than print.</summary>
static class Tweets
{
    /// <summary>Of the sets whose licence lets what is learnt from them be handed on.</summary>
    static readonly string[] Sets = ["offenseval2020-tr", "teknofest2023-tr"];

    /// <summary>By how many binary orders the form with its letters must be commoner for the bare one to be a slip.</summary>
    const float MuchCommoner = 4;

    public static List<string> Read(string data, Restorer restorer, Lexicon words) =>
        [.. Sets.SelectMany(set => Corpus.Lines($"{data}/moderation/{set}/train.jsonl.gz")).Select(Text).Where(text => IsProper(text, restorer, words))];

    static string Text(string line)
    {
        using var tweet = JsonDocument.Parse(line);
        return tweet.RootElement.GetProperty("text").GetString()!.Replace("@USER", " ", StringComparison.Ordinal).Replace("URL", " ", StringComparison.Ordinal).Trim();
    }

    static bool IsProper(string text, Restorer restorer, Lexicon words)
    {
        if (!Letters.HasTurkish(text)) return false;

        var tokens = Tokens.Of(text);
        foreach (var token in tokens)
        {
            if (token.Sort is not Sort.Word) continue;

            var small = Letters.Lower(token.In(text), turkish: true);
            var weight = words.Find(small)?.Weight ?? 0;
            foreach (var form in words.Forms(Letters.Fold(small)))
                if (form.Text != small && form.Weight > weight + MuchCommoner && form.Weight > 8) return false;
        }
        return !restorer.Changes(text, tokens).Exists(change => change is { IsWord: true, WasWord: false });
    }
}
