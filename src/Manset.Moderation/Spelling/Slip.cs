namespace Manset.Moderation.Spelling;

enum SlipKind
{
    /// <summary>A misspelling that is well known, or follows a pattern of chat: sure, with its mend.</summary>
    Known,

    /// <summary>No word, but one letter away from one.</summary>
    Near,

    /// <summary>No word, and the next one is a guess.</summary>
    Far,

    /// <summary>No word that the lists know.</summary>
    Unknown,

    /// <summary><c>de, ki, mi</c> joined or apart where it should be the other way.</summary>
    Clitic,

    /// <summary>A sentence without its capital or its stop.</summary>
    Sentence
}

/// <param name="Start">In the text, as is <paramref name="End"/>.</param>
/// <param name="Mended">What to write there; null when nobody can say.</param>
readonly record struct Slip(int Start, int End, string? Mended, SlipKind Kind);
