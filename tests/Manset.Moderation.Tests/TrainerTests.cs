using JudgeTrainer;
using Manset.Moderation.Learnt;

namespace Manset.Moderation.Tests;

public sealed class TrainerTests
{
    static readonly Teacher.Size Small = new(Places: 1 << 12, Rows: 1 << 9, Nets: 1, Rounds: 1, Threads: 2);

    [Fact]
    public void The_same_lessons_give_the_same_model_to_the_byte()
    {
        var lessons = Matrix.Of([.. Phrases.Of("tr").Take(240)], "tr");

        Assert.Equal(Model(lessons), Model(lessons));
        Assert.NotEqual(Model(lessons), Model(lessons.Where(lesson => lesson.Fold != 3)));
    }

    [Fact]
    public void What_was_taught_is_known()
    {
        var lessons = Matrix.Of([.. Phrases.Of("tr")], "tr");
        var (linear, _) = Teacher.Teach(lessons, Small with { Places = 1 << 16, Nets = 0 });
        var sums = new float[Questions.Count];
        var right = 0;
        for (var i = 0; i < lessons.Texts.Length; i++)
        {
            linear.Weigh(lessons.Texts[i], sums);
            if (sums[Questions.Comment] > 0 == lessons.Lessons[i].Answers[Questions.Comment] > 0) right++;
        }

        Assert.True(right > 0.95 * lessons.Texts.Length, $"{right} of {lessons.Texts.Length}");
    }

    [Fact]
    public void A_model_is_read_as_it_was_written()
    {
        var lessons = Matrix.Of([.. Phrases.Of("en").Take(240)], "en");
        var bytes = Model(lessons);
        var again = LearntModel.Read(new BinaryReader(new MemoryStream(bytes)));
        using var copy = new MemoryStream();
        using (var writer = new BinaryWriter(copy)) again.Write(writer);

        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void Phrases_are_written_out_with_the_right_endings()
    {
        var phrases = Phrases.Of("tr").Select(lesson => lesson.Text).ToList();

        Assert.Contains("Kürtlere yönelik ırkçı saldırı kınandı", phrases);
        Assert.Contains("Yahudilerden özür dilenmeli", phrases);
        Assert.Contains("Ev hanımlarının hakları korunmalı", phrases);
        Assert.Contains("Çingenelerle komşuyuz, hiç sorun yaşamadık", phrases);
        Assert.DoesNotContain(phrases, phrase => phrase.Contains('{', StringComparison.Ordinal));
    }

    static byte[] Model(Matrix lessons)
    {
        var (linear, nets) = Teacher.Teach(lessons, Small);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            new LearntModel(linear, nets, new(new float[Questions.Count], new float[Questions.Count], new float[Scales.OffenceWeights], new float[Scales.OffenceWeights], 0.25f)).Write(writer);
        return stream.ToArray();
    }
}
