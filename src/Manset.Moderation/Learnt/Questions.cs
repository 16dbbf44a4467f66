namespace Manset.Moderation.Learnt;

/// <summary>What the learnt models answer, each a place in their output.</summary>
static class Questions
{
    public const int Count = 8;

    /// <summary>Would readers of tweets call it offensive?</summary>
    public const int Tweet = 0;

    /// <summary>Is a plain sentence offensive?</summary>
    public const int Sentence = 1;

    /// <summary>Of the English model in the same place: does this word offend by itself?</summary>
    public const int Word = 1;

    public const int Insult = 2;
    public const int Profanity = 3;
    public const int Racism = 4;
    public const int Sexism = 5;
    public const int Belief = 6;

    /// <summary>Is it offensive, whatever kind of text it is?</summary>
    public const int Any = 7;
}
