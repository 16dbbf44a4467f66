namespace Manset.Moderation.Learnt;

/// <summary>What the learnt models say of a remark, as likelihoods. Each kind is at most as likely as offence at all.</summary>
sealed record Evidence(double Offensive, float[] Kinds, LearntText Text, LearntModel? Model)
{
    public static Evidence None { get; } = new(0, new float[Questions.Count], new(), null);

    /// <summary>They know of single words whether they offend.</summary>
    public bool TellsWords => Model is { TellsWords: true };

    public double this[int question] => Kinds[question];

    /// <summary>The words that speak for it, runs of neighbours together, as first and last of the reading's tokens.</summary>
    public IEnumerable<(int First, int Last)> Words(int question)
    {
        if (Model is null) yield break;

        var shares = Model.Shares(Text, question);
        var top = shares.Max();
        var least = top <= 0 ? top : Model.TellsWords ? 0 : 0.5f * top;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] < least || (shares[i] <= 0 && shares[i] < top)) continue;

            var last = i;
            while (last + 1 < shares.Length && shares[last + 1] >= least && shares[last + 1] > 0) last++;
            yield return (Text.Words[i].Token, Text.Words[last].Token);
            i = last;
        }
    }
}
