namespace Manset.Moderation.Learnt;

/// <summary>Turns what the models add up into likelihoods, as fitted on remarks that they had not seen.</summary>
/// <param name="Slopes">Of each question.</param>
/// <param name="Offsets">Of each question.</param>
/// <param name="Posted">
/// Twice five weights, for what is no comment and for what is one: of what offends in a tweet, of what offends in a comment, of bad words, of the
/// likeliest kind of offence, and an offset. For texts with a mention or a hashtag.
/// </param>
/// <param name="Plain">The same for other texts.</param>
/// <param name="Word">From where a word offends by itself; not a number when that was not learnt.</param>
sealed record Scales(float[] Slopes, float[] Offsets, float[] Posted, float[] Plain, float Word)
{
    /// <summary>What the linear model's sums weigh beside a network's.</summary>
    public const float Linear = 3;

    public const int OffenceWeights = 10;

    public bool HasWords => !float.IsNaN(Word);

    public float Likely(int question, float sum) => Sigmoid(Slopes[question] * sum + Offsets[question]);

    public float Offensive(ReadOnlySpan<float> sums, float badWords, bool posted)
    {
        Span<float> signs = stackalloc float[OffenceWeights];
        OffenceSigns(sums, badWords, signs);
        var (sum, weights) = (0f, posted ? Posted : Plain);
        for (var i = 0; i < signs.Length; i++) sum += weights[i] * signs[i];
        return Sigmoid(sum);
    }

    /// <summary>What <see cref="Posted"/> and <see cref="Plain"/> weigh.</summary>
    public void OffenceSigns(ReadOnlySpan<float> sums, float badWords, Span<float> signs)
    {
        var chatty = HasWords ? 0 : Likely(Questions.Chatty, sums[Questions.Chatty]);
        (signs[0], signs[1], signs[2], signs[3], signs[4]) = (sums[Questions.Tweet], sums[Questions.Comment], badWords, LikeliestKind(sums), 1);
        for (var i = 0; i < signs.Length / 2; i++) (signs[i], signs[signs.Length / 2 + i]) = ((1 - chatty) * signs[i], chatty * signs[i]);
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
