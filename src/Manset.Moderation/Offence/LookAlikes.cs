using System.Text;
using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>Letters of other alphabets and styles that are taken for Latin ones.</summary>
static class LookAlikes
{
    const string Greek = "αaβbγyδdεeηnιiκkνvοoρpσoτtυuχxωwΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx";
    const string Cyrillic = "аaвbеeкkмmнhоoрpсcтtуyхxіiїiјjѕsԁdһhӏlԛqԝwАaВbЕeКkМmНhОoРpСcТtУyХxІiЈjЅs";

    static readonly Dictionary<char, char> Table = Pairs(Greek + Cyrillic);

    /// <summary>The plain small letter that is seen.</summary>
    public static char Plain(char sign, bool turkish)
    {
        if (sign < 128 || Letters.IsTurkish(sign)) return Letters.Lower(sign, turkish);
        if (Table.TryGetValue(sign, out var plain)) return plain;
        return sign is >= '\uFF01' and <= '\uFF5E' ? Letters.Lower((char)(sign - 0xFEE0), turkish) : WithoutMark(Letters.Lower(sign, turkish));
    }

    static char WithoutMark(char letter) => letter is (>= '\u00E0' and <= '\u017F') or (>= '\u1E00' and <= '\u1EFF') && letter.ToString().Normalize(NormalizationForm.FormD) is [< (char)128 and var plain, ..]
        ? plain
        : letter;

    static Dictionary<char, char> Pairs(string pairs)
    {
        var table = new Dictionary<char, char>();
        for (var i = 0; i < pairs.Length; i += 2) table[pairs[i]] = pairs[i + 1];
        return table;
    }
}
