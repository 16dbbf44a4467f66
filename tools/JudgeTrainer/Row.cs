using Manset.Moderation.Learnt;

namespace JudgeTrainer;

/// <summary>The distinct places of a text: of runs first, then of words.</summary>
sealed record Row(int[] Places, int Runs)
{
    public static Converter<LearntText, Row> Of(int places) => text =>
    {
        var runs = Distinct(text.Runs, places);
        return new([.. runs, .. Distinct(text.Whole, places)], runs.Length);
    };

    public static Row Of(LearntText text, LearntWord word, int places)
    {
        var runs = Distinct(text.Runs[word.FirstRun..word.EndOfRuns], places);
        return new([.. runs, .. Distinct(text.Whole[word.FirstWhole..word.EndOfWhole], places)], runs.Length);
    }

    float RunScale => 1 / MathF.Sqrt(Math.Max(1, Runs));
    float WholeScale => 1 / MathF.Sqrt(Math.Max(1, Places.Length - Runs));

    public (float Product, float Square) Dot(float[] shared, float[]? own, float[] rarity)
    {
        var blocks = own is null ? 1 : 2;
        var product = shared[^1] + (own is null ? 0 : own[^1]);
        var square = 1f;
        for (var i = 0; i < Places.Length; i++)
        {
            var place = Places[i];
            var value = rarity[place] * (i < Runs ? RunScale : WholeScale);
            product += value * (own is null ? shared[place] : shared[place] + own[place]);
            square += value * value;
        }
        return (product, square * blocks);
    }

    public void Add(float step, float[] shared, float[]? own, float[] rarity)
    {
        shared[^1] += step;
        if (own is not null) own[^1] += step;
        for (var i = 0; i < Places.Length; i++)
        {
            var place = Places[i];
            var value = step * rarity[place] * (i < Runs ? RunScale : WholeScale);
            shared[place] += value;
            if (own is not null) own[place] += value;
        }
    }

    static int[] Distinct(ReadOnlySpan<uint> hashes, int places)
    {
        var distinct = new HashSet<int>(hashes.Length);
        foreach (var hash in hashes) distinct.Add((int)(hash & (uint)(places - 1)));
        return [.. distinct.Order()];
    }
}
