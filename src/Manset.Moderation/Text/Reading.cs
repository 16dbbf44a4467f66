using Manset.Moderation.Language;
using Manset.Moderation.Offence;
using Manset.Moderation.Rules;

namespace Manset.Moderation.Text;

/// <summary>A remark read once, for all rules. Every other view of it has the same length, so that places agree.</summary>
sealed class Reading(Remark remark, Bench bench)
{
    public string Text { get; } = remark.Text;
    public IReadOnlyList<EarlierRemark> Earlier { get; } = remark.Earlier;
    public Bench Bench { get; } = bench;
    public List<Token> Tokens { get; } = Moderation.Text.Tokens.Of(remark.Text);

    public Shouting Shouting => field ??= Shouting.In(this);

    /// <summary>The text without shouting.</summary>
    public string Calm => field ??= Shouting.Calmed(this);

    /// <summary>Words that lack their Turkish letters; none in an edition that is not Turkish.</summary>
    public List<Restoration> Restorations => field ??= Bench.Turkish ? Restorer.Default.Changes(Calm, Tokens) : [];

    /// <summary>Calm, and with its Turkish letters.</summary>
    public string Mended => field ??= Restored(Restorations);

    /// <summary>Calm, and with those Turkish letters that make a known word of an unknown one: what bad words are looked for in.</summary>
    public string Settled => field ??= Restored(Restorations.FindAll(word => word.IsWord));

    public List<Hit> Hits => field ??= Bench.BadWords.Find(this);

    string Restored(List<Restoration> words)
    {
        if (words.Count == 0) return Calm;

        var letters = Calm.ToCharArray();
        foreach (var word in words) word.Restored.CopyTo(0, letters, Tokens[word.Token].Start, word.Restored.Length);
        return new(letters);
    }
}
