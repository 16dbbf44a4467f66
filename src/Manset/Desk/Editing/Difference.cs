using System.Text.RegularExpressions;
using Manset.Looks;

namespace Manset.Desk.Editing;

/// <summary>Two texts side by side with what each has alone marked, word by word.</summary>
public sealed partial record Difference(IReadOnlyList<Stretch> Before, IReadOnlyList<Stretch> After)
{
    public static Difference Of(string before, string after)
    {
        var (old, @new) = (Pieces(before), Pieces(after));
        var places = Alignment.Of(old, @new);
        return new(Marked(old, at => places[at] >= 0), Marked(@new, places.ToHashSet().Contains));
    }

    static List<Stretch> Marked(string[] pieces, Func<int, bool> isKept)
    {
        var stretches = new List<Stretch>();
        for (var at = 0; at < pieces.Length; at++)
        {
            var marked = !isKept(at);
            if (stretches.Count > 0 && stretches[^1].Marked == marked) stretches[^1] = new(stretches[^1].Text + pieces[at], marked);
            else stretches.Add(new(pieces[at], marked));
        }
        return stretches;
    }

    /// <summary>Words with the blanks after them: two words apart stay two changes.</summary>
    static string[] Pieces(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Piece();
}
