namespace Manset.Desk.Shares;

/// <summary>A piece of a paragraph that is one agency's, or nobody's.</summary>
public readonly record struct ShareStretch(string Text, int? Source)
{
    /// <summary>The paragraphs of a field, each in its pieces.</summary>
    public static IEnumerable<IReadOnlyList<ShareStretch>> Paragraphs(SharedField field)
    {
        var start = 0;
        foreach (var paragraph in field.Text.Split('\n'))
        {
            if (paragraph.Length > 0) yield return Pieces(field, start, start + paragraph.Length);
            start += paragraph.Length + 1;
        }
    }

    static List<ShareStretch> Pieces(SharedField field, int start, int end)
    {
        var pieces = new List<ShareStretch>();
        var done = start;
        foreach (var run in field.Runs.Where(run => run.End > start && run.Start < end))
        {
            var (from, to) = (Math.Max(run.Start, start), Math.Min(run.End, end));
            if (from > done) pieces.Add(new(field.Text[done..from], null));
            pieces.Add(new(field.Text[from..to], run.Source));
            done = to;
        }
        if (done < end) pieces.Add(new(field.Text[done..end], null));
        return pieces;
    }
}
