using System.Globalization;
using System.IO.Compression;

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

    static readonly Form[] None = [];
    static readonly Lazy<Lexicon> TurkishWords = new(() => Load("lexicon.tr.txt.gz"));
    static readonly Lazy<Lexicon> EnglishWords = new(() => Load("lexicon.en.txt.gz"));

    readonly Dictionary<string, Form[]> forms;
    readonly Dictionary<string, Form[]>.AlternateLookup<ReadOnlySpan<char>> byBareLetters;

    internal Lexicon(IEnumerable<Form> words)
    {
        forms = new(65_536, StringComparer.Ordinal);
        byBareLetters = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var form in words)
        {
            var bare = Text.Letters.Fold(form.Text);
            forms[bare] = forms.TryGetValue(bare, out var others) ? [.. others, form] : [form];
        }
    }

    public static Lexicon Turkish => TurkishWords.Value;
    public static Lexicon English => EnglishWords.Value;

    public static Lexicon Of(string language) => language == "tr" ? Turkish : English;

    public IEnumerable<Form> All => forms.Values.SelectMany(same => same);

    public Form[] Forms(ReadOnlySpan<char> bare) => byBareLetters.TryGetValue(bare, out var found) ? found : None;

    public Form? Find(ReadOnlySpan<char> word)
    {
        Span<char> bare = stackalloc char[64];
        if (word.Length > bare.Length) return null;

        for (var i = 0; i < word.Length; i++) bare[i] = Text.Letters.Fold(word[i]);
        foreach (var form in Forms(bare[..word.Length]))
            if (word.SequenceEqual(form.Text)) return form;
        return null;
    }

    static Lexicon Load(string resource)
    {
        using var packed = typeof(Lexicon).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return new([.. Read(reader), .. Acronyms()]);
    }

    static IEnumerable<Form> Acronyms()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("acronyms.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var acronym in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return new(acronym, CommonAcronym, Kind.Acronym);
        }
    }

    static IEnumerable<Form> Read(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var end = line.IndexOf('\t', tab + 1);
            var kind = line[^1] switch { 'n' => Kind.Name, 'a' => Kind.Acronym, _ => Kind.Word };
            yield return new(line[..tab], int.Parse(line.AsSpan(tab + 1, end - tab - 1), CultureInfo.InvariantCulture) / 10f, kind);
        }
    }
}
