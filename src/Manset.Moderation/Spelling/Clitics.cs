using System.Collections.Frozen;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>The little words that are written apart although they sound like suffixes: <c>de, ki, mi</c>.</summary>
sealed class Clitics(CliticModel model)
{
    /// <summary>How sure the model must be that what stands apart is a suffix, and that what is joined is a word.</summary>
    public float Apart { get; init; } = 0.5f;
    public float Joined { get; init; } = 1f;

    static readonly Lazy<Clitics> Shipped = new(() => new(CliticModel.Default));

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Questions =
        ((string[])["mı", "mi", "mu", "mü"]).SelectMany(mi => ((string[])["", "yım", "yim", "yum", "yüm", "sın", "sin", "sun", "sün", "yız", "yiz", "yuz", "yüz",
            "sınız", "siniz", "sunuz", "sünüz", "ydı", "ydi", "ydu", "ydü", "ymış", "ymiş", "ymuş", "ymüş", "dır", "dir", "dur", "dür", "lar", "ler"]).Select(rest => mi + rest))
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cases = ((string[])["ya", "ye", "a", "e", "yı", "yi", "yu", "yü", "ı", "i", "u", "ü", "nın", "nin", "nun", "nün",
        "ın", "in", "un", "ün", "dan", "den", "tan", "ten", "da", "de", "ta", "te", "yla", "yle", "la", "le"]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By how many binary orders a word must be commoner than itself with a <c>de</c> that it cannot take.</summary>
    const float MuchCommoner = 3.5f;

    /// <summary>So common that the word is met whole.</summary>
    const float CommonWhole = 7;

    /// <summary>So common that it is a word of its own (<c>veda</c>).</summary>
    const float CommonWord = 10.5f;

    public static Clitics Default => Shipped.Value;

    public static bool IsQuestion(ReadOnlySpan<char> small) => Questions.Contains(small);

    public static bool IsDe(ReadOnlySpan<char> small) => small is "de" or "da" or "te" or "ta";

    /// <summary>The <c>de</c> at a token, apart (with the space before it) or joined, written the other way; null when it stands well.</summary>
    public Slip? Mend(string text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Length < 2 || text[token.End - 2] is not ('d' or 't') || text[token.End - 1] is not ('e' or 'a') || token.Length > Morphology.Longest) return null;
        if (IsAfterApostrophe(text, token)) return token.Length == 2 ? MendParted(text, tokens, at) : MendBehindName(text, token);
        return token.Length == 2 ? at > 0 ? MendApart(text, tokens, at) : null : MendJoined(text, tokens, at);
    }

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

    /// <summary><c>Ordu'yada</c>: behind a name that has its case already.</summary>
    static Slip? MendBehindName(string text, Token token)
    {
        var suffix = Small(text, token);
        var ending = suffix.AsSpan(0, suffix.Length - 2);
        return Cases.Contains(ending) ? new(token.Start, token.End, $"{ending} {(Vowels.IsFront(Vowels.Last(ending)) ? "de" : "da")}", SlipKind.Clitic) : null;
    }

    /// <summary>The word is never <c>te</c>.</summary>
    static Slip Word(string text, Token de, string host) => new(de.Start, de.End, Vowels.IsFront(Vowels.Last(host)) ? "de" : "da", SlipKind.Clitic);

    Slip? MendJoined(string text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        var small = Small(text, token);
        var word = small[..^2];
        if (small.Length < 4 ? small != "oda" : !TurkishWords.IsWord(word)) return null;

        var isName = char.IsUpper(text[token.Start]) && at > 0 && tokens[at - 1].Sort is Sort.Word;
        var isSuffix = small == "oda" || (TakesSuffix(word) && small.EndsWith(Suffix(word), StringComparison.Ordinal));
        if (isName && !IsBareName(word, small)) return null;
        if (isSuffix || (isName ? false : TurkishWords.IsWord(small)))
        {
            if (!isSuffix && Stems.Turkish.Ends(small, small.Length - 1) != 0) return null;
            if (!isSuffix && (Lexicon.Turkish.Find(small)?.Weight ?? 0) > MathF.Min(CommonWord, (Lexicon.Turkish.Find(word)?.Weight ?? 0) - MuchCommoner)) return null;
            var margin = model.Margin(word, Before(text, tokens, at), After(text, tokens, at), isName);
            if (margin < (isName ? 0 : isSuffix ? Joined : 0)) return isName ? new(token.Start, token.End, $"{text.AsSpan(token.Start, token.Length - 2)}'{Suffix(word)}", SlipKind.Clitic) : null;
        }
        var stem = text[token.Start..(token.End - 2)];
        return new(token.Start, token.End, $"{stem} {(Vowels.IsFront(Vowels.Last(word)) ? "de" : "da")}", SlipKind.Clitic);
    }

    /// <summary>A name with a suffix and no apostrophe: wrong either way.</summary>
    static bool IsBareName(string word, string small) => word.Length > 3 && Lexicon.Turkish.Find(word)?.Kind == Kind.Name
        && Lexicon.Turkish.Find(small) is null && Stems.Turkish.Of(small) == Stem.None;

    /// <summary>A noun that has no case yet.</summary>
    public static bool TakesSuffix(string word) => (Stems.Turkish.Ends(word) & TurkishWords.CaselessEnds) != 0;

    public static string Suffix(string word) => $"{(Vowels.IsVoiceless(word[^1]) ? 't' : 'd')}{(Vowels.IsFront(Vowels.Last(word)) ? 'e' : 'a')}";

    public static string Before(string text, List<Token> tokens, int at) => at > 0 && tokens[at - 1].Sort is Sort.Word && tokens[at - 1].Length < 40 ? Small(text, tokens[at - 1]) : "";

    public static string After(string text, List<Token> tokens, int at) => at + 1 < tokens.Count ? tokens[at + 1].Sort is Sort.Word && tokens[at + 1].Length < 40 ? Small(text, tokens[at + 1])
        : tokens[at + 1].Sort is Sort.Number ? "0" : tokens[at + 1].Length == 1 ? text[tokens[at + 1].Start].ToString() : "" : "";

    static bool IsAfterApostrophe(string text, Token token) => token.Start > 0 && text[token.Start - 1] is '\'' or '’';

    static string Small(string text, Token token) => Letters.Lower(token.In(text), turkish: true);
}
