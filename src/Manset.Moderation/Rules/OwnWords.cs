using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>The house's own words, understood with their suffixes.</summary>
static class OwnWords
{
    public static bool Have(IReadOnlyList<string> words, ReadOnlySpan<char> written, bool turkish)
    {
        if (words.Count == 0 || written.Length > Morphology.Longest) return false;

        var small = Letters.Lower(written, turkish);
        foreach (var word in words)
        {
            var own = Letters.Lower(word, turkish);
            if (small == own) return true;
            if (own.Length > 1 && small.StartsWith(own, StringComparison.Ordinal) && Morphology.Turkish.Ends(small, own.Length, 1UL << Morphology.State('n')) != 0) return true;
        }
        return false;
    }
}
