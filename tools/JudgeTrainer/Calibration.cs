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
        var kinds = new Scales(slopes, offsets, [], [], held.HasWords ? WordLessons.Threshold(held, linear) : float.NaN);
        return kinds with { Posted = Offence(held, answers, kinds, posted: true), Plain = Offence(held, answers, kinds, posted: false) };
    }

    static float[] Offence(Matrix held, float[][] answers, Scales kinds, bool posted)
    {
        var judged = Enumerable.Range(0, answers.Length).Where(i => held.Texts[i].IsPosted == posted && !float.IsNaN(held.Lessons[i].Offensive));
        return [.. Regression.Fit([.. judged.Select(i => new Sample(Signs(i), held.Lessons[i].Offensive, OffenceWeight(held.Lessons[i], posted)))]).Select(weight => (float)weight)];

        double[] Signs(int i)
        {
            var signs = new float[Scales.OffenceWeights];
            kinds.OffenceSigns(answers[i], held.BadWords[i], signs);
            return Array.ConvertAll(signs, sign => (double)sign);
        }
    }

    static float KindWeight(Lesson lesson) => lesson.Set switch { "teknofest2023-tr" or "phrases" => 1, _ => 0.3f };

    /// <summary>Sets that were found by search words tell less of what a stream of remarks is like, and tweets tell less of what is said elsewhere.</summary>
    static float OffenceWeight(Lesson lesson, bool posted) => (lesson.Set, lesson.Offensive > 0) switch
    {
        ("offenseval2020-tr", true) => posted ? 2.2f : 1.5f,
        ("teknofest2023-tr", true) => 1.2f,
        ("mayda2021-tr" or "incivil5k-tr", _) => 0.05f,
        ("olid-en", _) => posted ? 2 : 0.3f,
        ("davidson2017-en", true) => 0.02f,
        ("davidson2017-en", false) => 0.2f,
        ("toxicspans-en", _) => 0.1f,
        ("phrases", _) => 2.5f,
        _ => 1
    };
}

readonly record struct Sample(double[] Values, double Answer, double Weight);
