using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>Logistic regression over hashed surroundings, AdaGrad steps, a fixed order: the same data gives the same bytes.</summary>
static class Trainer
{
    const int Places = 1 << 20;
    const int Rounds = 5;
    const float Rate = 0.2f;
    const float Decay = 2e-6f;

    /// <summary>How much a word of our own list counts, which is a stem more often than a whole word.</summary>
    const float OwnWord = 0.3f;

    /// <param name="own">The words of our own list.</param>
    public static sbyte[] Train(List<string> sentences, List<Form> words, List<string> own)
    {
        var weights = new float[Places];
        var squares = new float[Places];
        var order = new Random(20_260);
        var lessons = sentences.Select(sentence => (Text: sentence, Alone: 0f))
            .Concat(words.Where(form => form.Weight >= 8).Select(form => (form.Text, Alone: MathF.Min(1, (form.Weight - 6) / 12))))
            .Concat(own.Select(word => (Text: word, Alone: OwnWord)))
            .ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(lessons);
            var (wrong, all) = (0, 0);
            foreach (var lesson in lessons) Learn(lesson.Text, lesson.Alone, weights, squares, ref wrong, ref all);
            Console.WriteLine($"round {round + 1}: {100.0 * wrong / all:F2} % of {all} letters wrong while learning");
        }
        return Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / LetterModel.Step), -127, 127));
    }

    /// <param name="alone">0 in a sentence; else how much a word of the list counts, which stands between nothing known.</param>
    static void Learn(string text, float alone, float[] weights, float[] squares, ref int wrong, ref int all)
    {
        var tokens = Tokens.Of(text);
        var bare = BareText.Of(text, tokens);
        Span<int> places = stackalloc int[LetterContext.Fixed + LetterContext.Running];
        for (var i = 0; i < bare.Count; i++)
        {
            var word = bare[i];
            var before = i > 0 ? bare[i - 1].Hash : 0;
            var after = i + 1 < bare.Count ? bare[i + 1].Hash : 0;
            for (var j = 0; j < word.Length; j++)
            {
                var at = word.Start + j;
                if (Letters.Restored(bare.Letters[at]) == '\0') continue;

                LetterContext.ReadFixed(bare.Letters, at, j, word.Capital, before, word.Hash, after, places, Places - 1);
                LetterContext.ReadRunning(bare.Restored[..at], bare.Letters, j, places[LetterContext.Fixed..], Places - 1);
                var sum = 0f;
                foreach (var place in places) sum += weights[place];
                var turkish = bare.Restored[at] != bare.Letters[at];
                all++;
                if (sum > 0 != turkish) wrong++;
                var slope = ((turkish ? 1f : 0f) - 1f / (1f + MathF.Exp(-sum))) * (alone > 0 ? alone : 1f);
                if (MathF.Abs(slope) < 0.01f) continue;

                foreach (var place in places)
                {
                    squares[place] += slope * slope;
                    weights[place] += Rate * slope / MathF.Sqrt(squares[place] + 1f) - Decay * weights[place];
                }
            }
        }
    }
}
