using System.Text.Json;
using Manset.Moderation;

namespace ModerationBench;

/// <summary>The development folds, 0 and 1, of a train part, each text with its verdict.</summary>
static class Sets
{
    public static IEnumerable<(JsonElement Item, Verdict Verdict)> Judged(string data, string set, Judge judge)
    {
        foreach (var line in Texts.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            if (item.GetProperty("fold").GetInt32() <= 1) yield return (item, judge.Weigh(new(item.GetProperty("text").GetString()!)));
        }
    }

    public static string Label(this JsonElement item) => item.GetProperty("label").GetString()!;
}
