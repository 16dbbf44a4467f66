using System.Globalization;
using System.Text;

namespace Manset.Copy;

/// <summary>
/// The form in which words meet when searched: small letters without marks, the four Turkish and English i's as one,
/// so that <c>cumhurbaskani</c> finds <c>Cumhurbaşkanı</c> and <c>ISIK</c> finds <c>ışık</c>.
/// </summary>
public static class Folding
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark) continue;
            _ = char.ToLowerInvariant(character) switch
            {
                'ı' or 'İ' => folded.Append('i'),
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' or 'ð' => folded.Append('d'),
                'þ' => folded.Append("th"),
                '’' or '‘' or 'ʼ' => folded.Append('\''),
                var small => folded.Append(small),
            };
        }
        return folded.ToString();
    }

    /// <summary>Marks apart from their letters; what is no character and so has no form, half a surrogate pair for one, left out or marked as missing.</summary>
    static string Decomposed(string text)
    {
        if (Ascii.IsValid(text)) return text;
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE)).Normalize(NormalizationForm.FormKD);
        }
    }
}
