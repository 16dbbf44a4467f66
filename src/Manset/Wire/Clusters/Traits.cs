using System.Runtime.InteropServices;
using Manset.Copy;

namespace Manset.Wire.Clusters;

/// <summary>What an item is recognised by: the sketch of its wording and the terms it speaks of.</summary>
public sealed record Traits(string Language, Sketch? Sketch, IReadOnlyList<Term> Terms)
{
    const int MostTies = 6;

    public static Traits Of(WireItem item) => Of(item.Headline, $"{item.Standfirst}\n{CanonicalHtml.Text(item.Body)}", item.Language ?? item.Edition, TiesOf(item));

    public static Traits Of(string headline, string text, string language, IEnumerable<Term>? ties = null)
    {
        language = language.Split('-')[0].ToLowerInvariant();
        var (head, body) = (Word.Of(headline), Word.Of(text));
        return new(language, Clusters.Sketch.Of([.. head, .. body]), [.. Clusters.Terms.Of(head, body, language), .. (ties ?? []).Distinct()]);
    }

    /// <summary>Under each of these it is found by others.</summary>
    public IEnumerable<long> Marks => (Sketch?.Marks() ?? []).Concat(Terms.Select(term => term.Mark)).Distinct();

    public byte[] TermBytes => MemoryMarshal.AsBytes<long>(Terms.Select(term => term.Mark).ToArray()).ToArray();

    public static Traits Read(string language, byte[] sketch, byte[] terms) =>
        new(language, Clusters.Sketch.Read(sketch), [.. MemoryMarshal.Cast<byte, long>(terms).ToArray().Select(mark => new Term(mark))]);

    /// <summary>Its own guid and what it names as belonging to it; the slug it shares with its translations.</summary>
    static IEnumerable<Term> TiesOf(WireItem item)
    {
        yield return Term.Of(TermKind.Tie, item.Guid);
        if (item.Slug is { Length: > 0 } slug) yield return Term.Of(TermKind.Slug, Folding.Of(slug));
        if (item.Associations.Count > MostTies) yield break;
        foreach (var association in item.Associations) yield return Term.Of(TermKind.Tie, association.Target);
    }
}
