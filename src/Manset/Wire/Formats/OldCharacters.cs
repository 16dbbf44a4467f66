using System.Text;

namespace Manset.Wire;

/// <summary>
/// Which letters the bytes of a teleprinter message are; it has nowhere to say. UTF-8 where the bytes are that; else the code page in
/// which most of what stands between letters is a letter of Turkish; in seven bits, the national letters that stand in the place of brackets.
/// </summary>
static class OldCharacters
{
    const string Turkish = "çğıöşüÇĞİÖŞÜâîû", Western = "äöüßéèêëàáâãåæçñóòôøúùûíìîïÄÖÜÉÅÆØÑ";
    /// <summary>DEC's national replacement set for Turkish, and ISO 646-DE: what stands for what.</summary>
    const string SevenBit = "!&@[\\]^`{|}~", TurkishSeven = "ığİŞÖÇÜĞşöçü", BracketsOnly = "[\\]{|}~", GermanSeven = "ÄÖÜäöüß";

    public static Func<ReadOnlySpan<byte>, string> Of(ReadOnlySpan<byte> document)
    {
        if (Ascii.IsValid(document)) return Seven(document);
        if (System.Text.Unicode.Utf8.IsValid(document)) return Encoding.UTF8.GetString;
        CodePages();
        var sample = document[..Math.Min(document.Length, 64 * 1024)].ToArray();
        // Ties go to the first: Windows and ISO 8859-9 are one in all letters.
        (int Page, string Letters)[] pages = [(1254, Turkish), (857, Turkish), (1252, Western), (850, Western), (1250, "ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰ")];
        return Encoding.GetEncoding(pages.MaxBy(page => Score(Encoding.GetEncoding(page.Page).GetString(sample), page.Letters)).Page).GetString;
    }

    static void CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Letters of that alphabet beside letters count for it, anything else beyond ASCII against it.</summary>
    static int Score(string text, string letters)
    {
        var score = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] < 0x80) continue;
            var beside = char.IsLetter(text[at - 1]) || char.IsLetter(text[at + 1]);
            score += letters.Contains(text[at], StringComparison.Ordinal) ? beside ? 3 : 1 : char.IsLetter(text[at]) ? -1 : beside ? -3 : 0;
        }
        return score;
    }

    static Func<ReadOnlySpan<byte>, string> Seven(ReadOnlySpan<byte> document)
    {
        var (brackets, dotless) = (0, 0);
        for (var at = 1; at + 1 < document.Length; at++)
        {
            if (!char.IsAsciiLetter((char)document[at - 1]) || !char.IsAsciiLetter((char)document[at + 1])) continue;
            if (document[at] is (byte)'{' or (byte)'|' or (byte)'}' or (byte)'~') brackets++;
            if (document[at] is (byte)'!' or (byte)'&') dotless++;
        }
        if (brackets < 3) return Encoding.ASCII.GetString;
        var (from, to) = dotless >= 2 ? (SevenBit, TurkishSeven) : (BracketsOnly, GermanSeven);
        return bytes => Replaced(Encoding.ASCII.GetString(bytes), from, to);
    }

    /// <summary>A mark that stands by itself is the mark; between letters, or at the edge of a word, it is the letter.</summary>
    static string Replaced(string text, string from, string to) => string.Create(text.Length, (text, from, to), static (output, state) =>
    {
        for (var at = 0; at < output.Length; at++)
        {
            var found = state.from.IndexOf(state.text[at], StringComparison.Ordinal);
            output[at] = found >= 0 && IsInWord(state.text, at) ? state.to[found] : state.text[at];
        }
    });

    /// <summary>An exclamation ends a sentence: where the sentence goes on, it was a letter.</summary>
    static bool IsInWord(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        if (char.IsAsciiLetter(after)) return true;
        if (!(char.IsAsciiLetter(before) || "{|}~[]\\`".Contains(before, StringComparison.Ordinal))) return false;
        return text[at] is not ('!' or '&' or '^') || after is '.' or ',' or ';' or ':' or '\'' || (after == ' ' && at + 2 < text.Length && char.IsAsciiLetterLower(text[at + 2]));
    }
}
