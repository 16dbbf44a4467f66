namespace Manset.Wire.Clusters;

/// <summary>
/// What a text speaks of: names, figures and things, which are the same in another language, and words by their first five letters,
/// which for Turkish retrieve as well as stems do (F. Can et al., "Information retrieval on Turkish texts", JASIST 2008).
/// </summary>
static class Terms
{
    const int Stem = 5, MostNames = 14, MostFigures = 6, MostThings = 8, MostWords = 14;
    /// <summary>News stands at the top; what comes later is background.</summary>
    const int Deep = 350;

    public static IReadOnlyList<Term> Of(IReadOnlyList<Word> headline, IReadOnlyList<Word> text, string language)
    {
        var words = Glossary.In(language);
        var known = new Dictionary<string, Seen>();
        Count(headline, IsShouted(headline) ? 0 : 3, 3, words, known);
        Count(text.Count > Deep ? [.. text.Take(Deep)] : text, 2, 1, words, known);

        var found = known.Values.Where(seen => seen.Kind != TermKind.Name || seen.Inside || !words.IsCommon(seen.Text)).OrderByDescending(seen => seen.Count).ThenBy(seen => seen.First).ToLookup(seen => seen.Kind);
        return
        [
            .. found[TermKind.Name].Take(MostNames).Concat(found[TermKind.Figure].Take(MostFigures)).Concat(found[TermKind.Thing].Take(MostThings))
                .Concat(found[TermKind.Word].Take(MostWords)).Select(seen => Term.Of(seen.Kind, seen.Text)).Distinct(),
        ];
    }

    sealed class Seen(TermKind kind, string text, int first)
    {
        public TermKind Kind => kind;
        public string Text => text;
        public int First => first;
        public int Count { get; set; }
        public bool Inside { get; set; }
    }

    static void Count(IReadOnlyList<Word> words, int ofName, int ofWord, Glossary glossary, Dictionary<string, Seen> known)
    {
        foreach (var word in words)
        {
            var (kind, text) = KindOf(word, glossary, ofName > 0);
            if (text is null) continue;

            var key = $"{(int)kind}{text}";
            if (!known.TryGetValue(key, out var seen)) known[key] = seen = new(kind, text, known.Count);
            seen.Count += kind is TermKind.Word ? ofWord : Math.Max(ofName, ofWord);
            seen.Inside |= !word.Opens;
        }
    }

    static (TermKind, string?) KindOf(Word word, Glossary glossary, bool capitalsTell)
    {
        if (word.Figure) return (TermKind.Figure, word.Folded.Length >= 2 && !IsYear(word.Folded) ? word.Folded : null);
        if (glossary.Thing(word.Bare) is { } thing) return (TermKind.Thing, thing);
        if (glossary.IsCommon(word.Bare)) return default;
        if (capitalsTell && word.Capital && word.Bare.Length >= 2) return (TermKind.Name, word.Bare);
        return (TermKind.Word, word.Bare.Length < 4 ? null : $"{glossary.Language}:{(word.Bare.Length > Stem ? word.Bare[..Stem] : word.Bare)}");
    }

    static bool IsYear(string figure) => figure.Length == 4 && (figure.StartsWith("19", StringComparison.Ordinal) || figure.StartsWith("20", StringComparison.Ordinal));

    /// <summary>In headlines where each word begins with a capital, capitals say nothing.</summary>
    static bool IsShouted(IReadOnlyList<Word> headline) => headline.Count > 3 && headline.Count(word => word.Capital || word.Figure) > headline.Count * 0.7;
}
