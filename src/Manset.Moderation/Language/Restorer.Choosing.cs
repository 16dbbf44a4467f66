using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>Which form of a word is the likeliest.</summary>
sealed partial class Restorer
{
    // All in the units of a logarithm of odds, as are the margins of the letter model.
    const float Commonness = 0.6f;
    const float OfStem = 3.5f;
    const float WrittenKnown = 5f;
    const float WrittenUnknown = 3.5f;

    /// <summary>How common, and by how many binary orders commoner than any other, a form must be to need no model.</summary>
    const float CommonEnough = 9;
    const float MuchCommoner = 7;

    Restoration? Choose(ReadOnlySpan<char> written, BareText words, int index, float trust)
    {
        var bare = words.Bare(index);
        if (!bare.ContainsAny(InDoubt)) return null;

        var forms = turkish.Forms(bare, words[index].Hash);
        if (IsForeign(bare, forms) || IsUnknownAcronym(written, forms)) return null;

        Span<char> asWritten = stackalloc char[bare.Length];
        for (var i = 0; i < bare.Length; i++) asWritten[i] = written[i] == 'I' && trust < SomeTrust ? 'i' : Letters.LowerTurkish(written[i]);

        var known = Known(forms, asWritten);
        if (Settled(forms, asWritten, known, trust) is { } settled)
        {
            words.Put(index, settled.Text);
            return Cased(settled.Text, written) is { } plain ? new(words[index].Token, plain, Commonness * settled.Weight, known is not null || IsPlural(asWritten, bare), true) : null;
        }

        Span<float> margins = stackalloc float[bare.Length];
        Weigh(words, index, margins);
        Span<char> beam = stackalloc char[Width * bare.Length];
        Span<float> votes = stackalloc float[Width];
        var voted = new Votes(beam, votes[..Vote(asWritten, words, index, margins, beam, votes)]);

        var floor = Letterwise(asWritten, words, index, margins, voted) + Likelihood(asWritten, known) + (known is null ? WrittenUnknown : WrittenKnown) * trust;
        var best = floor;
        Span<char> chosen = stackalloc char[bare.Length];
        asWritten.CopyTo(chosen);
        foreach (var form in forms)
        {
            if (!MayBe(form.Text, asWritten, known is null) || Letterwise(form.Text, words, index, margins, voted) + Commonness * form.Weight is var score && score <= best) continue;

            best = score;
            form.Text.CopyTo(chosen);
        }
        for (var i = 0; i < voted.Count; i++)
        {
            if (voted.Score(i) + OfStem <= best || Known(forms, voted[i]) is not null) continue;
            if (voted.Score(i) + Likelihood(voted[i], null) is var score && score <= best) continue;

            best = score;
            voted[i].CopyTo(chosen);
        }
        words.Put(index, chosen);
        return Cased(chosen, written) is { } restored ? new(words[index].Token, restored, best - floor, known is not null || IsPlural(asWritten, bare), Known(forms, chosen) is not null) : null;
    }

    /// <summary>The form that the word list alone decides on; null when letters have to be weighed.</summary>
    static Form? Settled(ReadOnlySpan<Form> forms, ReadOnlySpan<char> written, Form? known, float trust)
    {
        if (forms.Length == 0) return null;

        var (first, second) = (forms[0], 0f);
        foreach (var form in forms[1..])
        {
            if (form.Weight > first.Weight) (first, second) = (form, first.Weight);
            else second = Math.Max(second, form.Weight);
        }
        if (trust >= SomeTrust) return known == first ? first : null;
        return first.Weight >= CommonEnough && first.Weight - second >= MuchCommoner && MayBe(first.Text, written, known is null) ? first : null;
    }

    /// <summary>What surrounds each letter says, as far as it does not hang on what is restored.</summary>
    void Weigh(BareText words, int index, Span<float> margins)
    {
        Span<int> places = stackalloc int[LetterContext.Fixed];
        var word = words[index];
        var before = index > 0 ? words[index - 1].Hash : 0;
        var after = index + 1 < words.Count ? words[index + 1].Hash : 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (Letters.Restored(words.Letters[word.Start + i]) == '\0') continue;
            LetterContext.ReadFixed(words.Letters, word.Start + i, i, word.Capital, before, word.Hash, after, places, model.Mask);
            margins[i] = model.Margin(places);
        }
    }

    /// <summary>How likely its letters are where they stand.</summary>
    float Letterwise(ReadOnlySpan<char> form, BareText words, int index, ReadOnlySpan<float> margins, Votes voted)
    {
        if (voted.Find(form) is >= 0 and var found) return voted.Score(found);

        var score = 0f;
        words.Put(index, form);
        for (var i = 0; i < form.Length; i++)
        {
            if (Letters.Restored(words.Bare(index)[i]) == '\0') continue;
            var margin = margins[i] + Running(words, words[index].Start + i, i);
            score += LogLikelihood(Letters.IsTurkish(form[i]) ? margin : -margin);
        }
        return score;
    }

    /// <summary>Of a form without its surroundings.</summary>
    float Likelihood(ReadOnlySpan<char> form, Form? known) => known is not null ? Commonness * known.Weight : form.Length > 3 && stems.Ends(form) != 0 ? OfStem : 0;

    static Form? Known(ReadOnlySpan<Form> forms, ReadOnlySpan<char> word)
    {
        foreach (var form in forms)
            if (word.SequenceEqual(form.Text)) return form;
        return null;
    }

    /// <summary>The plural of a word is a word, also one that the lexicon has not met: <c>sisler</c>.</summary>
    bool IsPlural(ReadOnlySpan<char> word, ReadOnlySpan<char> bare) =>
        word.Length > 4 && word[^3..] is "lar" or "ler" && Known(turkish.Forms(bare[..^3]), word[..^3]) is not null;

    /// <summary>A Turkish letter that was written is kept; only an <c>ı</c> in a word nobody knows may have been meant as <c>i</c>.</summary>
    static bool MayBe(string form, ReadOnlySpan<char> written, bool unknown)
    {
        for (var i = 0; i < form.Length; i++)
            if (form[i] != written[i] && written[i] != Letters.Fold(written[i]) && !(unknown && written[i] == 'ı')) return false;
        return true;
    }
}
