using System.Text.RegularExpressions;

namespace Manset.Looks;

/// <summary>Style sheets are written for people and sent to browsers: what only people need stays at home.</summary>
static partial class StyleSheet
{
    /// <summary>Drops comments, indentation and the blanks around punctuation. Text in quotation marks must not hold comments, nor does ours.</summary>
    public static string Tighten(string sheet) => Blanks().Replace(Edges().Replace(Comments().Replace(sheet, ""), "$1"), " ");

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    // Not around ':' as "a :is(b)" differs from "a:is(b)", nor around '+' and '-' which calc() wants apart.
    [GeneratedRegex(@"\s*([{};,])\s*")]
    private static partial Regex Edges();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
