using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Manset.Copy;

/// <summary>A story's place in the URL: its headline in plain small letters and hyphens.</summary>
public static class Permalink
{
    const int Longest = 80;

    static readonly FrozenDictionary<char, string> Latin = Pairs(
        "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e "
        + "ю yu я ya і i є ye ґ g ә a ғ g қ k ң n ө o ұ u ү u һ h џ dz ј j љ lj њ nj ђ dj ћ c "
        + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");

    /// <summary>Never empty: a headline without a letter that can be written is called by what it is.</summary>
    public static string Of(string headline, CultureInfo culture)
    {
        var words = new StringBuilder(headline.Length);
        var pending = false;
        foreach (var character in Folding.Of(headline))
        {
            // Türkiye'nin is one word.
            if (character is '\'') continue;

            var letters = char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)
                ? character.ToString()
                : Latin.GetValueOrDefault(character);
            if (letters is null)
            {
                pending = words.Length > 0;
                continue;
            }
            if (pending) words.Append('-');
            pending = false;
            words.Append(letters);
        }
        var whole = words.ToString();
        if (whole.Length == 0) return culture.TwoLetterISOLanguageName == "tr" ? "haber" : "story";
        return Shortened(whole);
    }

    static string Shortened(string whole)
    {
        if (whole.Length <= Longest) return whole;
        var cut = whole.LastIndexOf('-', Longest);
        return cut > 0 ? whole[..cut] : whole[..Longest];
    }

    static FrozenDictionary<char, string> Pairs(string table) =>
        table.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0][0], pair => pair[1] == "_" ? "" : pair[1]);
}
