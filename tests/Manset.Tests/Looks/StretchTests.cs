using Manset.Looks;
using Manset.Moderation;

namespace Manset.Tests.Looks;

public sealed class StretchTests
{
    static Finding At(int start, int end) => new("insult", start, end, 1, "");

    [Fact]
    public void Overlapping_findings_mark_their_words_once()
    {
        var stretches = Stretch.Of("çok ayıp bir söz", [At(9, 16), At(4, 8), At(6, 12)]);

        Assert.Equal([new("çok ", false), new("ayıp", true), new(" ", false), new("bir söz", true)], Stretch.Of("çok ayıp bir söz", [At(9, 16), At(4, 8)]));
        Assert.Equal([new("çok ", false), new("ayıp bir söz", true)], stretches);
    }

    [Fact]
    public void A_span_outside_the_text_is_cut_to_it()
    {
        Assert.Equal([new("söz", true)], Stretch.Of("söz", [At(-4, 99)]));
        Assert.Equal([new("söz", false)], Stretch.Of("söz", [At(7, 9), At(2, 1)]));
        Assert.Empty(Stretch.Of("", [At(0, 3)]));
    }

    [Theory]
    [InlineData("düz", "düz")]
    [InlineData("a \u0002b\u0003 c", "a |[b]| c")]
    [InlineData("\u0002b\u0003\u0002c\u0003", "[b]|[c]")]
    [InlineData("\u0002açık kaldı", "[açık kaldı]")]
    [InlineData("", "")]
    public void A_passage_is_read_by_its_marks(string passage, string expected) =>
        Assert.Equal(expected, string.Join('|', Stretch.Read(passage).Select(stretch => stretch.Marked ? $"[{stretch.Text}]" : stretch.Text)));
}
