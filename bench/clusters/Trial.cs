using Manset.Wire.Clusters;

namespace ClusterBench;

/// <summary>All pieces that lie within three days of each other are compared, as in a newsroom where all of them came in.</summary>
sealed class Trial(IReadOnlyList<Piece> pieces)
{
    static readonly TimeSpan Window = TimeSpan.FromDays(3);

    public delegate bool? Truth(Piece one, Piece other);

    /// <param name="truth">Null where either answer would do.</param>
    public void Print(string name, Truth truth, bool acrossOnly = false, bool explain = false)
    {
        var (found, missed, wrong, pairs) = (0, 0, 0, 0);
        var marks = pieces.Select(piece => piece.Traits.Marks.ToHashSet()).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var near = pieces.Where(piece => (piece.At - pieces[i].At).Duration() <= Window).ToList();
            var holders = near.SelectMany(piece => piece.Traits.Terms).CountBy(term => term).ToDictionary();
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (pieces[i], pieces[j]);
                if ((one.At - other.At).Duration() > Window || (acrossOnly && one.Language == other.Language) || truth(one, other) is not { } same) continue;

                pairs++;
                var likeness = Likeness.Of(one.Traits, other.Traits, one.At - other.At, term => holders.GetValueOrDefault(term), near.Count);
                var said = marks[i].Overlaps(marks[j]) && likeness.IsSame;
                if (said && same) found++;
                else if (said) wrong++;
                else if (same) missed++;
                if (explain && said != same) Console.WriteLine($"    {(same ? "missed" : "wrong ")} {likeness.Wording:0.00} {likeness.Matter:0.00}  {one.Id} {Shown(one)} | {other.Id} {Shown(other)}");
            }
        }
        Console.WriteLine($"{name,-46} {pairs,8:n0} {found + missed,6:n0} {Share(found, found + wrong),9} {Share(found, found + missed),7}");
    }

    static string Shown(Piece piece) => piece.Headline.Length > 0 ? piece.Headline : piece.Text[..Math.Min(60, piece.Text.Length)];

    static string Share(int part, int whole) => whole == 0 ? "–" : ((double)part / whole).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
