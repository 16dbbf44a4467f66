using Manset.Copy;

namespace Manset.Desk.Shares;

/// <summary>A stretch of a text, in characters, that stands in a source as well.</summary>
public readonly record struct SharedRun(int Start, int End, int Source, int Words);

/// <summary>
/// Finds what of a text stands word for word in others: common runs of at least <see cref="Shortest"/> words, found by hashes of as many
/// (Karp–Rabin), and laid over the text the longest first, so that each word belongs to one source: after M. J. Wise, "String similarity
/// via greedy string tiling and Running Karp–Rabin matching", 1993. Unlike Wise's tiles these may use a source's words twice, and what
/// a longer run leaves of a shorter one still counts: what is asked is how much of the text is theirs, not how much of theirs was
/// used. Case, quotes and punctuation count for nothing. Time and memory grow with the length of the texts alone.
/// </summary>
public static class SharedRuns
{
    /// <summary>Five words are seldom the same by chance, and an agency's sentence that was worked over still has some.</summary>
    public const int Shortest = 5;
    /// <summary>Where a source says the same words again and again, the first few places tell enough.</summary>
    const int MostPlaces = 8;

    /// <param name="fields">Runs do not go from one into the next.</param>
    /// <param name="sources">Of each source all its texts.</param>
    /// <returns>For each field its runs, in order; and how many words it has.</returns>
    public static IReadOnlyList<(IReadOnlyList<SharedRun> Runs, int Words)> Of(IReadOnlyList<string> fields, IReadOnlyList<IReadOnlyList<string>> sources)
    {
        var text = new Tokens(fields);
        var laid = new int?[text.Count];
        var others = sources.Select(texts => new Tokens(texts)).ToList();
        foreach (var run in others.SelectMany((source, number) => Matches(text, source, number)).OrderByDescending(run => run.Length).ThenBy(run => run.Source).ThenBy(run => run.Start))
            for (var at = run.Start; at < run.Start + run.Length; at++) laid[at] ??= run.Source;
        return [.. fields.Select((_, field) => (Spans(text, laid, field), text.WordsOf(field)))];
    }

    readonly record struct Match(int Start, int Length, int Source);

    /// <summary>Common runs that together hold every word that lies in any; and a short field, a headline mostly, that is a source's whole text.</summary>
    static IEnumerable<Match> Matches(Tokens text, Tokens other, int source)
    {
        foreach (var (first, end) in text.Ranges)
            if (end - first is > 0 and < Shortest && other.Ranges.Any(range => range.End - range.First == end - first && Common(text, first, other, range.First) == end - first)) yield return new(first, end - first, source);
        var places = other.Grams(Shortest);
        for (var at = 0; at + Shortest <= text.Count;)
        {
            var longest = places.TryGetValue(text.Gram(at, Shortest), out var there) ? there.Max(place => Common(text, at, other, place)) : 0;
            if (longest >= Shortest) yield return new(at, longest, source);
            // The next run of words that this one does not hold begins within its last four.
            at += longest >= Shortest ? longest - Shortest + 1 : 1;
        }
    }

    static int Common(Tokens text, int at, Tokens other, int place)
    {
        var length = 0;
        while (at + length < text.Count && place + length < other.Count && text.Same(at + length, other, place + length)) length++;
        return length;
    }

    static List<SharedRun> Spans(Tokens text, int?[] laid, int field)
    {
        var spans = new List<SharedRun>();
        var (first, end) = text.Ranges[field];
        for (var at = first; at < end;)
        {
            var (start, source) = (at, laid[at]);
            while (at < end && laid[at] == source) at++;
            if (source is { } number) spans.Add(new(text.Start(start), text.End(at - 1), number, at - start));
        }
        return spans;
    }

    /// <summary>The words of several texts one after another, with something between them that is the same as nothing.</summary>
    sealed class Tokens
    {
        readonly List<(string? Word, int Start, int End)> words = [];
        readonly List<(int First, int End)> ranges = [];

        public Tokens(IEnumerable<string> texts)
        {
            foreach (var text in texts) Add(text);
        }

        public int Count => words.Count;

        public List<(int First, int End)> Ranges => ranges;

        void Add(string text)
        {
            var first = words.Count;
            for (var at = 0; at < text.Length;)
            {
                if (!char.IsLetterOrDigit(text[at]))
                {
                    at++;
                    continue;
                }
                var start = at;
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark || Joins(text, at))) at++;
                words.Add((Folding.Of(text[start..at]).Replace("'", "", StringComparison.Ordinal), start, at));
            }
            ranges.Add((first, words.Count));
            words.Add((null, 0, 0));
        }

        static bool Joins(string text, int at) =>
            text[at] is '\'' or '’' or '‘' or 'ʼ' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

        public int Start(int at) => words[at].Start;
        public int End(int at) => words[at].End;
        public int WordsOf(int text) => ranges[text].End - ranges[text].First;

        public bool Same(int at, Tokens other, int there) => words[at].Word is { } word && word == other.words[there].Word;

        /// <summary>Only whether to look: what is found is compared word by word.</summary>
        public int Gram(int at, int length)
        {
            var hash = new HashCode();
            for (var next = 0; next < length; next++) hash.Add(words[at + next].Word, StringComparer.Ordinal);
            return hash.ToHashCode();
        }

        public Dictionary<int, List<int>> Grams(int length)
        {
            var places = new Dictionary<int, List<int>>();
            for (var at = 0; at + length <= words.Count; at++)
            {
                var gram = Gram(at, length);
                if (!places.TryGetValue(gram, out var there)) places[gram] = there = [];
                if (there.Count < MostPlaces) there.Add(at);
            }
            return places;
        }
    }
}
