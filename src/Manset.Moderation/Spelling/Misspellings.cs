using System.Collections.Frozen;

namespace Manset.Moderation.Spelling;

/// <summary>What is often written wrongly, and how it should be.</summary>
sealed class Misspellings
{
    readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> word;
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> stem;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> firsts;

    Misspellings(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            var (wrong, right) = line.Split(" > ") switch { [var one, var other] => (one, other), _ => throw new FormatException(line) };
            if (wrong.EndsWith('*')) stems[wrong[..^1]] = right;
            words[wrong.TrimEnd('*')] = right;
        }
        word = words.GetAlternateLookup<ReadOnlySpan<char>>();
        stem = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        firsts = words.Keys.Where(key => key.Contains(' ', StringComparison.Ordinal)).Select(key => key[..key.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    static readonly Lazy<Misspellings> OfTurkish = new(() => Load("misspellings.tr.txt"));

    public static Misspellings Turkish => OfTurkish.Value;

    public static Misspellings Load(string resource)
    {
        using var stream = typeof(Misspellings).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>The whole word.</summary>
    public string? Mend(ReadOnlySpan<char> small) => word.TryGetValue(small, out var right) ? right : null;

    /// <summary>Whether a misspelling of two words begins so.</summary>
    public bool Begins(ReadOnlySpan<char> small) => firsts.Contains(small);

    /// <summary>The word without its suffixes, which stay.</summary>
    public string? MendStem(ReadOnlySpan<char> small, Func<string, int, bool> takes)
    {
        for (var length = small.Length - 1; length >= 4; length--)
        {
            if (!stem.TryGetValue(small[..length], out var right)) continue;

            var mended = string.Concat(right, small[length..]);
            return takes(mended, right.Length) ? mended : null;
        }
        return null;
    }
}
