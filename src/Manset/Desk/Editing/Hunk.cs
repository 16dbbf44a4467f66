namespace Manset.Desk.Editing;

/// <summary>Who changed a stretch of text since the take that both began from.</summary>
public enum ChangedBy { Nobody, Us, Agency, BothAlike, Both }

/// <summary>A stretch of text in three versions: the agency's old take, ours, the agency's new take.</summary>
public sealed record Hunk(IReadOnlyList<string> Old, IReadOnlyList<string> Ours, IReadOnlyList<string> New)
{
    public ChangedBy ChangedBy { get; } =
        Ours.SequenceEqual(New) ? Ours.SequenceEqual(Old) ? ChangedBy.Nobody : ChangedBy.BothAlike
        : Ours.SequenceEqual(Old) ? ChangedBy.Agency
        : New.SequenceEqual(Old) ? ChangedBy.Us
        : ChangedBy.Both;

    /// <summary>
    /// The three versions cut where all of them agree, by diff3 as it is defined in S. Khanna, K. Kunal and B. C. Pierce, "A Formal
    /// Investigation of Diff3", FSTTCS 2007 (LNCS 4855): align the old with each of the others, and what lies between two pieces
    /// that stand in all three is one stretch. One of as many pieces in all three is taken piece by piece: a rewritten paragraph
    /// does not draw its neighbour into the question.
    /// </summary>
    public static IReadOnlyList<Hunk> Of(IReadOnlyList<string> old, IReadOnlyList<string> ours, IReadOnlyList<string> @new)
    {
        var (inOurs, inNew) = (Alignment.Of(old, ours), Alignment.Of(old, @new));
        var hunks = new List<Hunk>();
        var (from, fromOurs, fromNew) = (0, 0, 0);
        for (var at = 0; at < old.Count; at++)
        {
            if (inOurs[at] < 0 || inNew[at] < 0) continue;
            CutAt(at, inOurs[at], inNew[at]);
            hunks.Add(new([old[at]], [old[at]], [old[at]]));
            (from, fromOurs, fromNew) = (at + 1, inOurs[at] + 1, inNew[at] + 1);
        }
        CutAt(old.Count, ours.Count, @new.Count);
        return hunks;

        void CutAt(int to, int toOurs, int toNew)
        {
            var (many, manyOurs, manyNew) = (to - from, toOurs - fromOurs, toNew - fromNew);
            if (many == manyOurs && many == manyNew)
                for (var piece = 0; piece < many; piece++) hunks.Add(new([old[from + piece]], [ours[fromOurs + piece]], [@new[fromNew + piece]]));
            else hunks.Add(new([.. old.Skip(from).Take(many)], [.. ours.Skip(fromOurs).Take(manyOurs)], [.. @new.Skip(fromNew).Take(manyNew)]));
        }
    }
}
