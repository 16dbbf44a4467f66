using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>The words of a text in bare small letters, parted by single spaces, and beside them as they were restored so far: what the letter model reads.</summary>
/// <remarks>Each thread has one, that lasts until it reads its next text.</remarks>
sealed class BareText
{
    const int KeptLetters = 1 << 16;

    [ThreadStatic]
    static BareText? own;

    readonly List<BareWord> words = [];
    char[] letters = [];
    char[] restored = [];
    int length;

    public ReadOnlySpan<char> Letters => letters.AsSpan(0, length);

    /// <summary>Begins as what was written.</summary>
    public ReadOnlySpan<char> Restored => restored.AsSpan(0, length);

    public int Count => words.Count;

    public BareWord this[int index] => words[index];

    public ReadOnlySpan<char> Bare(int index) => letters.AsSpan(words[index].Start, words[index].Length);

    /// <summary>It stands behind an apostrophe.</summary>
    public bool IsSuffix(int index) => words[index].Start > 0 && letters[words[index].Start - 1] == '\'';

    /// <summary>Takes a form, or the beginning of one, for how a word is restored.</summary>
    public void Put(int index, ReadOnlySpan<char> form)
    {
        var to = restored.AsSpan(words[index].Start);
        for (var i = 0; i < form.Length; i++) to[i] = form[i] switch { 'â' => 'a', 'î' => 'i', 'û' => 'u', var letter => letter };
    }

    public static BareText Of(string text, List<Token> tokens)
    {
        var most = text.Length + tokens.Count + 1;
        var bare = most <= KeptLetters ? own ??= new() : new();
        bare.Read(text, tokens, most);
        return bare;
    }

    void Read(string text, List<Token> tokens, int most)
    {
        if (letters.Length < most) (letters, restored) = (new char[most], new char[most]);
        words.Clear();
        var at = 0;
        letters[at] = restored[at++] = ' ';
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort is not Sort.Word) continue;

            var start = at;
            for (var j = token.Start; j < token.End; j++, at++)
            {
                letters[at] = Text.Letters.Fold(text[j]);
                restored[at] = Text.Letters.IsTurkish(text[j]) || text[j] == 'I' ? Text.Letters.LowerTurkish(text[j]) : letters[at];
            }
            words.Add(new(i, start, token.Length, LetterContext.Hash(letters.AsSpan(start, token.Length)), Capital(text, token)));
            letters[at] = restored[at] = token.End < text.Length && text[token.End] is '\'' or '’' ? '\'' : ' ';
            at++;
        }
        length = at;
    }

    static int Capital(string text, Token token) => !char.IsUpper(text[token.Start]) ? 0 : token.Length > 1 && char.IsUpper(text[token.Start + 1]) ? 2 : 1;
}

/// <param name="Token">Which of the text's tokens it is.</param>
/// <param name="Hash">Of its bare letters.</param>
/// <param name="Capital">As <see cref="LetterContext.ReadFixed"/> takes it.</param>
readonly record struct BareWord(int Token, int Start, int Length, uint Hash, int Capital);
