namespace Manset.Wire.Clusters;

/// <summary>
/// Do two items tell of the same event? Either their wording is the same, or what they speak of is: the cosine of the terms they share,
/// each weighted by how rare it is among the items of these days (tf-idf: K. Spärck Jones 1972; G. Salton, C. Buckley 1988), where
/// between languages only names, figures and things of the news count. What lies further apart in time must be more alike:
/// an event is told within hours, a column comes again every day. A tie that few items have decides alone.
/// </summary>
public sealed record Likeness(double Wording, double Matter, bool Tied)
{
    /// <summary>What it takes, as found best on the labelled pairs of <c>bench/clusters</c>.</summary>
    const double SameWording = 0.3, ADayLater = 0.2, SameFigures = 0.75, SameMatter = 0.28, AcrossLanguages = 0.25;
    const int FewestShared = 3, MostTied = 4;

    public bool IsSame => Degree >= 1;

    /// <summary>1 where it is just enough; of several, the greatest is meant.</summary>
    public double Degree { get; private init; }

    /// <param name="apart">Between the hours of the two.</param>
    /// <param name="holders">How many of the items of these days hold a term.</param>
    /// <param name="items">How many items these days have.</param>
    public static Likeness Of(Traits one, Traits other, TimeSpan apart, Func<Term, int> holders, int items)
    {
        var shared = one.Terms.Intersect(other.Terms).ToList();
        var days = apart.Duration().TotalDays;
        var wording = one.Sketch is { } sketch && other.Sketch is { } there ? sketch.Resemblance(there) : 0;
        // The same words with other figures are the same column of another day: rates, fixtures, results.
        if (wording < SameFigures && Contradict(one, other)) wording = 0;
        var matter = Matters(one, other, shared, holders, items) / (1 + days);
        var tied = shared.Any(term => Ties(term, one, other) && holders(term) <= MostTied);
        return new(wording, matter, tied)
        {
            Degree = tied ? 4 : Math.Max(wording / (SameWording + ADayLater * Math.Min(1, days)), matter / (one.Language == other.Language ? SameMatter : AcrossLanguages)),
        };
    }

    static double Matters(Traits one, Traits other, List<Term> shared, Func<Term, int> holders, int items)
    {
        var telling = shared.Where(term => term.Weight > 0).ToList();
        if (telling.Count < FewestShared || !telling.Exists(term => term.Kind is TermKind.Name or TermKind.Figure)) return 0;

        var across = one.Language != other.Language;
        return telling.Sum(Square) / Math.Sqrt(Length(one) * Length(other));

        double Length(Traits traits) => traits.Terms.Where(term => !across || term.CrossesLanguages).Sum(Square);
        double Square(Term term)
        {
            var rarity = Math.Log((items + 1.0) / Math.Max(1, holders(term))) / Math.Log(items + 1.0);
            var weight = term.Weight * Math.Max(0, rarity);
            return weight * weight;
        }
    }

    static bool Ties(Term term, Traits one, Traits other) => term.Kind is TermKind.Tie || (term.Kind is TermKind.Slug && one.Language != other.Language);

    static bool Contradict(Traits one, Traits other)
    {
        var (mine, theirs) = (Figures(one), Figures(other));
        return mine.Count >= 3 && theirs.Count >= 3 && mine.Intersect(theirs).Count() * 3 < Math.Min(mine.Count, theirs.Count);
    }

    static HashSet<Term> Figures(Traits traits) => [.. traits.Terms.Where(term => term.Kind is TermKind.Figure)];
}
