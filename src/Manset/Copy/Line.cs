using System.Text;

namespace Manset.Copy;

[Flags]
enum Marks { None = 0, Strong = 1, Emphasis = 2, Cite = 4 }

/// <summary>
/// The running text of one paragraph, list item, cell or caption, as stretches of equal marks: wrongly crossed tags of the
/// source cannot reach the output. White space is collapsed, and a space between marked and plain text stands outside the mark.
/// </summary>
sealed class Line
{
    static readonly (Marks Mark, string Tag)[] Nesting = [(Marks.Strong, "strong"), (Marks.Emphasis, "em"), (Marks.Cite, "cite")];

    readonly List<(StringBuilder Text, Marks Marks, string? Link)> runs = [];
    bool spaceAhead;
    bool breakAhead;
    bool hasText;

    public bool IsEmpty => !hasText;

    public void Add(ReadOnlySpan<char> text, Marks marks, string? link)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                spaceAhead = true;
                continue;
            }
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                Settle(marks, link).Append(character).Append(text[++at]);
                hasText = true;
                continue;
            }
            if (char.IsSurrogate(character)) character = '\uFFFD';
            if (char.IsControl(character) || character is '\uFFFE' or '\uFFFF') continue;

            Settle(marks, link).Append(character);
            hasText |= !char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF');
        }
    }

    /// <returns>Whether a break already waited here: the line is over.</returns>
    public bool Break()
    {
        if (!hasText) return false;
        var again = breakAhead;
        breakAhead = true;
        return again;
    }

    /// <summary>The run that takes the next character, after the white space that waited for it.</summary>
    StringBuilder Settle(Marks marks, string? link)
    {
        if (runs.Count > 0 && breakAhead) Run(Marks.None, null).Append('\n');
        else if (runs.Count > 0 && spaceAhead)
        {
            var before = runs[^1];
            Run(before.Marks & marks, before.Link == link ? link : null).Append(' ');
        }
        spaceAhead = breakAhead = false;
        return Run(marks, link);
    }

    StringBuilder Run(Marks marks, string? link)
    {
        if (runs.Count == 0 || runs[^1].Marks != marks || runs[^1].Link != link) runs.Add((new(), marks, link));
        return runs[^1].Text;
    }

    public void WriteText(StringBuilder output)
    {
        foreach (var run in runs) output.Append(Composed(run.Text));
    }

    public void WriteHtml(StringBuilder output)
    {
        var (open, link) = (Marks.None, (string?)null);
        foreach (var run in runs)
        {
            if (run.Link != link)
            {
                Turn(output, open, open = Marks.None);
                if (link is not null) output.Append("</a>");
                link = run.Link;
                if (link is not null) output.Append("<a href=\"").Escaped(link).Append("\">");
            }
            Turn(output, open, open = run.Marks);
            output.Escaped(Composed(run.Text), breaks: true);
        }
        Turn(output, open, Marks.None);
        if (link is not null) output.Append("</a>");
    }

    /// <summary>One letter, one character: <c>ş</c> may arrive as s and a loose cedilla.</summary>
    static string Composed(StringBuilder text) => text.ToString().Normalize();

    /// <summary>From one set of marks to another; strong is always outside em, and em outside cite.</summary>
    static void Turn(StringBuilder output, Marks from, Marks to)
    {
        var same = 0;
        while (same < Nesting.Length && (from & Nesting[same].Mark) == (to & Nesting[same].Mark)) same++;
        for (var inner = Nesting.Length - 1; inner >= same; inner--)
            if (from.HasFlag(Nesting[inner].Mark)) output.Append("</").Append(Nesting[inner].Tag).Append('>');
        for (var inner = same; inner < Nesting.Length; inner++)
            if (to.HasFlag(Nesting[inner].Mark)) output.Append('<').Append(Nesting[inner].Tag).Append('>');
    }
}

static class Escaping
{
    public static StringBuilder Escaped(this StringBuilder output, ReadOnlySpan<char> text, bool breaks = false)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' when !breaks => output.Append("&quot;"),
                '\n' when breaks => output.Append("<br>"),
                _ => output.Append(character),
            };
        }
        return output;
    }
}
