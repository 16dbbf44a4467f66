namespace Manset.Wire;

/// <summary>
/// What stands before the first element. A document type that names a public DTD does no harm and is passed over;
/// one that declares entities is refused, for no agency needs them and every attack does.
/// </summary>
static class Prolog
{
    /// <param name="plain">The text with declaration and document type blanked, lines unchanged.</param>
    public static Unreadable? Plain(string text, out string plain)
    {
        plain = text;
        var at = text.IndexOf('<', StringComparison.Ordinal);
        if (at < 0) return new("No XML in it.", Line: 1);

        var blanked = new List<Range> { ..at };
        while (at >= 0 && at + 1 < text.Length && text[at + 1] is '?' or '!')
        {
            int end;
            if (Begins("<!--")) end = After("-->");
            else if (Begins("<?xml ") || Begins("<?xml\n") || Begins("<?xml\t") || Begins("<?xml\r")) blanked.Add(at..(end = After("?>")));
            else if (text[at + 1] == '?') end = After("?>");
            else if (Begins("<!DOCTYPE"))
            {
                var (close, subset) = DocumentType(text, at);
                if (subset.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase) || subset.Contains('%'))
                    return new("The document type declares entities; such documents are not read.", Line: Line(text, at));
                blanked.Add(at..(end = close));
            }
            else break;
            if (end >= text.Length) break;
            at = text.IndexOf('<', end);
        }
        plain = Blank(text, blanked);
        return null;

        bool Begins(string mark) => string.Compare(text, at, mark, 0, mark.Length, StringComparison.OrdinalIgnoreCase) == 0;

        int After(string mark)
        {
            var found = text.IndexOf(mark, at, StringComparison.Ordinal);
            return found < 0 ? text.Length : found + mark.Length;
        }
    }

    static int Line(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');

    static (int End, string Subset) DocumentType(string text, int start)
    {
        var quote = '\0';
        for (var at = start; at < text.Length; at++)
        {
            var character = text[at];
            if (quote != '\0')
            {
                if (character == quote) quote = '\0';
            }
            else if (character is '"' or '\'') quote = character;
            else if (character == '[') return Subset(text, at);
            else if (character == '>') return (at + 1, "");
        }
        return (text.Length, "");
    }

    static (int End, string Subset) Subset(string text, int start)
    {
        for (var close = text.IndexOf(']', start); close >= 0; close = text.IndexOf(']', close + 1))
        {
            var next = close + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            if (next < text.Length && text[next] == '>') return (next + 1, text[start..close]);
        }
        return (text.Length, text[start..]);
    }

    static string Blank(string text, List<Range> ranges) => string.Create(text.Length, (text, ranges), static (output, state) =>
    {
        state.text.CopyTo(output);
        foreach (var range in state.ranges)
        {
            foreach (ref var character in output[range])
                if (character is not ('\n' or '\r')) character = ' ';
        }
    });
}
