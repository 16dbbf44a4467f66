using System.Numerics;

namespace Manset.Moderation.Spelling;

/// <summary>Whether a chain of suffixes may stand behind a stem: a small automaton walked letter by letter, each place and state once.</summary>
sealed class Morphology
{
    public const int Longest = 40;
    const int States = 26 * 2;

    const string Alphabet = "abcçdefgğhıijklmnoöprsştuüvyz";

    /// <summary>Of each state, by the letter they may begin with.</summary>
    readonly Suffix[][] suffixes;

    Morphology(IEnumerable<List<Suffix>> states) =>
        suffixes = [.. states.SelectMany(state => Alphabet.Select(letter => state.FindAll(suffix => suffix.MayBegin(letter)).ToArray()))];

    public static Morphology Turkish { get; } = Load();

    /// <summary>The state of plain nouns, and of plain verbs; capital ones are verbs that take only some suffixes.</summary>
    public static int State(char name) => char.IsAsciiLetterLower(name) ? name - 'a' : 26 + name - 'A';

    /// <param name="from">Where the stem ends.</param>
    /// <param name="states">The states it may be in, as bits.</param>
    /// <param name="front">See <see cref="Suffix.End"/>.</param>
    /// <returns>The states in which the word may end, as bits; 0 when it may not.</returns>
    public ulong Ends(ReadOnlySpan<char> word, int from, ulong states, bool? front = null)
    {
        if (word.Length > Longest) return 0;

        Span<ulong> reached = stackalloc ulong[word.Length + 1];
        reached.Clear();
        reached[from] = states;
        for (var at = from; at < word.Length; at++)
        {
            if (reached[at] == 0 || Alphabet.IndexOf(word[at]) is not (>= 0 and var letter)) continue;

            for (var open = reached[at]; open != 0; open &= open - 1)
            {
                foreach (var suffix in suffixes[BitOperations.TrailingZeroCount(open) * Alphabet.Length + letter])
                {
                    var end = suffix.End(word, at, at == from ? front : null);
                    if (end > at) reached[end] |= 1UL << suffix.To;
                }
            }
        }
        return reached[word.Length] & ((1UL << 26) - 1);
    }

    static Morphology Load()
    {
        var table = Enumerable.Range(0, States).Select(_ => new List<Suffix>()).ToArray();
        using var stream = typeof(Morphology).Assembly.GetManifestResourceStream("suffixes.tr.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            var parts = line.Split(' ');
            foreach (var state in parts[0].Split(','))
                foreach (var pattern in parts.AsSpan(2)) table[State(state[0])].Add(new(pattern, State(parts[1][0])));
        }
        return new(table);
    }
}
