using System.Buffers;
using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>
/// Restores Turkish letters. Of the forms a word may have (those of the lexicon with the same bare letters, those its letters vote
/// for one after the other, and the one that was written) it takes the likeliest: surroundings of every letter, commonness of the
/// form or that a stem and suffixes make it, and what was written, which counts for more the more Turkish letters the rest has.
/// </summary>
sealed partial class Restorer(Lexicon turkish, Lexicon english, Stems stems, LetterModel model)
{
    const int LongestWord = 48;

    /// <summary>From here on the text is not taken for one that was typed bare.</summary>
    const float SomeTrust = 0.2f;

    static readonly SearchValues<char> InDoubt = SearchValues.Create("cgiosu");
    static readonly Lazy<Restorer> Shipped = new(() => new(Lexicon.Turkish, Lexicon.English, Stems.Turkish, LetterModel.Default));

    public static Restorer Default => Shipped.Value;

    public string Restore(string text)
    {
        var tokens = Tokens.Of(text);
        var changes = Changes(text, tokens);
        if (changes.Count == 0) return text;

        return string.Create(text.Length, (text, tokens, changes), static (letters, it) =>
        {
            it.text.CopyTo(letters);
            foreach (var change in it.changes) change.Restored.CopyTo(letters[it.tokens[change.Token].Start..]);
        });
    }

    public List<Restoration> Changes(string text, List<Token> tokens)
    {
        var changes = new List<Restoration>();
        var words = BareText.Of(text, tokens);
        if (IsForeign(words)) return changes;

        var trust = Trust(text, tokens);
        for (var i = 0; i < words.Count; i++)
        {
            var token = tokens[words[i].Token];
            if (token.Length > LongestWord || (token.Length < 2 && !words.IsSuffix(i))) continue;
            if (Choose(token.In(text), words, i, trust) is { } restored) changes.Add(restored);
        }
        return changes;
    }

    /// <summary>How many of the letters that could be Turkish are, against what is usual in Turkish prose: 0 for bare text, 1 for proper.</summary>
    static float Trust(string text, List<Token> tokens)
    {
        var restored = 0;
        var open = 0;
        foreach (var token in tokens)
        {
            if (token.Sort != Sort.Word) continue;
            foreach (var letter in token.In(text))
            {
                if (Letters.IsTurkish(letter)) restored++;
                else if (Letters.Restored(Letters.Fold(letter)) != '\0') open++;
            }
        }
        return restored == 0 ? 0 : Math.Min(1, restored / (0.25f * (restored + open)));
    }

    /// <summary>The form with the capitals of what was written; null when nothing changes.</summary>
    static string? Cased(ReadOnlySpan<char> form, ReadOnlySpan<char> written)
    {
        var changed = false;
        Span<char> cased = stackalloc char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            cased[i] = IsCircumflex(form[i]) || IsCircumflex(written[i]) ? written[i] : char.IsUpper(written[i]) ? Letters.UpperTurkish(form[i]) : form[i];
            changed |= cased[i] != written[i];
        }
        return changed ? new(cased) : null;
    }

    static bool IsCircumflex(char letter) => letter is 'â' or 'î' or 'û' or 'Â' or 'Î' or 'Û';
}
