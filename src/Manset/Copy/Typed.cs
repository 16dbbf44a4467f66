using System.Text;

namespace Manset.Copy;

/// <summary>What someone typed into a field, or a program sent as if: without what no page can show.</summary>
public static class Typed
{
    /// <summary>One line: no breaks, no control characters, no halves of surrogate pairs, blanks collapsed.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";

        var line = Sound(text, control => " ");
        return string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
    }

    /// <summary>A text as it is, with its breaks; only what no page can show is left out.</summary>
    public static string Text(string? text) => text is null ? "" : Sound(text, control => control.Value is '\n' or '\r' or '\t' ? control.ToString() : "");

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
