using System.Globalization;
using Manset.Copy;

namespace Manset.Wire.Clusters;

/// <summary>A word of copy as it is compared: folded, without what follows an apostrophe's place in it being lost to it.</summary>
/// <param name="Folded">Whole, apostrophes left out: <c>turkiyenin</c>.</param>
/// <param name="Bare">Without a suffix behind an apostrophe: <c>turkiye</c>.</param>
/// <param name="Opens">Does it open a sentence, where a capital says nothing?</param>
readonly record struct Word(string Folded, string Bare, bool Capital, bool Opens, bool Figure)
{
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 7 + 4);
        var opens = true;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or ':' or '…' or '\n' or '"' or '“' or '«';
                at++;
                continue;
            }
            var (start, apostrophe) = (at, -1);
            while (at < text.Length && (IsInside(text[at]) || (at + 1 < text.Length && Joins(text, at))))
            {
                if (apostrophe < 0 && text[at] is '\'' or '’' or '‘' or 'ʼ') apostrophe = at;
                at++;
            }
            words.Add(Read(text, start, at, apostrophe, opens));
            opens = false;
        }
        return words;
    }

    static Word Read(string text, int start, int end, int apostrophe, bool opens)
    {
        if (char.IsDigit(text[start]))
        {
            var figure = Normal(text[start..(apostrophe < 0 ? end : apostrophe)]);
            return new(figure, figure, false, opens, true);
        }
        var whole = Folding.Of(text[start..end]).Replace("'", "", StringComparison.Ordinal);
        var bare = apostrophe < 0 ? whole : Folding.Of(text[start..apostrophe]);
        return new(whole, bare, char.IsUpper(text[start]), opens, false);
    }

    static bool IsInside(char character) =>
        char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;

    /// <summary>An apostrophe between letters, a point or comma between digits.</summary>
    static bool Joins(string text, int at) => text[at] switch
    {
        '\'' or '’' or '‘' or 'ʼ' => char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]),
        '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
        _ => false,
    };

    /// <summary>The same figure however it is written: <c>5.000</c> and <c>5,000</c>, <c>103,7</c> and <c>103.7</c>.</summary>
    static string Normal(string figure)
    {
        var parts = figure.Split('.', ',');
        if (parts.Length == 1) return figure;

        var grouped = parts.Skip(1).All(part => part.Length == 3) && parts[0].Length <= 3;
        return grouped ? string.Concat(parts) : $"{string.Concat(parts[..^1])}.{parts[^1]}";
    }
}
