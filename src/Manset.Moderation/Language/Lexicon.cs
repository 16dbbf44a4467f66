using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

[Flags]
enum Kind { Word = 0, Name = 1, Acronym = 2 }

/// <param name="Text">In small letters.</param>
/// <param name="Weight">How common: the binary logarithm of its count.</param>
sealed record Form(string Text, float Weight, Kind Kind);

/// <summary>The words of a language, found by their bare letters: <c>olu</c> gives <c>ölü</c> and <c>olu</c>.</summary>
sealed class Lexicon
{
    const float CommonAcronym = 12;
    const int Longest = 64;

    static readonly Lazy<Lexicon> TurkishWords = new(() => new(WordTable.Load("lexicon.tr.bin")));
    static readonly Lazy<Lexicon> EnglishWords = new(() => new(WordTable.Load("lexicon.en.bin")));

    readonly WordTable table;

    /// <summary>Made when they are first asked for.</summary>
    readonly Form?[] forms;

    internal Lexicon(WordTable table) => (this.table, forms) = (table, new Form?[table.Count]);

    internal Lexicon(IEnumerable<Form> words) : this(Table(words))
    {
    }

    public static Lexicon Turkish => TurkishWords.Value;
    public static Lexicon English => EnglishWords.Value;

    public static Lexicon Of(string language) => language == "tr" ? Turkish : English;

    public int Count => table.Count;

    public ReadOnlySpan<char> this[int word] => table[word];

    public ReadOnlySpan<Form> Forms(ReadOnlySpan<char> bare) => Forms(bare, LetterContext.Hash(bare));

    /// <param name="hash">Of the bare letters.</param>
    public ReadOnlySpan<Form> Forms(ReadOnlySpan<char> bare, uint hash)
    {
        var (from, to) = table.Find(hash);
        if (from == to || !IsBare(table[from], bare)) return [];

        for (var i = from; i < to; i++) forms[i] ??= new(new(table[i]), (table.Value(i) >> 2) / 10f, (Kind)(table.Value(i) & 3));
        return forms.AsSpan(from, to - from)!;
    }

    public Form? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return null;

        Span<char> bare = stackalloc char[Longest];
        for (var i = 0; i < word.Length; i++) bare[i] = Letters.Fold(word[i]);
        foreach (var form in Forms(bare[..word.Length]))
            if (word.SequenceEqual(form.Text)) return form;
        return null;
    }

    /// <summary>The commonest word that it may be, whatever its case and marks.</summary>
    public Form? Likeliest(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return null;

        Span<char> bare = stackalloc char[Longest];
        Form? likeliest = null;
        foreach (var form in Forms(Letters.Fold(word, bare)))
            if (likeliest is null || form.Weight > likeliest.Weight) likeliest = form;
        return likeliest;
    }

    /// <summary>As it is shipped.</summary>
    internal static WordTable Table(IEnumerable<Form> words)
    {
        var seen = new HashSet<uint>();
        var groups = words.GroupBy(form => Letters.Fold(form.Text)).Select(group => (Bare: group.Key, Hash: LetterContext.Hash(group.Key), Forms: group.ToList()))
            .OrderByDescending(group => group.Forms.Max(form => form.Weight)).ThenBy(group => group.Bare, StringComparer.Ordinal);

        // Of two words with one hash the rarer is left out: a handful among all.
        return new(groups.Where(group => seen.Add(group.Hash))
            .SelectMany(group => group.Forms.Select(form => (form.Text, group.Hash, (ushort)((int)MathF.Round(form.Weight * 10) << 2 | (int)form.Kind)))));
    }

    /// <summary>Acronyms written down by hand.</summary>
    internal static IEnumerable<Form> Acronyms()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("acronyms.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var acronym in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return new(acronym, CommonAcronym, Kind.Acronym);
        }
    }

    static bool IsBare(ReadOnlySpan<char> word, ReadOnlySpan<char> bare)
    {
        if (word.Length != bare.Length) return false;

        for (var i = 0; i < word.Length; i++)
            if (Letters.Fold(word[i]) != bare[i]) return false;
        return true;
    }
}
