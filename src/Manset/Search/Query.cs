using System.Text;
using Manset.Copy;

namespace Manset.Search;

/// <summary>What someone typed, as folded words: letters and digits only, so nothing of a search engine's own language gets through.</summary>
public static class Query
{
    const int MostWords = 12, LongestWord = 60;

    public static IReadOnlyList<string> Words(string typed)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Folding.Of(typed.Length > 1000 ? typed[..1000] : typed).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune)) End();
            else if (word.Length < LongestWord) word.Append(rune.ToString());
        }
        End();
        return [.. words.Distinct().Take(MostWords)];

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }
}
