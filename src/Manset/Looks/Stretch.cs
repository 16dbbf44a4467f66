using Manset.Moderation;

namespace Manset.Looks;

/// <summary>A piece of text that is marked or is not: a found word, an offending one.</summary>
public readonly record struct Stretch(string Text, bool Marked)
{
    /// <summary>What a search index puts before and after a word it found. Not allowed in copy, so they cannot be in the text itself.</summary>
    public const char Opening = '\u0002', Closing = '\u0003';

    /// <summary>Reads a passage that has its marks in it.</summary>
    public static IReadOnlyList<Stretch> Read(string passage)
    {
        List<Stretch> stretches = [];
        var marked = false;
        var start = 0;
        for (var at = 0; at <= passage.Length; at++)
        {
            if (at < passage.Length && passage[at] is not (Opening or Closing)) continue;
            if (at > start) stretches.Add(new(passage[start..at], marked));
            marked = at < passage.Length && passage[at] == Opening;
            start = at + 1;
        }
        return stretches;
    }

    /// <summary>Marks the words that findings speak of; where they overlap, once. Spans outside the text are cut to it.</summary>
    public static IReadOnlyList<Stretch> Of(string text, IEnumerable<Finding> findings)
    {
        List<Stretch> stretches = [];
        var done = 0;
        foreach (var (start, end) in Merge(text.Length, findings))
        {
            if (start > done) stretches.Add(new(text[done..start], false));
            stretches.Add(new(text[start..end], true));
            done = end;
        }
        if (done < text.Length) stretches.Add(new(text[done..], false));
        return stretches;
    }

    static IEnumerable<(int Start, int End)> Merge(int length, IEnumerable<Finding> findings)
    {
        (int Start, int End)? open = null;
        foreach (var finding in findings.OrderBy(finding => finding.Start))
        {
            var start = Math.Clamp(finding.Start, 0, length);
            var end = Math.Clamp(finding.End, start, length);
            if (start == end) continue;
            if (open is { } span && start <= span.End) open = (span.Start, Math.Max(span.End, end));
            else
            {
                if (open is { } finished) yield return finished;
                open = (start, end);
            }
        }
        if (open is { } last) yield return last;
    }
}
