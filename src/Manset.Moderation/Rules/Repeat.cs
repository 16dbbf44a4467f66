using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>What was already said, by the same hand or word for word by another.</summary>
static class Repeat
{
    const int Gram = 4;

    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        if (reading.Earlier.Count == 0) return [];

        var within = TimeSpan.FromHours(terms.Limits.GetValueOrDefault("hours", 24));
        var bare = Bare(reading.Text);
        if (bare.Length == 0) return [];

        foreach (var earlier in reading.Earlier.Where(earlier => earlier.Ago <= within))
        {
            var other = Bare(earlier.Text);
            if (Breach(bare, other, earlier.SameHand, terms) is { } breach) return [new("repeat", 0, reading.Text.Length, breach.Confidence, say[breach.Key])];
        }
        return [];
    };

    static (double Confidence, string Key)? Breach(string bare, string other, bool sameHand, HouseRule terms)
    {
        var isLong = bare.Length >= terms.Limits.GetValueOrDefault("letters", 40);
        if (bare == other) return sameHand ? (1, "repeat.own") : isLong ? (0.6, "repeat.other") : null;
        return sameHand && isLong && Likeness(bare, other) > 0.9 ? (0.6, "repeat.near") : null;
    }

    /// <summary>Letters and digits alone, so that neither case, stops nor spaces make a text new.</summary>
    static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(Letters.Fold));

    /// <summary>Shared runs of letters against all runs, 0..1.</summary>
    static double Likeness(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) * 10 < Math.Max(one.Length, other.Length) * 8) return 0;

        var (mine, theirs) = (Grams(one), Grams(other));
        var shared = mine.Count(theirs.Contains);
        return (double)shared / (mine.Count + theirs.Count - shared);
    }

    static HashSet<int> Grams(string bare)
    {
        var grams = new HashSet<int>();
        for (var i = 0; i + Gram <= bare.Length; i++) grams.Add(string.GetHashCode(bare.AsSpan(i, Gram)));
        return grams;
    }
}
