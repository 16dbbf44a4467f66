using Manset.Moderation.Language;

namespace Manset.Moderation.Spelling;

/// <summary>What a stem is and which suffixes it takes.</summary>
[Flags]
enum Stem : ushort
{
    None = 0,
    Noun = 1,

    /// <summary>A noun whose last letter softens: not before a vowel (<c>kitap</c>).</summary>
    HardNoun = 2,

    /// <summary>A noun as it is before a vowel (<c>kitab</c>, <c>ism</c>, <c>hakk</c>).</summary>
    SoftNoun = 4,
    Verb = 8,

    /// <summary>A verb, not before a vowel (<c>git</c>).</summary>
    HardVerb = 16,

    /// <summary>A verb as it is before a vowel (<c>gid</c>, <c>di</c>).</summary>
    SoftVerb = 32,

    /// <summary>A verb whose last vowel gives way to <c>-iyor</c> (<c>başl</c>).</summary>
    Narrow = 64,

    /// <summary>Takes front suffixes against its last vowel (<c>saat</c>).</summary>
    Front = 128,

    /// <summary>A verb of one sound as it is before <c>-yor</c> (<c>di</c>).</summary>
    Short = 256
}

/// <summary>The stems of Turkish, and the words they make.</summary>
sealed class Stems
{
    static readonly ulong Noun = 1UL << Morphology.State('n');
    static readonly ulong Verb = 1UL << Morphology.State('v');
    static readonly ulong SoftVerb = 1UL << Morphology.State('W');
    static readonly ulong Narrow = 1UL << Morphology.State('Y');

    static readonly ulong Short = 1UL << Morphology.State('Z');

    readonly WordTable shipped;

    /// <summary>Those that are being found.</summary>
    readonly Dictionary<string, Stem> added = new(StringComparer.Ordinal);
    readonly Dictionary<string, Stem>.AlternateLookup<ReadOnlySpan<char>> lookup;

    internal Stems(WordTable shipped) => (this.shipped, lookup) = (shipped, added.GetAlternateLookup<ReadOnlySpan<char>>());

    static readonly Lazy<Stems> Shipped = new(() => new(WordTable.Load("stems.tr.bin")));

    public static Stems Turkish => Shipped.Value;

    public Stem Of(ReadOnlySpan<char> word)
    {
        var (from, to) = shipped.Find(LetterContext.Hash(word));
        for (var i = from; i < to; i++)
            if (word.SequenceEqual(shipped[i])) return (Stem)shipped.Value(i);
        return added.Count > 0 && lookup.TryGetValue(word, out var kind) ? kind : Stem.None;
    }

    internal void Add(string stem, Stem kind) => added[stem] = added.GetValueOrDefault(stem) | kind;

    internal IReadOnlyDictionary<string, Stem> Added => added;

    /// <summary>The states in which the word ends, as bits of <see cref="Morphology.State"/>; 0 for no word.</summary>
    /// <param name="longest">Of the stems tried.</param>
    public ulong Ends(ReadOnlySpan<char> word, int longest = Morphology.Longest)
    {
        var ends = 0UL;
        if (word.Length > Morphology.Longest) return 0;

        for (var length = Math.Min(longest, word.Length); length >= 2; length--)
        {
            if (Of(word[..length]) is not (not Stem.None and var kind)) continue;
            if (States(kind, length < word.Length ? word[length] : '\0') is not 0 and var states)
                ends |= Morphology.Turkish.Ends(word, length, states, (kind & Stem.Front) != 0 ? true : null);
        }
        return ends;
    }

    /// <summary>The length of the longest stem, no longer than <paramref name="longest"/>, that makes the word with its suffixes; 0 for none.</summary>
    public int Longest(ReadOnlySpan<char> word, int longest)
    {
        if (word.Length > Morphology.Longest) return 0;

        for (var length = Math.Min(longest, word.Length); length >= 2; length--)
        {
            if (Of(word[..length]) is not (not Stem.None and var kind)) continue;
            if (States(kind, length < word.Length ? word[length] : '\0') is not 0 and var states
                && Morphology.Turkish.Ends(word, length, states, (kind & Stem.Front) != 0 ? true : null) != 0) return length;
        }
        return 0;
    }

    static ulong States(Stem kind, char next)
    {
        var vowel = Vowels.Has(next);
        var states = 0UL;
        if ((kind & Stem.Noun) != 0 || ((kind & Stem.HardNoun) != 0 && !vowel) || ((kind & Stem.SoftNoun) != 0 && vowel)) states |= Noun;
        if ((kind & Stem.Verb) != 0 || ((kind & Stem.HardVerb) != 0 && !vowel)) states |= Verb;
        if ((kind & Stem.SoftVerb) != 0 && next != '\0') states |= SoftVerb;
        if ((kind & Stem.Narrow) != 0 && vowel) states |= Narrow;
        if ((kind & Stem.Short) != 0) states |= Short;
        return states;
    }
}
