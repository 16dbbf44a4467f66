using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>A <c>de</c> that stands apart and should not.</summary>
sealed partial class Clitics
{
    /// <summary>So common that the word is met whole.</summary>
    const float CommonWhole = 7;

    Slip? MendApart(string text, List<Token> tokens, int at)
    {
        var (host, de) = (tokens[at - 1], tokens[at]);
        if (IsLooseApostrophe(text, tokens, at)) return new(host.End, de.End, text.Substring(de.Start, 2), SlipKind.Clitic);
        if (host.Sort is not Sort.Word || host.End + 1 != de.Start || text[host.End] != ' ' || host.Length > Morphology.Longest - 2) return null;

        var word = Small(text, host);
        var small = Small(text, de);
        if (IsAfterApostrophe(text, host)) return word == "n" ? new(host.End, de.End, small, SlipKind.Clitic) : small[0] == 't' ? Word(text, de, word) : null;
        if (host.Length < 2) return null;

        var isName = char.IsUpper(text[host.Start]) && !StartsSentence(text, tokens, at - 1);
        if (IsTornApart(word, small, isName)) return new(host.End, de.End, small, SlipKind.Clitic);

        var joined = word + Suffix(word);
        var isWord = TurkishWords.IsWord(word) || (isName && word.Length > 2);
        var isTwice = at + 1 < tokens.Count && IsDe(Small(text, tokens[at + 1])) && isWord && TakesSuffix(word);
        if (isTwice || IsPossessed(word)) return new(host.End, de.End, Suffix(word), SlipKind.Clitic);

        var margin = model.Margin(word, Before(text, tokens, at - 1), After(text, tokens, at), isName);
        var isSuffix = isWord ? TakesSuffix(word) && margin < -Apart && !isName : TurkishWords.IsWord(joined);
        if (isSuffix) return new(host.End, de.End, Suffix(word), SlipKind.Clitic);
        return small[0] == 't' && isWord && margin > 0 ? Word(text, de, word) : null;
    }

    /// <summary><c>üniversi te</c>, <c>ifa de</c>: the end of a word that is far commoner than what stands before it.</summary>
    static bool IsTornApart(string word, string small, bool isName)
    {
        var whole = word + small;
        if (Misspellings.Turkish.Mend(whole) is not null) return false;
        if (Lexicon.Turkish.Find(whole) is not { } known || known.Weight < CommonWhole) return !isName && !TurkishWords.IsWord(word) && TurkishWords.IsWord(whole);

        var alone = Lexicon.Turkish.Find(word)?.Weight ?? 0;
        return known.Weight > alone + MuchCommoner && (!TurkishWords.IsWord(word) || Stems.Turkish.Of(whole) != Stem.None);
    }

    static bool StartsSentence(string text, List<Token> tokens, int at) =>
        at == 0 || (tokens[at - 1].Sort is Sort.Sign && text[tokens[at - 1].Start] is '.' or '!' or '?' or '…' or ':' or '"' or '“' or '`');

    /// <summary><c>Kosova' da</c>, and no quotation that ends there.</summary>
    static bool IsLooseApostrophe(string text, List<Token> tokens, int at)
    {
        var (sign, de) = (tokens[at - 1], tokens[at]);
        if (at < 2 || sign.Length != 1 || text[sign.Start] is not ('\'' or '’') || de.Start != sign.End + 1 || tokens[at - 2].End != sign.Start) return false;
        if (tokens[at - 2].Sort is not (Sort.Number or Sort.Word) || char.IsLower(text[tokens[at - 2].Start])) return false;

        for (var i = at - 3; i >= 0 && i > at - 30; i--)
            if (tokens[i].Sort is Sort.Sign && text[tokens[i].Start] is '\'' or '‘' && (tokens[i].Start == 0 || !char.IsLetterOrDigit(text[tokens[i].Start - 1]))) return false;
        return true;
    }

    /// <summary><c>konusun</c>, that never stands alone: of its own is <c>konusunun</c>. A wish (<c>gelsin</c>) is a verb.</summary>
    static bool IsPossessed(string word) => word.Length > 4 && word[^1] == 'n' && word[^2] is 'ı' or 'i' or 'u' or 'ü' && word[^3] == 's'
        && (Stems.Turkish.Ends(word.AsSpan(0, word.Length - 1)) & 1UL << Morphology.State('r')) != 0 && Stems.Turkish.Of(word) == Stem.None && !TurkishWords.IsVerbAtAll(word);

    /// <summary><c>Kosova 'da</c>: a suffix that lost touch with its name.</summary>
    static Slip? MendParted(string text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (at < 2 || token.Start < 3 || text[token.Start - 2] != ' ' || (token.End < text.Length && text[token.End] is '\'' or '’')) return null;

        var host = tokens[at - 2];
        return host.Sort is Sort.Word && host.End == token.Start - 2 && char.IsUpper(text[host.Start]) ? new(host.End, token.End, text[(token.Start - 1)..token.End], SlipKind.Clitic) : null;
    }
}
