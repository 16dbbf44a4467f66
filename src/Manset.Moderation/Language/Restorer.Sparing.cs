namespace Manset.Moderation.Language;

/// <summary>What is left as it was written: foreign texts, foreign words, acronyms nobody knows.</summary>
sealed partial class Restorer
{
    static bool IsUnknownAcronym(ReadOnlySpan<char> written, ReadOnlySpan<Form> forms)
    {
        if (written.Length > 5 || forms.Length > 0) return false;

        foreach (var letter in written)
            if (!char.IsUpper(letter)) return false;
        return true;
    }

    bool IsForeign(ReadOnlySpan<char> bare, ReadOnlySpan<Form> forms)
    {
        foreach (var letter in bare)
            if (letter is 'q' or 'w' or 'x' or > (char)127) return true;
        return forms.Length == 0 && english.Forms(bare).Length > 0;
    }

    /// <summary>Half of its longer words are English and nothing else: not a text to touch.</summary>
    bool IsForeign(BareText words)
    {
        var foreign = 0;
        var own = 0;
        for (var i = 0; i < words.Count && i < 400; i++)
        {
            var bare = words.Bare(i);
            if (bare.Length < 2) continue;
            var inTurkish = turkish.Forms(bare, words[i].Hash);
            var inEnglish = english.Forms(bare, words[i].Hash);
            if (inEnglish.Length == 0) { if (inTurkish.Length > 0) own++; continue; }
            if (inTurkish.Length == 0 || inEnglish[0].Weight > Most(inTurkish) + 4) foreign++;
            else if (Most(inTurkish) > inEnglish[0].Weight) own++;
        }
        return foreign > 1 && foreign > own;
    }

    static float Most(ReadOnlySpan<Form> forms)
    {
        var most = 0f;
        foreach (var form in forms) most = Math.Max(most, form.Weight);
        return most;
    }
}
