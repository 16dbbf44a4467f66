using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>How print writes a word in the middle of a sentence.</summary>
sealed class Uses
{
    public int All { get; private set; }
    int small, capital, capitals;

    public Kind Kind =>
        capitals >= 2 && small == 0 && capital * 4 < capitals ? Kind.Acronym
        : capital >= 2 && capital > 9 * small ? Kind.Name
        : Kind.Word;

    public static Dictionary<string, Uses> Count(List<string> sentences, bool turkish)
    {
        var uses = new Dictionary<string, Uses>();
        foreach (var sentence in sentences)
        {
            var tokens = Tokens.Of(sentence);
            var words = tokens.Count(token => token.Sort == Sort.Word);
            var shouted = tokens.Count(token => token.Sort == Sort.Word && token.Length > 1 && IsCapitals(token.In(sentence)));
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Sort != Sort.Word || tokens[i].Length < 2) continue;

                var word = tokens[i].In(sentence);
                var key = Letters.Lower(word, turkish);
                if (!uses.TryGetValue(key, out var use)) uses[key] = use = new();
                use.All++;
                var inside = i > 0 && tokens[i - 1].Sort == Sort.Word;
                if (IsCapitals(word)) { if (shouted * 3 < words && word.Length <= 6) use.capitals++; }
                else if (char.IsUpper(word[0])) { if (inside) use.capital++; }
                else if (i == 0 || sentence[tokens[i].Start - 1] is not ('\'' or '’')) use.small++;
            }
        }
        return uses;
    }

    static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter)) return false;
        return true;
    }
}
