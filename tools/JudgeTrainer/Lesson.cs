using Manset.Moderation.Learnt;

namespace JudgeTrainer;

/// <summary>A text with its right answers.</summary>
/// <param name="Fold">0 to 9; 0 and 1 are development data.</param>
/// <param name="Answers">One for each question: 0 or 1, or not a number where the set does not say.</param>
/// <param name="Weight">How much it counts beside others.</param>
sealed record Lesson(string Text, string Set, int Fold, float[] Answers, float Weight = 1)
{
    /// <summary>The words that were marked as offensive, when the set says.</summary>
    public List<(int Start, int End)>? Spans { get; init; }

    /// <summary>Whether its set calls it offensive: 0, 1 or not a number. Each set answers the one of two questions that is its own.</summary>
    public float Offensive => float.IsNaN(Answers[Questions.Tweet]) ? Answers[Questions.Comment] : Answers[Questions.Tweet];

    public bool IsHeldBack => Fold <= 1;
}
