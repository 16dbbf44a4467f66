namespace Manset.Moderation.Learnt;

/// <summary>Turns what the models add up into likelihoods, as fitted on remarks that they had not seen.</summary>
/// <param name="Slopes">Of each question.</param>
/// <param name="Offsets">Of each question.</param>
/// <param name="Posted">
/// Weights of the three questions of offensiveness, of bad words, an offset, and the weight of the likeliest kind of offence; for texts with a mention or a hashtag.
/// </param>
/// <param name="Plain">The same for other texts.</param>
/// <param name="Word">From where a word offends by itself; not a number when that was not learnt.</param>
sealed record Scales(float[] Slopes, float[] Offsets, float[] Posted, float[] Plain, float Word)
{
    /// <summary>What the linear model's sums weigh beside a network's.</summary>
    public const float Linear = 3;

    public const int OffenceWeights = 6;

    public bool HasWords => !float.IsNaN(Word);

    public float Likely(int question, float sum) => Sigmoid(Slopes[question] * sum + Offsets[question]);

    public float Offensive(ReadOnlySpan<float> sums, float badWords, bool posted)
    {
        var weights = posted ? Posted : Plain;
        return Sigmoid(weights[0] * sums[Questions.Tweet] + weights[1] * sums[Questions.Sentence] + weights[2] * sums[Questions.Any]
            + weights[3] * badWords + weights[4] + weights[5] * LikeliestKind(sums));
    }

    public float LikeliestKind(ReadOnlySpan<float> sums)
    {
        var likeliest = 0f;
        for (var kind = Questions.Insult; kind <= Questions.Belief; kind++) likeliest = MathF.Max(likeliest, Likely(kind, sums[kind]));
        return likeliest;
    }

    static float Sigmoid(float sum) => 1 / (1 + MathF.Exp(-sum));

    public static Scales Read(BinaryReader reader) =>
        new(reader.ReadFloats(Questions.Count), reader.ReadFloats(Questions.Count), reader.ReadFloats(OffenceWeights), reader.ReadFloats(OffenceWeights), reader.ReadSingle());

    public void Write(BinaryWriter writer)
    {
        writer.WriteFloats(Slopes);
        writer.WriteFloats(Offsets);
        writer.WriteFloats(Posted);
        writer.WriteFloats(Plain);
        writer.Write(Word);
    }
}
