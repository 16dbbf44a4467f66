using System.Collections.Frozen;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>Reads the words of a text and says which are misspelt. Names, new words, foreign words and code are left alone.</summary>
static class TurkishSpeller
{
    const string Alphabet = "abcçdefgğhıijklmnoöprsştuüvyz";
    const int MostGuesses = 12;
    const float WorthGuessing = 4f;
    const float Cheap = 3f;

    // What is asked of besides verbs.
    static readonly FrozenSet<string> Asked = new[] { "var", "yok", "değil", "öyle", "böyle", "doğru", "yanlış", "gerçek", "mümkün", "tamam", "iyi", "güzel", "bu", "ben", "sen", "siz", "biz", "kolay", "zor", "gerekli", "belli", "lazım" }.ToFrozenSet();

    static readonly Memo<SpeltWord> Met = new(Look);
    static readonly Edits Edits = new(Alphabet, Language.Lexicon.Turkish, TurkishWords.IsWord);

    public static List<Slip> Slips(Reading reading)
    {
        var slips = new List<Slip>();
        var text = reading.Mended;
        var tokens = reading.Tokens;
        var guesses = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort is Sort.Word && Clitics.Default.Mend(text, tokens, i) is { } clitic)
            {
                slips.Add(clitic);
                continue;
            }
            if (token.Sort is not Sort.Word || token.Length is < 2 or > 40 || IsBesideSigns(text, token)) continue;

            var word = Word(token.In(text));
            if (Pair(text, tokens, i, word.Small) is { } pair)
            {
                slips.Add(new(token.Start, tokens[i + 1].End, Cased(pair, text.AsSpan(token.Start)), SlipKind.Known));
                i++;
                continue;
            }
            var name = char.IsUpper(text[token.Start]) && !reading.StartsSentence(i);
            if (word.Small == "tabi" && Clitics.After(text, tokens, i) is var next && (next.StartsWith("tut", StringComparison.Ordinal) || next.StartsWith("ol", StringComparison.Ordinal))) continue;
            if (word.Right is { } right)
            {
                if (!name && (word.IsSure || !char.IsUpper(text[token.Start]))) slips.Add(new(token.Start, token.End, Cased(right, token.In(text)), SlipKind.Known));
                continue;
            }
            if (name || char.IsUpper(text[token.Start]) || word.IsFine) continue;

            var guess = guesses++ < MostGuesses ? word.Guess : null;
            if (guess is { } near) slips.Add(new(token.Start, token.End, Cased(near.Word, token.In(text)), near.Cost <= Cheap ? SlipKind.Near : SlipKind.Far));
            else slips.Add(new(token.Start, token.End, null, SlipKind.Unknown));
        }
        return IsSloppy(reading, slips) ? slips : slips.FindAll(slip => slip.Kind is not (SlipKind.Unknown or SlipKind.Far));
    }

    /// <summary>Who writes with care writes a rare word, not a wrong one; so a word that nobody knows counts only beside other slips.</summary>
    static bool IsSloppy(Reading reading, List<Slip> slips) => reading.Restorations.Count > 0
        || slips.Exists(slip => slip.Kind is SlipKind.Known) || (reading.Tokens.Find(token => token.Sort is Sort.Word) is { Length: > 0 } first && char.IsLower(reading.Text[first.Start]));

    static SpeltWord Word(ReadOnlySpan<char> written)
    {
        Span<char> small = stackalloc char[written.Length];
        for (var i = 0; i < small.Length; i++) small[i] = Letters.LowerTurkish(written[i]);
        return Met.Of(small);
    }

    static SpeltWord Look(string small)
    {
        if (Known(small) is { } right) return new(small, right, IsSure: true, IsFine: false, null);
        if (TurkishWords.IsWord(small)) return new(small, null, false, IsFine: true, null);
        if (Slang(small) is { } slang) return new(small, slang, IsSure: false, IsFine: false, null);
        if (TurkishWords.IsEnglish(small) || TurkishWords.IsSound(small) || IsForeign(small)) return new(small, null, false, IsFine: true, null);
        return new(small, null, false, IsFine: false, new(() => Edits.Mend(small, WorthGuessing)));
    }

    /// <summary>Misspelt even if some list has it.</summary>
    static string? Known(string small) => Misspellings.Turkish.Mend(small)
        ?? Misspellings.Turkish.MendStem(small, static (mended, length) => Takes(mended, length))
        ?? Chat.Mend(small, TurkishWords.IsVerb)
        ?? Chat.WishInNoun(small, TurkishWords.IsVerb)
        ?? (Stems.Turkish.Ends(small, small.Length - 1) == 0 ? Question(small) : null)
        ?? (Stretched.HasRun(small) ? Stretched.Mend(small, TurkishWords.IsWord) : null);

    static string? Slang(string small) => Chat.Wish(small, TurkishWords.IsVerb) ?? Stretched.Mend(small, TurkishWords.IsWord);

    /// <summary>The two words from here on, misspelt as a pair: <c>hiç bir</c>.</summary>
    static string? Pair(string text, List<Token> tokens, int at, string small)
    {
        if (!Misspellings.Turkish.Begins(small) || at + 1 >= tokens.Count) return null;

        var next = tokens[at + 1];
        return next.Sort is Sort.Word && next.Start == tokens[at].End + 1 && text[tokens[at].End] == ' ' && next.Length < 20
            ? Misspellings.Turkish.Mend($"{small} {Letters.Lower(next.In(text), turkish: true)}") : null;
    }

    static bool Takes(string mended, int length)
    {
        var last = mended.LastIndexOf(' ') + 1;
        return Morphology.Turkish.Ends(mended.AsSpan(last), length - last, 1UL << Morphology.State('n')) != 0;
    }

    /// <summary><c>geldinmi</c>: no word, but a verb and its question.</summary>
    static string? Question(string small)
    {
        for (var at = small.Length - 2; at > 1 && at > small.Length - 10; at--)
        {
            if (small[at] != 'm' || small[at + 1] is not ('ı' or 'i' or 'u' or 'ü')) continue;
            if (Clitics.IsQuestion(small.AsSpan(at)) && (TurkishWords.IsVerb(small[..at]) || Asked.Contains(small[..at]))) return $"{small[..at]} {small[at..]}";
        }
        return null;
    }

    static bool IsForeign(string small) => small.AsSpan().ContainsAny("qwx") || !small.All(letter => Letters.IsTurkish(letter) || letter is >= 'a' and <= 'z' or 'â' or 'î' or 'û');

    /// <summary>Part of a name (<c>Ankara'da</c>), a path, a number or a code.</summary>
    public static bool IsBesideSigns(string text, Token token) =>
        (token.Start > 0 && text[token.Start - 1] is '\'' or '’' or '_' or '/' or '\\' or '@' or '#' or '$' or '&' or '*' or '+' or '=' or '<')
        || (token.End < text.Length && text[token.End] is '\'' or '’' or '_' or '/' or '\\' or '@' or '*' or '+' or '=' or '<')
        || (token.Start > 1 && text[token.Start - 1] is '.' or '-' && char.IsLetterOrDigit(text[token.Start - 2]))
        || (token.End + 1 < text.Length && text[token.End] is '.' or '-' && char.IsLetterOrDigit(text[token.End + 1]));

    static string Cased(string right, ReadOnlySpan<char> written) =>
        char.IsUpper(written[0]) ? Letters.UpperTurkish(right[0]) + right[1..] : right;
}

/// <summary>What the speller says of a word by itself.</summary>
/// <param name="Right">How it is spelt, when it is misspelt in a way that is known.</param>
/// <param name="IsSure">Misspelt even if it stands at the head of a sentence, where it might be a name.</param>
/// <param name="IsFine">A word, or nothing for this speller.</param>
/// <param name="Guesses">Asked late: to guess is dear.</param>
sealed record SpeltWord(string Small, string? Right, bool IsSure, bool IsFine, Lazy<(string Word, float Cost)?>? Guesses)
{
    public (string Word, float Cost)? Guess => Guesses?.Value;
}
