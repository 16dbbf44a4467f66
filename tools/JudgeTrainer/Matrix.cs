using Manset.Moderation;
using Manset.Moderation.Learnt;
using Manset.Moderation.Text;

namespace JudgeTrainer;

/// <summary>Lessons as the models read them.</summary>
sealed record Matrix(string Language, List<Lesson> Lessons, LearntText[] Texts, List<Token>[] Tokens, float[] BadWords)
{
    /// <summary>Some of the lessons say which words offend.</summary>
    public bool HasWords => Language == "en";

    public static Matrix Of(List<Lesson> lessons, string language)
    {
        var bench = new Bench(HouseRules.Default(language));
        var readings = lessons.ConvertAll(lesson => new Reading(new(lesson.Text), bench));
        var texts = readings.ConvertAll(reading => LearntText.Of(reading)).ToArray();
        return new(language, lessons, texts, [.. readings.Select(reading => reading.Tokens)], [.. readings.Select((reading, i) => LearntModel.BadWords(texts[i], reading))]);
    }

    public Matrix Where(Func<Lesson, bool> chosen)
    {
        var places = Enumerable.Range(0, Lessons.Count).Where(i => chosen(Lessons[i])).ToArray();
        return new(Language, [.. places.Select(i => Lessons[i])], [.. places.Select(i => Texts[i])], [.. places.Select(i => Tokens[i])], [.. places.Select(i => BadWords[i])]);
    }

    public static Matrix Both(Matrix one, Matrix other) =>
        new(one.Language, [.. one.Lessons, .. other.Lessons], [.. one.Texts, .. other.Texts], [.. one.Tokens, .. other.Tokens], [.. one.BadWords, .. other.BadWords]);
}
