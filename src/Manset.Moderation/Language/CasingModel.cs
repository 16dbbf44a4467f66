using System.Runtime.InteropServices;

namespace Manset.Moderation.Language;

/// <summary>How a shouted word is written in print. Two tables of a power of two places: whether it begins with a capital, and if so whether it is all capitals.</summary>
sealed class CasingModel(sbyte[] weights)
{
    static readonly Lazy<CasingModel> OfTurkish = new(() => Load("casing.tr.bin"));
    static readonly Lazy<CasingModel> OfEnglish = new(() => Load("casing.en.bin"));

    /// <summary>What one step of a stored weight is worth.</summary>
    public const float Step = 1 / 24f;

    /// <summary>How sure the model must be that a common word is no part of a name, and that another is none: a name made small is worse than a word with a capital.</summary>
    const float Doubt = 1f;
    const float DoubtOfRare = 2.5f;
    const float Common = 8f;

    readonly int half = weights.Length / 2;

    public static CasingModel Of(string language) => language == "tr" ? OfTurkish.Value : OfEnglish.Value;

    public Casing Choose(ReadOnlySpan<ShoutedWord> words, (Casing Before, Casing Earlier) last)
    {
        if (IsUnsayable(words[2])) return Casing.Capitals;

        Span<int> places = stackalloc int[CasingContext.Most];
        places = places[..CasingContext.Read(words, last, places, half - 1)];
        var (capital, all) = (0, 0);
        foreach (var place in places)
        {
            capital += weights[place];
            all += weights[half + place];
        }
        return capital * Step < -(IsCommon(words[2]) ? Doubt : DoubtOfRare) ? Casing.Small : all > 0 ? Casing.Capitals : Casing.Capital;
    }

    /// <summary>No word has no vowel: <c>LSD</c>.</summary>
    static bool IsUnsayable(ShoutedWord word) => word is { Form: null, Bare.Length: > 1 and < 6 } && !word.Bare.AsSpan().ContainsAny("aeiou");

    static bool IsCommon(ShoutedWord word) => word.Form is { Kind: Kind.Word, Weight: >= Common } || (word.Form is null or { Kind: Kind.Word } && word.Stem > 3);

    static CasingModel Load(string resource)
    {
        using var stream = typeof(CasingModel).Assembly.GetManifestResourceStream(resource)!;
        var weights = new sbyte[stream.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights);
    }
}
