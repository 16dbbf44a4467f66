using System.Text;

namespace Manset.Moderation.Text;

/// <summary>Parts a text, in one pass, into runs with their places in it.</summary>
static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 4);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            OfChunk(text, at, end, tokens);
            at = end;
        }
        return tokens;
    }

    /// <summary>Letters with the marks set on them, and what is written between letters without being seen.</summary>
    public static bool IsWordPart(char sign) => Letters.IsLetter(sign) || (sign >= 128 && (IsUnseen(sign) || char.IsSurrogate(sign) is false && IsMark(sign)));

    public static bool IsUnseen(char sign) => sign is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064');

    public static bool IsMark(char sign) => sign >= '\u0300' && Rune.TryCreate(sign, out var rune) && Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;

    static void OfChunk(string text, int start, int end, List<Token> tokens)
    {
        var chunk = text.AsSpan(start, end - start);
        if (chunk[0] is '@' or '#' && chunk.Length > 1)
        {
            var stop = start + 1;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '_' or '.')) stop++;
            if (stop > start + 1)
            {
                tokens.Add(new(start, stop, chunk[0] == '@' ? Sort.Mention : Sort.Hashtag));
                start = stop;
            }
        }
        else if (Addresses.Span(chunk) is { } address)
        {
            if (address.Start > 0) Runs(text, start, start + address.Start, tokens);
            tokens.Add(new(start + address.Start, start + address.End, Sort.Address));
            start += address.End;
        }
        Runs(text, start, end, tokens);
    }

    static void Runs(string text, int at, int end, List<Token> tokens)
    {
        while (at < end)
        {
            var start = at;
            var letters = 0;
            var digits = 0;
            while (at < end && (IsWordPart(text[at]) || char.IsAsciiDigit(text[at])))
            {
                if (char.IsAsciiDigit(text[at])) digits++; else letters++;
                at++;
            }
            if (at > start) tokens.Add(new(start, at, digits == 0 ? Sort.Word : letters == 0 ? Sort.Number : Sort.Mixed));
            else tokens.Add(new(start, ++at, Sort.Sign));
        }
    }
}
