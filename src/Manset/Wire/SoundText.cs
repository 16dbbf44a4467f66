using System.Text;

namespace Manset.Wire;

/// <summary>Text that can be kept: no NUL, which PostgreSQL refuses, and no half of a surrogate pair, which no encoding has.</summary>
static class SoundText
{
    public static string? OrNone(string? text) => text is null ? null : Of(text);

    public static string Of(string text)
    {
        if (IsSound(text)) return text;

        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) sound.Append(rune.ToString());
        return sound.ToString();
    }

    static bool IsSound(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(Doubtful); at >= 0 && at < text.Length; at++)
        {
            if (text[at] == '\0' || char.IsLowSurrogate(text[at])) return false;
            if (char.IsHighSurrogate(text[at]) && (++at == text.Length || !char.IsLowSurrogate(text[at]))) return false;
        }
        return true;
    }

    static readonly System.Buffers.SearchValues<char> Doubtful = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);
}
