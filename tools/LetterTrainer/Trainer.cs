using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>Logistic regression over hashed surroundings, AdaGrad steps, a fixed order: the same data gives the same bytes.</summary>
static class Trainer
{
    const int Places = 1 << 20;
    const int Rounds = 6;
    const float Rate = 0.25f;
    const float Decay = 2e-6f;

    public static sbyte[] Train(List<string> sentences, List<Form> words)
    {
        var weights = new float[Places];
        var squares = new float[Places];
        var order = new Random(20_260);
        var lessons = sentences.Select(sentence => (Text: Letters.Lower(sentence, turkish: true), Alone: 0f))
            .Concat(words.Where(form => form.Weight >= 8).Select(form => (form.Text, Alone: MathF.Min(1, (form.Weight - 6) / 12))))
            .ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(lessons);
            var (wrong, all) = (0, 0);
            foreach (var lesson in lessons) Learn(lesson.Text, lesson.Alone, weights, squares, Rate, ref wrong, ref all);
            Console.WriteLine($"round {round + 1}: {100.0 * wrong / all:F2} % of the letters wrong while learning");
        }
        return Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / LetterModel.Step), -127, 127));
    }

    /// <param name="alone">0 in a sentence; else how much a word of the list counts, which stands between nothing known.</param>
    static void Learn(string text, float alone, float[] weights, float[] squares, float rate, ref int wrong, ref int all)
    {
        var tokens = Tokens.Of(text);
        var bare = BareText.Of(text, tokens);
        Span<int> places = stackalloc int[LetterContext.Count];
        for (var i = 0; i < bare.Words.Count; i++)
        {
            var word = bare.Words[i];
            var token = tokens[word.Token];
            var before = i > 0 ? bare.Words[i - 1].Hash : 0;
            var after = i + 1 < bare.Words.Count ? bare.Words[i + 1].Hash : 0;
            for (var j = 0; j < word.Length; j++)
            {
                if (Letters.Restored(bare.Letters[word.Start + j]) == '\0') continue;

                LetterContext.Read(bare.Letters, word.Start + j, j, before, word.Hash, after, places, Places - 1);
                var sum = 0f;
                foreach (var place in places) sum += weights[place];
                var turkish = Letters.IsTurkish(text[token.Start + j]);
                all++;
                if (sum > 0 != turkish) wrong++;
                var slope = ((turkish ? 1f : 0f) - 1f / (1f + MathF.Exp(-sum))) * (alone > 0 ? alone : 1f);
                if (MathF.Abs(slope) < 0.01f) continue;

                foreach (var place in places)
                {
                    squares[place] += slope * slope;
                    weights[place] += rate * slope / MathF.Sqrt(squares[place] + 1f) - Decay * weights[place];
                }
            }
        }
    }
}
