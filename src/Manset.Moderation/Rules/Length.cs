using System.Globalization;
using System.Text;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Nothing to read, or too much.</summary>
static class Length
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        if (!HasSubstance(reading.Text)) return [new("length", 0, reading.Text.Length, 1, say["length.empty"])];

        var most = terms.Limits.GetValueOrDefault("most", 3000);
        return reading.Text.Length > most ? [new("length", (int)most, reading.Text.Length, 1, say["length.long", reading.Text.Length, most])] : [];
    };

    /// <summary>A letter, a digit or a picture; not spaces, stops and what cannot be seen.</summary>
    static bool HasSubstance(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            if (Rune.IsLetterOrDigit(rune) && !IsBlankLetter(rune)) return true;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol) return true;
        }
        return false;
    }

    /// <summary>Letters by their category that show nothing: the Hangul fillers.</summary>
    static bool IsBlankLetter(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
