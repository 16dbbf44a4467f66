using Manset.Moderation.Learnt;
using static Manset.Moderation.Learnt.Questions;

namespace JudgeTrainer;

/// <summary>
/// Support vector machines by dual coordinate descent with squared loss (Hsieh et al. 2008), one for each question. The questions of
/// offensiveness share a block of weights beside the one of their own, so that sets learn from each other and keep their own idea of it.
/// </summary>
sealed class LinearTrainer(int places)
{
    const int Rounds = 15;
    const float Strictness = 0.1f;

    readonly float[] rarity = new float[places];

    public LinearModel Train(Matrix matrix)
    {
        var rows = Array.ConvertAll(matrix.Texts, Row.Of(places));
        Weigh(rows);
        var weights = new float[Count][];
        var offsets = new float[Count];
        Offensiveness(matrix, rows, weights, offsets);
        foreach (var question in (int[])[Insult, Profanity, Racism, Sexism, Belief, .. matrix.HasWords ? [] : (int[])[Chatty]])
            (weights[question], offsets[question]) = Descend(Taught(matrix, rows, [question]), [question])[0];
        if (matrix.HasWords)
            (weights[Word], offsets[Word]) = Descend([.. WordLessons.Of(matrix, places).Select(word => new Taught(word.Row, 0, word.Sign, Strictness))], [Word])[0];
        return Quantised(weights, offsets);
    }

    void Offensiveness(Matrix matrix, Row[] rows, float[][] weights, float[] offsets)
    {
        int[] questions = [Tweet, Comment];
        var learnt = Descend(Taught(matrix, rows, questions), questions);
        for (var i = 0; i < questions.Length; i++) (weights[questions[i]], offsets[questions[i]]) = learnt[i];
    }

    /// <summary>Rare places tell more. On average a row has the length one.</summary>
    void Weigh(Row[] rows)
    {
        foreach (var row in rows)
            foreach (var place in row.Places) rarity[place]++;
        var (sum, all) = (0.0, 0.0);
        for (var place = 0; place < places; place++)
        {
            var count = rarity[place];
            rarity[place] = MathF.Log((rows.Length + 1) / (count + 1)) + 1;
            sum += count * rarity[place] * rarity[place];
            all += count;
        }
        var scale = (float)(1 / Math.Sqrt(sum / all));
        for (var place = 0; place < places; place++) rarity[place] *= scale;
    }

    /// <summary>Yes and no count alike within a question.</summary>
    static List<Taught> Taught(Matrix matrix, Row[] rows, int[] questions)
    {
        var taught = new List<Taught>();
        for (var i = 0; i < rows.Length; i++)
        {
            var lesson = matrix.Lessons[i];
            var own = Array.FindIndex(questions, question => !float.IsNaN(lesson.Answers[question]));
            if (own >= 0) taught.Add(new(rows[i], questions.Length == 1 ? 0 : own + 1, lesson.Answers[questions[own]] > 0 ? 1 : -1, Strictness * lesson.Weight));
        }
        var costs = taught.GroupBy(lesson => (lesson.Own, lesson.Sign)).ToDictionary(group => group.Key, group => group.Sum(lesson => lesson.Cost));
        return taught.ConvertAll(lesson =>
        {
            var (alike, unlike) = (costs[(lesson.Own, lesson.Sign)], costs.GetValueOrDefault((lesson.Own, -lesson.Sign)));
            return lesson with { Cost = lesson.Cost * Math.Clamp((alike + unlike) / (2 * alike), 0.3f, 8) };
        });
    }

    (float[] Weights, float Offset)[] Descend(List<Taught> taught, int[] questions)
    {
        var blocks = questions.Length == 1 ? 1 : questions.Length + 1;
        var weights = new float[blocks][];
        for (var i = 0; i < blocks; i++) weights[i] = new float[places + 1];

        var alphas = new float[taught.Count];
        var order = Enumerable.Range(0, taught.Count).ToArray();
        var chance = new Random(20_261);
        for (var round = 0; round < Rounds; round++)
        {
            chance.Shuffle(order);
            foreach (var at in order)
            {
                var (row, own, sign, cost) = taught[at];
                var diagonal = 1 / (2 * cost);
                var (product, square) = row.Dot(weights[0], own > 0 ? weights[own] : null, rarity);
                var slope = sign * product - 1 + diagonal * alphas[at];
                var alpha = MathF.Max(alphas[at] - slope / (square + diagonal), 0);
                var step = (alpha - alphas[at]) * sign;
                if (step == 0) continue;

                alphas[at] = alpha;
                row.Add(step, weights[0], own > 0 ? weights[own] : null, rarity);
            }
        }
        return [.. questions.Select((_, i) =>
        {
            var sum = new float[places];
            for (var place = 0; place < places; place++)
                sum[place] = (weights[0][place] + (blocks > 1 ? weights[i + 1][place] : 0)) * rarity[place];
            return (sum, weights[0][places] + (blocks > 1 ? weights[i + 1][places] : 0));
        })];
    }

    LinearModel Quantised(float[][] weights, float[] offsets)
    {
        var table = new sbyte[places * Count];
        var steps = new float[Count];
        for (var question = 0; question < Count; question++)
        {
            var sizes = Array.FindAll(Array.ConvertAll(weights[question], MathF.Abs), size => size > 0);
            Array.Sort(sizes);
            steps[question] = sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * 0.9995)] / 127;
            for (var place = 0; place < places; place++)
                table[place * Count + question] = (sbyte)Math.Clamp(MathF.Round(weights[question][place] / steps[question]), -127, 127);
        }
        return new(table, steps, offsets);
    }
}

/// <param name="Own">Its block of weights beside the shared one; 0 for none.</param>
sealed record Taught(Row Row, int Own, float Sign, float Cost);
