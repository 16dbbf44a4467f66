namespace Manset.Moderation.Spelling;

/// <summary>One suffix as a pattern of letters whose vowels agree with what stands before them.</summary>
/// <param name="Pattern">As in suffixes.tr.txt.</param>
/// <param name="To">The state it leads to.</param>
sealed record Suffix(string Pattern, int To)
{
    /// <summary>Where it ends in the word when it stands at <paramref name="at"/>; else -1.</summary>
    /// <param name="front">Of the word before it when that does not go by its last vowel (<c>saat-ler</c>); else null.</param>
    public int End(ReadOnlySpan<char> word, int at, bool? front)
    {
        var i = 0;
        if (Pattern[0] == '(')
        {
            // A vowel stands only behind a consonant, a consonant only behind a vowel.
            if (Vowels.Has(word[at - 1]) != (Pattern[1] == 'I'))
            {
                if (at >= word.Length || !Fits(Pattern[1], word, at, front)) return -1;
                at++;
            }
            i = 3;
        }
        for (; i < Pattern.Length; i++, at++)
        {
            if (at >= word.Length || !Fits(Pattern[i], word, at, front)) return -1;
            if (Vowels.Has(word[at])) front = null;
        }
        return at;
    }

    /// <summary>What is between brackets may be missing.</summary>
    public bool MayBegin(char letter) => Pattern[0] != '(' ? May(Pattern[0], letter) : May(Pattern[1], letter) || May(Pattern[3], letter);

    static bool May(char sign, char letter) => sign switch
    {
        'A' => letter is 'a' or 'e',
        'I' => letter is 'ı' or 'i' or 'u' or 'ü',
        'D' => letter is 'd' or 't',
        'C' => letter is 'c' or 'ç',
        'K' => letter is 'k' or 'ğ',
        _ => letter == sign
    };

    static bool Fits(char sign, ReadOnlySpan<char> word, int at, bool? front)
    {
        var letter = word[at];
        switch (sign)
        {
            case 'A': return letter == (IsFront(word, at, front) ? 'e' : 'a');
            case 'I': return letter == High(word, at, front);
            case 'D': return letter == (Vowels.IsVoiceless(word[at - 1]) ? 't' : 'd');
            case 'C': return letter == (Vowels.IsVoiceless(word[at - 1]) ? 'ç' : 'c');
            case 'K': return letter == (at + 1 < word.Length && Vowels.Has(word[at + 1]) ? 'ğ' : 'k');
            default: return letter == sign;
        }
    }

    static bool IsFront(ReadOnlySpan<char> word, int at, bool? front) => front ?? Vowels.IsFront(Vowels.Last(word[..at]));

    static char High(ReadOnlySpan<char> word, int at, bool? front)
    {
        var last = Vowels.Last(word[..at]);
        var round = last is 'o' or 'u' or 'ö' or 'ü';
        return (front ?? Vowels.IsFront(last)) ? round ? 'ü' : 'i' : round ? 'u' : 'ı';
    }
}

static class Vowels
{
    public static bool Has(char letter) => letter is 'a' or 'e' or 'ı' or 'i' or 'o' or 'ö' or 'u' or 'ü' or 'â' or 'î' or 'û';

    public static bool IsFront(char vowel) => vowel is 'e' or 'i' or 'ö' or 'ü' or 'î';

    public static bool IsVoiceless(char letter) => letter is 'ç' or 'f' or 'h' or 'k' or 'p' or 's' or 'ş' or 't';

    /// <summary>The last vowel, or <c>e</c> where there is none: letters are named with it.</summary>
    public static char Last(ReadOnlySpan<char> word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
            if (Has(word[i])) return word[i];
        return 'e';
    }
}
