namespace Manset.Moderation.Learnt;

/// <summary>What the learnt models answer, each a place in their output.</summary>
static class Questions
{
    public const int Count = 8;

    /// <summary>Would readers of tweets call it offensive?</summary>
    public const int Tweet = 0;

    /// <summary>Of the Turkish model: is it like a comment under a picture rather than a tweet or a plain sentence? Each has its own idea of what offends.</summary>
    public const int Chatty = 1;

    /// <summary>Of the English model in the same place: does this word offend by itself?</summary>
    public const int Word = 1;

    public const int Insult = 2;
    public const int Profanity = 3;
    public const int Racism = 4;
    public const int Sexism = 5;
    public const int Belief = 6;

    /// <summary>Would those who read comments call it offensive?</summary>
    public const int Comment = 7;
}
