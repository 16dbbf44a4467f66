using Manset.Moderation.Learnt;

namespace JudgeTrainer;

/// <summary>Single words that annotators marked, or left, in the comments of toxicspans-en.</summary>
static class WordLessons
{
    const int OneInSo = 3;

    /// <summary>Every marked word, and one in three of the others, with the sign of its answer.</summary>
    public static IEnumerable<(Row Row, float Sign)> Of(Matrix matrix, int places)
    {
        var turn = 0;
        foreach (var (text, word, marked) in Words(matrix, held: false))
            if (marked || turn++ % OneInSo == 0) yield return (Row.Of(text, word, places), marked ? 1 : -1);
    }

    /// <summary>Where what is found and what is marked agree best on the held back comments.</summary>
    public static float Threshold(Matrix matrix, LinearModel linear) => Report.BestF1(
        [.. Words(matrix, held: true).Select(item => (linear.Alone(item.Text, item.Word, Questions.Word), item.Marked))]);

    static IEnumerable<(LearntText Text, LearntWord Word, bool Marked)> Words(Matrix matrix, bool held)
    {
        for (var i = 0; i < matrix.Lessons.Count; i++)
        {
            if (matrix.Lessons[i] is not { Spans: { } spans } lesson || lesson.IsHeldBack != held) continue;

            foreach (var word in matrix.Texts[i].Words)
            {
                var token = matrix.Tokens[i][word.Token];
                yield return (matrix.Texts[i], word, spans.Exists(span => token.Start < span.End && token.End > span.Start));
            }
        }
    }
}
