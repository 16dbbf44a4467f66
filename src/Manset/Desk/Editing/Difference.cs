using System.Text.RegularExpressions;
using Manset.Looks;

namespace Manset.Desk.Editing;

/// <summary>Two texts side by side with what each has alone marked, word by word.</summary>
public sealed partial record Difference(IReadOnlyList<Stretch> Before, IReadOnlyList<Stretch> After)
{
    /// <summary>Above this many comparisons what differs is marked whole: a page must not take seconds.</summary>
    const int MostComparisons = 4_000_000;

    public static Difference Of(string before, string after)
    {
        var (old, @new) = (Pieces(before), Pieces(after));
        var start = 0;
        while (start < old.Length && start < @new.Length && old[start] == @new[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < @new.Length - start && old[^(end + 1)] == @new[^(end + 1)]) end++;

        var (middleOld, middleNew) = (old[start..^end], @new[start..^end]);
        var (keptOld, keptNew) = (new bool[middleOld.Length], new bool[middleNew.Length]);
        if ((long)middleOld.Length * middleNew.Length <= MostComparisons) Align(middleOld, middleNew, keptOld, keptNew);
        return new(Marked(old, start, end, keptOld), Marked(@new, start, end, keptNew));
    }

    /// <summary>Longest common subsequence.</summary>
    static void Align(string[] old, string[] @new, bool[] keptOld, bool[] keptNew)
    {
        var lengths = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = @new.Length - 1; j >= 0; j--)
                lengths[i, j] = old[i] == @new[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);

        for (int i = 0, j = 0; i < old.Length && j < @new.Length;)
        {
            if (old[i] == @new[j]) (keptOld[i++], keptNew[j++]) = (true, true);
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
    }

    static List<Stretch> Marked(string[] pieces, int start, int end, bool[] kept)
    {
        var stretches = new List<Stretch>();
        for (var at = 0; at < pieces.Length; at++)
        {
            var marked = at >= start && at < pieces.Length - end && !kept[at - start];
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
