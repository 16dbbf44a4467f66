using Manset.Moderation.Learnt;
using static Manset.Moderation.Learnt.Questions;

namespace JudgeTrainer;

/// <summary>
/// Sets scales by logistic regression on the development folds. Sets are weighed so that about a third of the remarks are offensive,
/// as under a heated story, and so that clean news counts as much as all else.
/// </summary>
static class Calibration
{
    public static Scales Fit(Matrix held, LinearModel linear, Net[] nets)
    {
        var plain = new LearntModel(linear, nets, new(new float[Count], new float[Count], [], [], float.NaN));
        var answers = Array.ConvertAll(held.Texts, text => { var sums = new float[Count]; plain.Ask(text, sums); return sums; });
        var (slopes, offsets) = (new float[Count], new float[Count]);
        for (var question = 0; question < Count; question++)
        {
            var taught = Enumerable.Range(0, answers.Length).Where(i => !float.IsNaN(held.Lessons[i].Answers[question])).ToList();
            var yes = taught.Count(i => held.Lessons[i].Answers[question] > 0);
            if (yes < 20)
            {
                offsets[question] = -20;
                continue;
            }
            var fitted = Regression.Fit([.. taught.Select(i => new Sample([answers[i][question], 1], held.Lessons[i].Answers[question], KindWeight(held.Lessons[i])))]);
            (slopes[question], offsets[question]) = ((float)fitted[0], (float)fitted[1]);
        }
        var kinds = new Scales(slopes, offsets, [], [], float.NaN);
        return kinds with
        {
            Posted = Offence(held, answers, kinds, posted: true),
            Plain = Offence(held, answers, kinds, posted: false),
            Word = held.HasWords ? WordLessons.Threshold(held, linear) : float.NaN
        };
    }

    /// <summary>The English sets are too unlike what readers write to be asked one by one, or by kind of text: there only the question about any text counts.</summary>
    static float[] Offence(Matrix held, float[][] answers, Scales kinds, bool posted)
    {
        var english = held.Language == "en";
        var judged = Enumerable.Range(0, answers.Length).Where(i => (english || held.Texts[i].IsPosted == posted) && !float.IsNaN(held.Lessons[i].Answers[Any]));
        return [.. Regression.Fit([.. judged.Select(i => new Sample(
            [english ? 0 : answers[i][Tweet], english ? 0 : answers[i][Sentence], answers[i][Any], held.BadWords[i], 1, kinds.LikeliestKind(answers[i])],
            held.Lessons[i].Answers[Any], OffenceWeight(held.Lessons[i])))])
            .Select(weight => (float)weight)];
    }

    static float KindWeight(Lesson lesson) => lesson.Set switch { "teknofest2023-tr" or "phrases" => 1, _ => 0.3f };

    static float OffenceWeight(Lesson lesson) => (lesson.Set, lesson.Answers[Any] > 0) switch
    {
        ("offenseval2020-tr", true) => lesson.Text.Contains('@', StringComparison.Ordinal) ? 1.9f : 1.5f,
        ("teknofest2023-tr", true) => 1.5f,
        ("davidson2017-en", true) => 0.1f,
        ("davidson2017-en", false) => 1,
        ("toxicspans-en", _) => 0.4f,
        _ => 1
    };
}

readonly record struct Sample(double[] Values, double Answer, double Weight);
