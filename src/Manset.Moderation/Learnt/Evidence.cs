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

    /// <summary>The words that offend by themselves, runs of neighbours together, as first and last of the reading's tokens; none where the models do not know.</summary>
    public List<(int First, int Last)> Offending(Reading reading)
    {
        var told = new List<(int, int)>();
        if (Model is not { TellsWords: true }) return told;

        foreach (var from in LearntModel.Stretches(reading))
        {
            var text = LearntModel.Read(reading, from);
            AddRuns(text, Model.Shares(text, Questions.Word), float.Epsilon, told);
        }
        return told;
    }

    /// <summary>The words that speak most for it, as above; at least one.</summary>
    public List<(int First, int Last)> Words(Reading reading, int question)
    {
        var told = Offending(reading);
        if (Model is null || told.Count > 0) return told;

        var text = LearntModel.Read(reading, From);
        var shares = Model.Shares(text, question);
        var top = shares.Max();
        AddRuns(text, shares, top > 0 && !TellsWords ? 0.5f * top : top, told);
        return told;
    }

    static void AddRuns(LearntText text, float[] shares, float least, List<(int First, int Last)> told)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] < least) continue;

            var last = i;
            while (last + 1 < shares.Length && shares[last + 1] >= least && shares[last + 1] > 0) last++;
            told.Add((text.Words[i].Token, text.Words[last].Token));
            i = last;
        }
    }
}
