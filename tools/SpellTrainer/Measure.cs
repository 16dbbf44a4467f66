using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace SpellTrainer;

static class Measure
{
    /// <summary>Words in small letters of edited text: nearly all of them are right.</summary>
    public static void PrintKnown(Stems stems, List<string> sentences)
    {
        var (all, unknown) = (0, new Dictionary<string, int>());
        foreach (var sentence in sentences)
        {
            foreach (var token in Tokens.Of(sentence))
            {
                if (token.Sort != Sort.Word) continue;
                all++;
                var word = token.In(sentence);
                if (char.IsUpper(word[0]) || word.Length < 2 || (token.Start > 0 && sentence[token.Start - 1] is '\'' or '’')) continue;
                if (stems.Ends(word) == 0) unknown[word.ToString()] = unknown.GetValueOrDefault(word.ToString()) + 1;
            }
        }
        Console.WriteLine($"stems: {stems.All.Count()}; held back: {sentences.Count} sentences, {all} words, {100.0 * unknown.Values.Sum() / all:F2} % unknown");
        Console.WriteLine($"  {string.Join(' ', unknown.OrderByDescending(pair => pair.Value).Take(300).Select(pair => pair.Key))}");
    }
}
