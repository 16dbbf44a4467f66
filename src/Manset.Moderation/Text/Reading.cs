using Manset.Moderation.Language;
using Manset.Moderation.Learnt;
using Manset.Moderation.Offence;
using Manset.Moderation.Rules;
using Manset.Moderation.Spelling;

namespace Manset.Moderation.Text;

/// <summary>A remark read once, for all rules. Every other view of it has the same length, so that places agree.</summary>
sealed class Reading(Remark remark, Bench bench)
{
    const float Sure = 1.5f;
    const float SureOfOtherWord = 4f;
    const float SureOfNoWord = 8f;

    Tongue? tongue;

    public string Text { get; } = remark.Text;
    public IReadOnlyList<EarlierRemark> Earlier { get; } = remark.Earlier;
    public Bench Bench { get; } = bench;
    public List<Token> Tokens { get; } = Moderation.Text.Tokens.Of(remark.Text);

    public Shouting Shouting => field ??= Shouting.In(this);

    /// <summary>The text without shouting.</summary>
    public string Calm => field ??= Shouting.Calmed(this);

    /// <summary>Words that lack their Turkish letters; none in an edition that is not Turkish.</summary>
    public List<Restoration> Restorations => field ??= Bench.Turkish && Tongue is not (Tongue.English or Tongue.Other) ? Restorer.Default.Changes(Calm, Tokens).FindAll(IsSure) : [];

    /// <summary>Calm, and with its Turkish letters.</summary>
    public string Mended => field ??= Restored(Restorations);

    /// <summary>Calm, and with those Turkish letters that make a known word of an unknown one: what bad words are looked for in.</summary>
    public string Settled => field ??= Restored(Restorations.FindAll(word => word.IsWord && word.Restored.Length > 2));

    public Tongue Tongue => tongue ??= Tongues.Of(this);

    /// <summary>What is misspelt once it is calm and has its letters.</summary>
    public List<Slip> Slips => field ??= Spellers.Slips(this);

    public List<PersonalDetail> PersonalDetails => field ??= PersonalDetail.In(Text, Tokens);

    /// <summary>Mended, with its spelling set right and what is personal masked.</summary>
    public string Rewritten => field ??= Rewriting.Of(this);

    /// <summary>What the rules before this one have found.</summary>
    public List<Finding> Found { get; } = [];

    /// <summary>What the learnt models say of it.</summary>
    public Evidence Evidence => field ??= Bench.Learnt.Weigh(this);

    public List<Hit> Hits => field ??= Bench.BadWords.Find(this);

    public bool StartsSentence(int token)
    {
        for (var i = token - 1; i >= 0; i--)
        {
            var before = Tokens[i];
            if (before.Sort is not Sort.Sign) return before.Sort is Sort.Mention;
            if (Text[before.Start] is '.' or '!' or '?' or '…' or ':' or '"' or '“' or '\n') return true;
        }
        return true;
    }

    /// <summary>Whoever shouted did not write small letters at all; else another word needs more proof than a new one, and an unknown name stays.</summary>
    bool IsSure(Restoration word)
    {
        var written = Tokens[word.Token].In(Text);
        if (!written.SequenceEqual(Tokens[word.Token].In(Calm))) return true;

        var isGuess = !word.IsWord && !IsTurkish(word.Restored);
        return word.Margin >= (isGuess ? SureOfNoWord : word.WasWord || IsTurkish(written) ? SureOfOtherWord : Sure) && (word.IsWord || !char.IsUpper(written[0]));
    }

    /// <summary>No list has it, but its stem and suffixes make a word.</summary>
    static bool IsTurkish(ReadOnlySpan<char> word)
    {
        if (word.Length > Morphology.Longest) return false;

        Span<char> small = stackalloc char[Morphology.Longest];
        for (var i = 0; i < word.Length; i++) small[i] = Letters.LowerTurkish(word[i]);
        return Stems.Turkish.Ends(small[..word.Length]) != 0;
    }

    string Restored(List<Restoration> words)
    {
        if (words.Count == 0) return Calm;

        var letters = Calm.ToCharArray();
        foreach (var word in words) word.Restored.CopyTo(0, letters, Tokens[word.Token].Start, word.Restored.Length);
        return new(letters);
    }
}
