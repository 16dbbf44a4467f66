using System.Buffers;
using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>
/// Restores Turkish letters. Of the forms a word may have (those of the lexicon with the same bare letters, the one its letters
/// vote for, and the one that was written) it takes the likeliest: surroundings of every letter, commonness of the form, and what
/// was written, which counts for more the more Turkish letters the rest of the text has.
/// </summary>
sealed partial class Restorer(Lexicon turkish, Lexicon english, LetterModel model)
{
    const float Commonness = 0.6f;
    const float WrittenKnown = 5f;
    const float WrittenUnknown = 3.5f;
    const int LongestWord = 48;

    static readonly SearchValues<char> InDoubt = SearchValues.Create("cgiosu");
    static readonly Lazy<Restorer> Shipped = new(() => new(Lexicon.Turkish, Lexicon.English, LetterModel.Default));

    public static Restorer Default => Shipped.Value;

    public string Restore(string text)
    {
        var tokens = Tokens.Of(text);
        var changes = Changes(text, tokens);
        if (changes.Count == 0) return text;

        var letters = text.ToCharArray();
        foreach (var change in changes) change.Restored.CopyTo(0, letters, tokens[change.Token].Start, change.Restored.Length);
        return new(letters);
    }

    public List<Restoration> Changes(string text, List<Token> tokens)
    {
        var changes = new List<Restoration>();
        var words = BareText.Of(text, tokens);
        if (IsForeign(words)) return changes;

        var trust = Trust(text, tokens);
        for (var i = 0; i < words.Words.Count; i++)
        {
            var token = tokens[words.Words[i].Token];
            if (token.Length > LongestWord || (token.Length < 2 && !words.IsSuffix(i))) continue;

            if (Choose(token.In(text), words, i, trust) is { } restored)
                changes.Add(new(words.Words[i].Token, restored.Text, restored.Margin, restored.WasWord, restored.IsWord));
        }
        return changes;
    }

    (string Text, float Margin, bool WasWord, bool IsWord)? Choose(ReadOnlySpan<char> written, BareText words, int index, float trust)
    {
        var bare = words.Bare(index);
        if (!bare.ContainsAny(InDoubt)) return null;

        var forms = turkish.Forms(bare);
        if (IsForeign(bare, forms) || IsUnknownAcronym(written, forms)) return null;

        Span<float> margins = stackalloc float[bare.Length];
        Span<char> asWritten = stackalloc char[bare.Length];
        Span<char> voted = stackalloc char[bare.Length];
        Weigh(words, index, margins);
        for (var i = 0; i < bare.Length; i++)
        {
            asWritten[i] = Letters.LowerTurkish(written[i]);
            if (written[i] == 'I' && trust < 0.2f) asWritten[i] = 'i';
            voted[i] = asWritten[i] == bare[i] && margins[i] > 0 ? Letters.Restored(bare[i]) : asWritten[i];
        }

        var known = Known(forms, asWritten);
        var floor = Score(asWritten, margins, known) + (known is null ? WrittenUnknown : WrittenKnown) * trust;
        var best = floor;
        var chosen = (ReadOnlySpan<char>)asWritten;
        foreach (var form in forms)
        {
            if (!MayBe(form.Text, asWritten, known is null)) continue;
            var score = Score(form.Text, margins, form);
            if (score <= best) continue;
            best = score;
            chosen = form.Text;
        }
        if (Known(forms, voted) is null && Score(voted, margins, null) is var vote && vote > best)
        {
            best = vote;
            chosen = voted;
        }
        return Cased(chosen, written) is { } restored ? (restored, best - floor, known is not null || IsPlural(asWritten, bare), Known(forms, chosen) is not null) : null;
    }

    /// <summary>The plural of a word is a word, also one that the lexicon has not met: <c>sisler</c>.</summary>
    bool IsPlural(ReadOnlySpan<char> word, ReadOnlySpan<char> bare) =>
        word.Length > 4 && word[^3..] is "lar" or "ler" && Known(turkish.Forms(bare[..^3]), word[..^3]) is not null;

    void Weigh(BareText words, int index, Span<float> margins)
    {
        Span<int> places = stackalloc int[LetterContext.Count];
        var word = words.Words[index];
        var before = index > 0 ? words.Words[index - 1].Hash : 0;
        var after = index + 1 < words.Words.Count ? words.Words[index + 1].Hash : 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (Letters.Restored(words.Letters[word.Start + i]) == '\0') continue;
            LetterContext.Read(words.Letters, word.Start + i, i, before, word.Hash, after, places, model.Mask);
            margins[i] = model.Margin(places);
        }
    }

    static float Score(ReadOnlySpan<char> form, ReadOnlySpan<float> margins, Form? known)
    {
        var score = known is null ? 0 : Commonness * known.Weight;
        for (var i = 0; i < form.Length; i++) score += (Letters.IsTurkish(form[i]) ? margins[i] : -margins[i]) / 2;
        return score;
    }

    static Form? Known(Form[] forms, ReadOnlySpan<char> word)
    {
        foreach (var form in forms)
            if (word.SequenceEqual(form.Text)) return form;
        return null;
    }

    /// <summary>A Turkish letter that was written is kept; only an <c>ı</c> in a word nobody knows may have been meant as <c>i</c>.</summary>
    static bool MayBe(string form, ReadOnlySpan<char> written, bool unknown)
    {
        for (var i = 0; i < form.Length; i++)
            if (form[i] != written[i] && written[i] != Letters.Fold(written[i]) && !(unknown && written[i] == 'ı')) return false;
        return true;
    }

    /// <summary>The form with the capitals of what was written; null when nothing changes.</summary>
    static string? Cased(ReadOnlySpan<char> form, ReadOnlySpan<char> written)
    {
        var changed = false;
        Span<char> cased = stackalloc char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            cased[i] = char.IsUpper(written[i]) ? Letters.UpperTurkish(form[i]) : form[i];
            if (cased[i] is 'â' or 'î' or 'û') cased[i] = written[i];
            changed |= cased[i] != written[i];
        }
        return changed ? new(cased) : null;
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
}
