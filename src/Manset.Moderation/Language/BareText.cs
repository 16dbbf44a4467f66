using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>The words of a text in bare small letters, parted by single spaces: what the letter model reads.</summary>
sealed class BareText(char[] letters, List<BareWord> words)
{
    public ReadOnlySpan<char> Letters => letters;

    public List<BareWord> Words => words;

    public ReadOnlySpan<char> Bare(int index) => letters.AsSpan(words[index].Start, words[index].Length);

    /// <summary>It stands behind an apostrophe.</summary>
    public bool IsSuffix(int index) => words[index].Start > 0 && letters[words[index].Start - 1] == '\'';

    public static BareText Of(string text, List<Token> tokens)
    {
        var letters = new char[text.Length + tokens.Count + 1];
        var words = new List<BareWord>(tokens.Count);
        var at = 0;
        letters[at++] = ' ';
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort is Sort.Word)
            {
                var start = at;
                for (var j = token.Start; j < token.End; j++) letters[at++] = Text.Letters.Fold(text[j]);
                words.Add(new(i, start, token.Length, LetterContext.Hash(letters.AsSpan(start, token.Length))));
                letters[at++] = token.End < text.Length && text[token.End] is '\'' or '’' ? '\'' : ' ';
            }
        }
        return new(letters[..at], words);
    }
}

/// <param name="Token">Which of the text's tokens it is.</param>
/// <param name="Hash">Of its bare letters.</param>
readonly record struct BareWord(int Token, int Start, int Length, uint Hash);
