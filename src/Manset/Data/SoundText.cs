using System.Buffers;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Manset.Data;

/// <summary>
/// Text that can be kept: no NUL, which PostgreSQL refuses, and no half of a surrogate pair, which no encoding has. What holds one
/// is mended on its way to the database, as a value and as a question alike, so that no sender can make a query fail.
/// </summary>
sealed class SoundText() : ValueConverter<string, string>(text => Of(text), text => text)
{
    static readonly SearchValues<char> Doubtful = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);

    public static string? OrNone(string? text) => text is null ? null : Of(text);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Doubtful)) return text;

        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) sound.Append(rune.ToString());
        return sound.ToString();
    }
}
