using System.Diagnostics;
using System.Text.Json;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>Softmax regression over runs of letters, on short pieces of text: the same data gives the same bytes.</summary>
static class TongueTrainer
{
    const int Places = 1 << 16;
    const int Pieces = 60_000;
    const float Rate = 0.1f;
    const string Topics = "mediatopics/cptall-x-all.json.xz";
    static readonly string[] Spoken = ["da", "de", "es", "fr", "pt-BR", "pt-PT", "se"];

    /// <param name="common">Lines of common words, a language each.</param>
    public static sbyte[] Train(string data, List<string> turkish, List<string> english, IEnumerable<string> common)
    {
        var chance = new Random(20_261);
        var others = Others($"{data}/{Topics}");
        var lists = common.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')[1..]).ToArray();
        List<(string[] Words, int Tongue)> lessons = [];
        for (var i = 0; i < Pieces; i++)
        {
            var piece = Piece(turkish[chance.Next(turkish.Count)], chance);
            lessons.Add((chance.Next(3) == 0 ? Array.ConvertAll(piece, word => Letters.Fold(word)) : piece, 0));
            lessons.Add((Piece(english[chance.Next(english.Count)], chance), 1));
            lessons.Add((chance.Next(3) == 0 ? FromList(lists[chance.Next(lists.Length)], chance) : Piece(others[chance.Next(others.Count)], chance), 2));
        }
        var order = lessons.ToArray();
        chance.Shuffle(order);
        var (weights, squares) = (new float[Places * TongueModel.Tongues], new float[Places * TongueModel.Tongues]);
        for (var round = 0; round < 2; round++)
            foreach (var (words, tongue) in order) Learn(words, tongue, weights, squares);
        return Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / TongueModel.Step), -127, 127));
    }

    static void Learn(string[] words, int tongue, float[] weights, float[] squares)
    {
        Span<float> sums = stackalloc float[TongueModel.Tongues];
        Span<int> places = new int[words.Sum(word => TongueModel.Most(word.Length))];
        var count = 0;
        foreach (var word in words) count += TongueModel.Read(word, places[count..], Places - 1);
        sums.Clear();
        foreach (var place in places[..count])
            for (var i = 0; i < sums.Length; i++) sums[i] += weights[TongueModel.Tongues * place + i];
        var most = MathF.Max(sums[0], MathF.Max(sums[1], sums[2]));
        var all = MathF.Exp(sums[0] - most) + MathF.Exp(sums[1] - most) + MathF.Exp(sums[2] - most);
        for (var i = 0; i < sums.Length; i++)
        {
            var slope = (i == tongue ? 1 : 0) - MathF.Exp(sums[i] - most) / all;
            if (MathF.Abs(slope) < 0.002f) continue;

            foreach (var place in places[..count])
            {
                var at = TongueModel.Tongues * place + i;
                squares[at] += slope * slope;
                weights[at] += Rate * slope / MathF.Sqrt(squares[at] + 1f);
            }
        }
    }

    /// <summary>Two to eight words from somewhere in a text.</summary>
    static string[] Piece(string text, Random chance)
    {
        var words = Tokens.Of(text).Where(token => token.Sort is Sort.Word).Select(token => token.In(text).ToString()).ToArray();
        var length = Math.Min(words.Length, chance.Next(2, 9));
        return words.AsSpan(chance.Next(words.Length - length + 1), length).ToArray();
    }

    static string[] FromList(string[] words, Random chance) => [.. Enumerable.Range(0, chance.Next(2, 7)).Select(_ => words[chance.Next(words.Length)])];

    /// <summary>Names and definitions of the media topics in languages that are neither Turkish nor English.</summary>
    static List<string> Others(string path)
    {
        using var unpacking = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true })!;
        using var topics = JsonDocument.Parse(unpacking.StandardOutput.BaseStream);
        List<string> texts = [];
        foreach (var topic in topics.RootElement.GetProperty("conceptSet").EnumerateArray())
            foreach (var property in (string[])["prefLabel", "definition"])
                if (topic.TryGetProperty(property, out var said))
                    foreach (var tongue in Spoken)
                        if (said.TryGetProperty(tongue, out var text) && text.GetString() is { Length: > 10 } words) texts.Add(words);
        return texts;
    }
}
