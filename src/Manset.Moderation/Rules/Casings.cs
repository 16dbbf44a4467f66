using Manset.Moderation.Language;
using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>How print would write each word of a shouted text: one after the other, each seeing how those before it were written.</summary>
static class Casings
{
    const int LongestWord = 64;

    /// <returns>By token; those that are no words are small.</returns>
    public static Casing[] Of(Reading reading)
    {
        var (text, tokens, bench) = (reading.Text, reading.Tokens, reading.Bench);
        var words = Words(text, Small(text, bench.Turkish), tokens, bench.Words, bench.Turkish);
        var casings = new Casing[tokens.Count];
        for (var at = 0; at < words.Count; at++)
        {
            var (token, _) = words[at];
            var written = tokens[token].In(text);
            casings[token] = IsNumeral(written) || (!bench.Turkish && written is "I") ? Casing.Capitals
                : IsInitial(written, words[at].Word.Sign) ? Casing.Capital
                : !bench.Turkish && at > 0 && PointsAt(words[at - 1].Word.Bare) && words[at].Word.Form is { Kind: Kind.Word } ? Casing.Small
                : bench.Casing.Choose(Around(words, at), (Before(1), Before(2))) is var chosen && chosen is Casing.Small && StartsSentence(text, tokens, token) ? Casing.Capital
                : chosen;

            Casing Before(int back) => at >= back && !StartsSentence(text, tokens, words[at - back + 1].Token) ? casings[words[at - back].Token] : Casing.Small;
        }
        return casings;
    }

    /// <summary>The words of a text that are no suffixes behind an apostrophe, and their tokens.</summary>
    /// <param name="small">The same in small letters.</param>
    public static List<(int Token, ShoutedWord Word)> Words(string text, string small, List<Token> tokens, Lexicon lexicon, bool turkish)
    {
        var words = new List<(int, ShoutedWord)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Sort is not Sort.Word || tokens[i].Length > LongestWord || IsSuffix(text, tokens[i])) continue;

            var bare = Letters.Fold(tokens[i].In(text));
            var form = lexicon.Likeliest(bare);
            var stem = turkish ? StemOf(form?.Text ?? small[tokens[i].Start..tokens[i].End], lexicon) : 0;
            words.Add((i, new(bare, form, stem, Names.Of(bare), Open(text, tokens[i].Start), Sign(text, tokens[i].End))));
        }
        return words;
    }

    /// <summary>In small letters, and with the Turkish ones where none was written.</summary>
    static string Small(string text, bool turkish)
    {
        var small = Letters.Lower(text, turkish);
        return turkish && !Letters.HasTurkish(text) ? Restorer.Default.Restore(small.Replace('ı', 'i')) : small;
    }

    /// <summary>What an English word that points stands before is a thing, not a name.</summary>
    static bool PointsAt(string bare) => bare is "this" or "that" or "these" or "those" or "every" or "each";

    static bool IsNumeral(ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyExcept("IVX");

    /// <summary>A letter by itself is a name's first; <c>o</c> is a word, and so may other vowels be.</summary>
    static bool IsInitial(ReadOnlySpan<char> word, char sign) => word.Length == 1 && (sign == '.' ? word[0] != 'O' : !"AEIİOÖUÜ".Contains(word[0], StringComparison.Ordinal));

    /// <summary>Of what the word is made: nothing, a stem nobody knows, a name, a rare word, a common one, a verb.</summary>
    static uint StemOf(string small, Lexicon lexicon)
    {
        var best = 0u;
        for (var length = Stems.Turkish.Longest(small, small.Length); length > 0; length = Stems.Turkish.Longest(small, length - 1))
        {
            var stem = small[..length];
            if (length == small.Length && lexicon.Find(stem) is null) { best = Math.Max(best, 1); continue; }

            var isVerb = (Stems.Turkish.Of(stem) & (Stem.Verb | Stem.HardVerb)) != 0 && lexicon.Find(stem + (Vowels.IsFront(Vowels.Last(stem)) ? "mek" : "mak")) is not null;
            best = Math.Max(best, isVerb ? 5u : lexicon.Find(stem) is not { } form ? 1u : form.Kind is not Kind.Word ? 2u : form.Weight < 8 ? 3u : 4u);
        }
        return best;
    }

    public static ShoutedWord[] Around(List<(int Token, ShoutedWord Word)> words, int at)
    {
        var around = new ShoutedWord[5];
        for (var i = 0; i < around.Length; i++) around[i] = at + i - 2 is var place && place >= 0 && place < words.Count ? words[place].Word : ShoutedWord.None;
        return around;
    }

    public static bool IsSuffix(string text, Token token) => token.Start is > 1 and var start && text[start - 1] is '\'' or '’' && char.IsLetter(text[start - 2]);

    public static bool StartsSentence(string text, List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            var token = tokens[i];
            if (token.Sort is not Sort.Sign) return token.Sort is Sort.Mention;
            if (text[token.Start] is '.' or '!' or '?' or '…') return true;
        }
        return true;
    }

    static char Open(string text, int start) => start == 0 || char.IsWhiteSpace(text[start - 1]) ? '\0' : text[start - 1] switch { '“' or '”' or '«' or '\'' or '‘' or '’' => '"', var sign => sign };

    static char Sign(string text, int end) => end >= text.Length ? '.' : text[end] switch { '’' => '\'', '?' or '!' or '…' => '.', var sign => char.IsWhiteSpace(sign) ? '\0' : sign };
}
