using System.Collections.Frozen;

namespace Manset.Moderation.Offence;

/// <summary>Whether what stands behind a stem is a chain of suffixes. Bare letters: harmony is seen in <c>a</c> and <c>e</c> only.</summary>
static class Suffixes
{
    const int Longest = 24;

    // Back-vowel suffixes are made from these by turning e into a.
    static readonly string[] Front =
    [
        // number, possession, case
        "ler", "i", "u", "si", "su", "yi", "yu", "ni", "nu", "m", "im", "um", "n", "in", "un", "miz", "muz", "imiz", "umuz", "niz", "nuz", "iniz", "unuz",
        "nin", "nun", "e", "ye", "ne", "de", "te", "nde", "den", "ten", "nden", "le", "yle", "ki", "ce", "nce",
        // copula, person, questions written together
        "dir", "dur", "tir", "tur", "yim", "yum", "sin", "sun", "siniz", "sunuz", "siz", "suz", "yiz", "yuz", "iz", "uz", "ydi", "ydu", "ymis", "ymus",
        "di", "du", "ti", "tu", "mis", "mus", "se", "yse", "ken", "yken", "misin", "musun", "misiniz", "musunuz",
        // words from words
        "li", "lu", "lik", "luk", "lig", "lug", "ci", "cu", "cik", "cuk", "cig", "cug", "ceg", "cegiz", "lesin", "les", "lesti", "lesmis", "cesine", "imsi", "umsu"
    ];

    static readonly FrozenSet<string> Turkish = Front.Concat(Front.Select(suffix => suffix.Replace('e', 'a'))).ToFrozenSet();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TurkishSuffixes = Turkish.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string> English = new[] { "s", "es", "ed", "d", "er", "ers", "ing", "in", "ings", "y", "ies", "ish", "ly", "ness", "est" }.ToFrozenSet();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishSuffixes = English.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsEnglish(ReadOnlySpan<char> rest) => EnglishSuffixes.Contains(rest);

    /// <param name="rest">Bare small letters behind the stem.</param>
    /// <param name="back">Whether the last vowel of the stem is one of a, ı, o, u.</param>
    public static bool IsTurkish(ReadOnlySpan<char> rest, bool back)
    {
        if (rest.Length > Longest) return false;

        // Bit i: a chain of suffixes may end at letter i.
        var reached = 1u;
        for (var from = 0; from < rest.Length; from++)
        {
            if ((reached >> from & 1) == 0) continue;
            for (var length = 1; length <= 7 && from + length <= rest.Length; length++)
            {
                var suffix = rest.Slice(from, length);
                if (TurkishSuffixes.Contains(suffix) && !suffix.Contains(back ? 'e' : 'a')) reached |= 1u << (from + length);
            }
        }
        return (reached >> rest.Length & 1) == 1 || (back && rest.EndsWith("ken") && IsTurkish(rest[..^3], back));
    }

    /// <summary>You are it (<c>aptalsın</c>), or it is yours (<c>aptallığınız</c>).</summary>
    public static bool IsSecondPerson(string rest) => rest.EndsWith("sin", StringComparison.Ordinal) || rest.EndsWith("sun", StringComparison.Ordinal)
        || rest.EndsWith("iniz", StringComparison.Ordinal) || rest.EndsWith("unuz", StringComparison.Ordinal);

    /// <summary>The state, not a person in it: <c>ahlaksızlık</c>.</summary>
    public static bool IsAbstract(string rest) => rest.StartsWith("lik", StringComparison.Ordinal) || rest.StartsWith("lig", StringComparison.Ordinal)
        || rest.StartsWith("luk", StringComparison.Ordinal) || rest.StartsWith("lug", StringComparison.Ordinal);
}
