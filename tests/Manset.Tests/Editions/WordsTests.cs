using System.Text.RegularExpressions;
using Manset.Editions;

namespace Manset.Tests.Editions;

public sealed partial class WordsTests
{
    static readonly Words Turkish = Words.In("tr"), English = Words.In("en");

    [Fact]
    public void Both_languages_say_the_same_things() => Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Turkish.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_has_the_same_holes_in_both_languages() =>
        Assert.All(English.Keys, key => Assert.Equal(Holes(English[key]), Holes(Turkish[key])));

    [Fact]
    public void Nothing_is_left_unsaid() =>
        Assert.All(English.Keys, key => Assert.False(string.IsNullOrWhiteSpace(English[key]) || string.IsNullOrWhiteSpace(Turkish[key]), key));

    static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(hole => hole.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();
}
