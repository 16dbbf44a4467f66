using Manset.Moderation.Learnt;

namespace JudgeTrainer;

/// <summary>Teaches the models of a language, and sets their scales on what they were not taught.</summary>
static class Teacher
{
    public static (LinearModel Linear, Net[] Nets) Teach(Matrix lessons, Size size)
    {
        var nets = new Net[size.Nets];
        var linear = default(LinearModel);
        Parallel.For(0, size.Nets + 1, new ParallelOptions { MaxDegreeOfParallelism = size.Threads }, i =>
        {
            if (i == 0) linear = new LinearTrainer(size.Places).Train(lessons);
            else nets[i - 1] = new NetTrainer(size.Rows, seed: i + 1).Train(lessons, size.Rounds);
        });
        return (linear!, nets);
    }

    /// <summary>As what ships, but without the development folds, so that these can tell how good it is.</summary>
    public static LearntModel TaughtWithoutDevelopmentFolds(string data, string language)
    {
        var lessons = Matrix.Of([.. Sources.All(data, language)], language);
        var (linear, nets) = Teach(lessons.Where(lesson => !lesson.IsHeldBack), Size.Of(language));
        return new(linear, nets, Calibration.Fit(lessons.Where(lesson => lesson.IsHeldBack), linear, nets));
    }

    /// <summary>Each net learns alone from its own chance, so threads change nothing but the time.</summary>
    public sealed record Size(int Places, int Rows, int Nets, int Rounds, int Threads)
    {
        public static Size Of(string language) => language == "tr"
            ? new(1 << 19, 1 << 16, Nets: 1, Rounds: 2, Threads: 2)
            : new(1 << 18, 1 << 16, Nets: 2, Rounds: 4, Threads: 2);
    }
}
