using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Manset.Wire;

/// <summary>
/// What people get wrong when they write XML as text: a bare ampersand, an entity of HTML, a control character, a lone less-than.
/// Each is put as it was meant; lines stay where they were. CDATA sections are left alone but for characters that XML cannot hold.
/// </summary>
static class Mending
{
    const int LongestEntity = 32;

    public static string Of(string text)
    {
        var output = new StringBuilder(text.Length + 256);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '<' && Begins(text, at, "<![CDATA[")) at = Copy(text, at, "]]>", output);
            else if (text[at] == '<' && Begins(text, at, "<!--")) at = Blank(text, at, "-->", output);
            else if (text[at] == '<' && !OpensTag(text, at)) output.Append("&lt;");
            else if (text[at] == '&') at = Reference(text, at, output);
            else Character(text, at, output);
        }
        return output.ToString();
    }

    static bool Begins(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    static bool OpensTag(string text, int at) =>
        at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?' or '_');

    static int Copy(string text, int at, string end, StringBuilder output)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        if (found < 0) found = text.Length - end.Length;
        for (; at < found + end.Length; at++) Character(text, at, output);
        return at - 1;
    }

    static int Blank(string text, int at, string end, StringBuilder output)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        var stop = found < 0 ? text.Length : found + end.Length;
        for (; at < stop; at++) output.Append(text[at] is '\n' ? '\n' : ' ');
        return at - 1;
    }

    /// <returns>The last character of what was read.</returns>
    static int Reference(string text, int at, StringBuilder output)
    {
        var reach = text.AsSpan(at + 1, Math.Min(LongestEntity, text.Length - at - 1));
        var length = reach.IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || reach[length] != ';')
        {
            output.Append("&amp;");
            return at;
        }
        var name = reach[..length].ToString();
        if (name is "amp" or "lt" or "gt" or "quot" or "apos") output.Append('&').Append(name).Append(';');
        else if (name[0] == '#')
        {
            if (Number(name) is { } rune) output.Append(rune is { Value: '<' or '&' } ? $"&#{rune.Value};" : rune.ToString());
        }
        else if (HtmlEntityProvider.Resolver.GetSymbol(name + ";") is { } symbol) output.Append(symbol is "<" ? "&lt;" : symbol is "&" ? "&amp;" : symbol);
        else output.Append("&amp;").Append(name).Append(';');
        return at + length + 1;
    }

    static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Null for what XML cannot hold.</summary>
    static Rune? Number(string name)
    {
        var hexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        var read = int.TryParse(name.AsSpan(hexadecimal ? 2 : 1),
            hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, null, out var value);
        if (!read || !Rune.IsValid(value)) return null;
        // Numbers of the Windows table, as browsers read them.
        if (value is >= 0x80 and <= 0x9F) value = Encoding.GetEncoding(1252).GetString([(byte)value])[0];
        return value < ' ' && value is not ('\t' or '\n' or '\r') || value is 0xFFFE or 0xFFFF ? null : new Rune(value);
    }

    static void Character(string text, int at, StringBuilder output)
    {
        var character = text[at];
        var paired = char.IsHighSurrogate(character) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : !char.IsLowSurrogate(character) || (at > 0 && char.IsHighSurrogate(text[at - 1]));
        if (!paired) output.Append('\uFFFD');
        else if (character is '\t' or '\n' or '\r' or >= ' ' and not ('\uFFFE' or '\uFFFF')) output.Append(character);
    }
}
