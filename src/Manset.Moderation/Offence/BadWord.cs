namespace Manset.Moderation.Offence;

/// <summary>How much may stand behind an entry in the same word.</summary>
enum Ending
{
    /// <summary>Nothing.</summary>
    Bare,

    /// <summary>Suffixes of its language.</summary>
    Suffixes,

    /// <summary>Anything.</summary>
    Open
}

/// <param name="Text">Small letters, with Turkish letters; the words of a phrase parted by a space.</param>
/// <param name="Rule">The rule it breaches; null for a word that is innocent though it begins like a bad one.</param>
/// <param name="Addressed">An ordinary word (<c>eşek</c>) that insults only when said to or of somebody.</param>
sealed record BadWord(string Text, string? Rule, double Strength, Ending Ending, bool Addressed, bool Turkish);

/// <summary>A bad word found.</summary>
/// <param name="Start">Into the text as it was sent.</param>
/// <param name="Disguised">Masked, stretched, spaced out or written with look-alikes.</param>
readonly record struct Hit(BadWord Word, int Start, int End, string Suffix, bool Disguised);
