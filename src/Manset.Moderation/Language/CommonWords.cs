using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>The commonest words of other languages in Latin letters.</summary>
static class CommonWords
{
    public const int Tongues = 32;
    const int LongestWord = 40;

    static readonly Lazy<Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> Shipped = new(() => Load().GetAlternateLookup<ReadOnlySpan<char>>());

    /// <returns>The languages that have it, as bits; 0 for none.</returns>
    public static int Of(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[LongestWord];
        if (word.Length > small.Length) return 0;

        for (var i = 0; i < word.Length; i++) small[i] = Letters.LowerEnglish(word[i]);
        return Shipped.Value.TryGetValue(small[..word.Length], out var tongues) ? tongues : 0;
    }

    static Dictionary<string, int> Load()
    {
        var common = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        for (var tongue = 0; reader.ReadLine() is { } line;)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            foreach (var word in line.Split(' ').AsSpan(1)) common[word] = common.GetValueOrDefault(word) | 1 << tongue;
            tongue++;
        }
        return common;
    }
}
