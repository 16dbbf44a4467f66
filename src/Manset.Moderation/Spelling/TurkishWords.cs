using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>Which words are Turkish, or said in Turkish.</summary>
static class TurkishWords
{
    const float CommonShort = 10.5f;
    const float CommonEnglish = 9.5f;

    static readonly ulong VerbEnds = Bits("vatxyzbe");

    /// <summary>The states of a noun that has no case yet.</summary>

    public static readonly ulong CaselessEnds = Bits("nqlpr");

    public static bool IsWord(string small) => IsTurkish(small) || (small.AsSpan().ContainsAny('â', 'î', 'û') && IsTurkish(Plain(small)));

    public static bool IsTurkish(string small) => Stems.Turkish.Ends(small) != 0
        || (Lexicon.Turkish.Find(small) is { } form && (small.Length > 3 || form.Weight >= CommonShort || form.Kind != Kind.Word));

    public static bool IsEnglish(string small) => small.Length > 2 && Lexicon.English.Find(small) is { } form && form.Weight >= CommonEnglish;

    /// <summary>A form of a verb, made of a stem and suffixes.</summary>
    public static bool IsVerb(string small) => (Stems.Turkish.Ends(small, small.Length - 1) & VerbEnds) != 0;

    /// <summary>An order or a wish (<c>gelsin</c>), which copulas look like.</summary>
    public static bool IsVerbAtAll(string small) => (Stems.Turkish.Of(small.AsSpan(0, small.Length - 3)) & (Stem.Verb | Stem.HardVerb)) != 0;

    /// <summary>Laughter and sighs: <c>hahaha</c>, <c>hmm</c>, <c>offf</c>.</summary>
    public static bool IsSound(string small)
    {
        var distinct = 0UL;
        foreach (var letter in small)
        {
            if (letter is not (>= 'a' and <= 'z') && !Letters.IsTurkish(letter)) return false;
            distinct |= 1UL << (letter % 64);
        }
        var kinds = System.Numerics.BitOperations.PopCount(distinct);
        if (kinds <= 2 && small.Length > 1) return true;
        return kinds == 3 && small.Contains("ha", StringComparison.Ordinal) && small.Length > 4;
    }

    static string Plain(string small) => small.Replace('â', 'a').Replace('î', 'i').Replace('û', 'u');

    static ulong Bits(string states) => states.Aggregate(0UL, (bits, state) => bits | 1UL << Morphology.State(state));
}
