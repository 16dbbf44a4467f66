using Manset.Moderation.Text;

namespace Manset.Moderation.Learnt;

/// <summary>What the learnt models say of a remark, as likelihoods. Each kind is at most as likely as offence at all.</summary>
/// <param name="From">The first token of the stretch that says the most.</param>
sealed record Evidence(double Offensive, float[] Kinds, int From, LearntModel? Model)
{
    public static Evidence None { get; } = new(0, new float[Questions.Count], 0, null);

    /// <summary>They know of single words whether they offend.</summary>
    public bool TellsWords => Model is { TellsWords: true };

    public double this[int question] => Kinds[question];

    /// <summary>The words of <paramref name="reading"/> that speak for it, runs of neighbours together, as first and last of its tokens.</summary>
    public List<(int First, int Last)> Words(Reading reading, int question)
    {
        var told = new List<(int, int)>();
        if (Model is null) return told;

        var text = LearntModel.Read(reading, From);
        var shares = Model.Shares(text, question);
        var top = shares.Max();
        var least = top <= 0 ? top : Model.TellsWords ? 0 : 0.5f * top;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] < least || (shares[i] <= 0 && shares[i] < top)) continue;

            var last = i;
            while (last + 1 < shares.Length && shares[last + 1] >= least && shares[last + 1] > 0) last++;
            told.Add((text.Words[i].Token, text.Words[last].Token));
            i = last;
        }
        return told;
    }
}
