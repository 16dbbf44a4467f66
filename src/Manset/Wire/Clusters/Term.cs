namespace Manset.Wire.Clusters;

public enum TermKind
{
    /// <summary>Any other word, by its first letters and its language.</summary>
    Word,
    Name,
    Figure,
    /// <summary>A thing of the news that the word list names in both languages: <c>deprem</c>, <c>earthquake</c>.</summary>
    Thing,
    /// <summary>The agency's own word for what belongs together: a guid, an association with it.</summary>
    Tie,
    /// <summary>A working name: what shares it in another language is a translation.</summary>
    Slug,
}

/// <summary>One thing an item speaks of, as a hash whose lowest bits say its kind.</summary>
public readonly record struct Term(long Mark)
{
    const ulong KindBits = 7;

    public static Term Of(TermKind kind, string text) => new((long)((Mixing.Of(text) & ~KindBits) | (ulong)kind));

    public TermKind Kind => (TermKind)((ulong)Mark & KindBits);

    /// <summary>What one shared term of that kind is worth, before its rarity counts.</summary>
    public double Weight => Kind switch { TermKind.Name => 1, TermKind.Figure => 0.8, TermKind.Thing => 0.6, TermKind.Word => 0.5, _ => 0 };

    public bool CrossesLanguages => Kind is not TermKind.Word;
}
