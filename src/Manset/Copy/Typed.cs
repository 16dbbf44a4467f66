using System.Globalization;
using System.Text;

namespace Manset.Copy;

/// <summary>What someone typed into a field, or a program sent as if: without what no page can show.</summary>
public static class Typed
{
    /// <summary>Letters and signs that are drawn as nothing: fillers of Hangul, the empty cell of Braille.</summary>
    static readonly int[] Fillers = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800];

    /// <summary>One line: no breaks, no control characters, no halves of surrogate pairs, blanks collapsed.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";

        var line = Sound(text, control => " ");
        return string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
    }

    /// <summary>A text as it is, with its breaks; only what no page can show is left out.</summary>
    public static string Text(string? text) => text is null ? "" : Sound(text, control => control.Value is '\n' or '\r' or '\t' ? control.ToString() : "");

    /// <summary>Is there nothing in it that an eye could see?</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var unseen = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark;
            if (!unseen && !Rune.IsWhiteSpace(rune) && !Fillers.Contains(rune.Value)) return false;
        }
        return true;
    }

    static string Sound(string text, Func<Rune, string> control)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xFFFD || (rune.Value & 0xFFFE) == 0xFFFE) continue;
            sound.Append(Rune.IsControl(rune) ? control(rune) : rune.ToString());
        }
        return sound.ToString();
    }
}
