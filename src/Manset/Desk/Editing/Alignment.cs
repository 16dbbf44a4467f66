namespace Manset.Desk.Editing;

/// <summary>Which pieces of an older text are still there in a newer one: their longest common subsequence.</summary>
static class Alignment
{
    /// <summary>Above this many comparisons what differs counts as different whole: a page must not take seconds.</summary>
    const int MostComparisons = 4_000_000;

    /// <returns>For each piece of the old its place in the new, rising; -1 for one that is not there any more.</returns>
    public static int[] Of(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var places = new int[old.Count];
        Array.Fill(places, -1);
        var start = 0;
        while (start < old.Count && start < @new.Count && old[start] == @new[start]) places[start] = start++;
        var end = 0;
        while (end < old.Count - start && end < @new.Count - start && old[^(end + 1)] == @new[^(end + 1)]) places[^++end] = @new.Count - end;

        var (rows, columns) = (old.Count - start - end, @new.Count - start - end);
        if ((long)rows * columns > MostComparisons) return places;

        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                lengths[i, j] = old[start + i] == @new[start + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (old[start + i] == @new[start + j]) places[start + i++] = start + j++;
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return places;
    }
}
