using System.Collections.Frozen;
using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>The little words that are written apart although they sound like suffixes: <c>de, ki, mi</c>.</summary>
sealed partial class Clitics(CliticModel model)
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
