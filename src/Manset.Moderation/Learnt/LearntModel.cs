using Manset.Moderation.Offence;
using Manset.Moderation.Text;

namespace Manset.Moderation.Learnt;

/// <summary>What was learnt from remarks that people have judged, for one language: a linear model and networks, asked together.</summary>
sealed class LearntModel(LinearModel linear, Net[] nets, Scales scales)
{
    /// <summary>A remark of more tokens is judged in stretches, and as its worst one; what stands behind the last is for the rule of length.</summary>
    const int Long = 80;
    const int Stretch = 24;
    const int MostTokens = 3200;

    static readonly Lazy<LearntModel> Turkish = new(() => Load("judge.tr.bin"));
    static readonly Lazy<LearntModel> English = new(() => Load("judge.en.bin"));

    public static LearntModel Of(string language) => (language == "tr" ? Turkish : English).Value;

    public Evidence Weigh(Reading reading)
    {
        Span<float> answers = stackalloc float[Questions.Count];
        var worst = Evidence.None;
        foreach (var from in Stretches(reading))
        {
            var text = Read(reading, from);
            if (text.Words.Count == 0) continue;

            Ask(text, answers);
            var offensive = scales.Offensive(answers, BadWords(text, reading), text.IsPosted);
            if (offensive > worst.Offensive) worst = new(offensive, Likely(answers, offensive), from, this);
        }
        return worst;
    }

    /// <summary>Where each stretch begins.</summary>
    public static IEnumerable<int> Stretches(Reading reading)
    {
        for (var from = 0; from < Math.Min(reading.Tokens.Count, MostTokens); from += Size(reading)) yield return from;
    }

    public static LearntText Read(Reading reading, int from) => LearntText.Lent(reading, from, Size(reading));

    static int Size(Reading reading) => reading.Tokens.Count > Long ? Stretch : Long;

    float[] Likely(ReadOnlySpan<float> answers, float atMost)
    {
        var likely = new float[Questions.Count];
        for (var question = 0; question < likely.Length; question++) likely[question] = Math.Min(scales.Likely(question, answers[question]), atMost);
        return likely;
    }

    /// <summary>Both kinds of model together, in the units of a logarithm of odds.</summary>
    public void Ask(LearntText text, Span<float> answers)
    {
        Span<float> sums = stackalloc float[Questions.Count];
        linear.Weigh(text, answers);
        for (var i = 0; i < answers.Length; i++) answers[i] *= Scales.Linear;
        foreach (var net in nets)
        {
            net.Weigh(text, sums);
            for (var i = 0; i < sums.Length; i++) answers[i] += sums[i] / nets.Length;
        }
    }

    /// <summary>How much each word of the text speaks for yes; of the English model, whether the word offends by itself.</summary>
    public float[] Shares(LearntText text, int question) =>
        [.. text.Words.Select(word => scales.HasWords ? linear.Alone(text, word, Questions.Word) - scales.Word : linear.Share(text, word, question))];

    public bool TellsWords => scales.HasWords;

    /// <summary>The strongest bad word in it that offends without being addressed to anybody.</summary>
    public static float BadWords(LearntText text, Reading reading)
    {
        if (reading.Hits.Count == 0 || text.Words.Count == 0) return 0;

        var (start, end) = (reading.Tokens[text.Words[0].Token].Start, reading.Tokens[text.Words[^1].Token].End);
        var strongest = 0.0;
        foreach (var hit in reading.Hits)
            if (hit.Start >= start && hit.Start < end && !hit.Word.Addressed) strongest = Math.Max(strongest, hit.Word.Strength);
        return (float)strongest;
    }

    static LearntModel Load(string resource)
    {
        using var reader = new BinaryReader(typeof(LearntModel).Assembly.GetManifestResourceStream(resource)!);
        return Read(reader);
    }

    public static LearntModel Read(BinaryReader reader)
    {
        var linear = LinearModel.Read(reader);
        var nets = new Net[reader.ReadInt32()];
        for (var i = 0; i < nets.Length; i++) nets[i] = Net.Read(reader);
        return new(linear, nets, Scales.Read(reader));
    }

    public void Write(BinaryWriter writer)
    {
        linear.Write(writer);
        writer.Write(nets.Length);
        foreach (var net in nets) net.Write(writer);
        scales.Write(writer);
    }
}
