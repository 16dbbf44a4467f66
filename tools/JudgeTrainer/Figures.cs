using Manset.Moderation.Learnt;
using static Manset.Moderation.Learnt.Questions;

namespace JudgeTrainer;

/// <summary>What the models reach by themselves, without lists and house rules, on the development folds.</summary>
static class Figures
{
    static readonly float[] Steps = [0.5f, 0.8f, 0.9f, 0.95f, 0.98f];

    public static void Print(Matrix held, LearntModel model, Scales scales)
    {
        var sums = Array.ConvertAll(held.Texts, text => { var answers = new float[Count]; model.Ask(text, answers); return answers; });
        Console.WriteLine($"scales: offence {string.Join(' ', scales.Posted)} / {string.Join(' ', scales.Plain)} slopes {string.Join(' ', scales.Slopes)} offsets {string.Join(' ', scales.Offsets)} word {scales.Word}");
        foreach (var set in Enumerable.Range(0, sums.Length).GroupBy(i => held.Lessons[i].Set))
        {
            Console.WriteLine($"{set.Key}: {set.Count()} texts");
            Line("offensive", [.. set.Where(i => !float.IsNaN(held.Lessons[i].Offensive)).Select(i => (scales.Offensive(sums[i], held.BadWords[i], held.Texts[i].IsPosted), held.Lessons[i].Offensive > 0))]);
            foreach (var (name, question) in ((string, int)[])[("insult", Insult), ("profanity", Profanity), ("racism", Racism), ("sexism", Sexism), ("belief", Belief)])
                Line(name, [.. set.Where(i => !float.IsNaN(held.Lessons[i].Answers[question]))
                    .Select(i => (scales.Likely(question, sums[i][question]), held.Lessons[i].Answers[question] > 0))]);
        }
    }

    static void Line(string name, List<(float Score, bool Yes)> scored)
    {
        if (scored.Count == 0) return;

        var (yes, hit, falsely) = (scored.Count(pair => pair.Yes), scored.Count(pair => pair is { Yes: true, Score: >= 0.5f }), scored.Count(pair => pair is { Yes: false, Score: >= 0.5f }));
        var highest = string.Join(' ', Steps.Select(least => $"{100.0 * scored.Count(pair => pair.Score >= least) / scored.Count:F2}"));
        Console.WriteLine(yes == 0 || yes == scored.Count
            ? $"  {name,-10} all {(yes == 0 ? "no" : "yes")}: % at or above .5 .8 .9 .95 .98: {highest}"
            : Invariant($"  {name,-10} macro-F1 {Report.MacroF1(hit, falsely, yes - hit, scored.Count - yes - falsely):F4} (best {Report.Best(scored).MacroF1:F4} at {Report.Best(scored).Threshold:F2}), ")
                + Invariant($"area {Report.Best(scored).Area:F4}, found at precision .9 {Report.RecallAt(scored, 0.9):P1}"));
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
