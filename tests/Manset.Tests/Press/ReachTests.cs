using Manset.Ledger;
using Manset.Press;

namespace Manset.Tests.Press;

public sealed class ReachTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Act.Published, "first", "every:tr story:7 teaser:7 translations:5 list:tr list:tr/politics")]
    [InlineData(Act.Published, "", "every:tr story:7 teaser:7 translations:5")]
    [InlineData(Act.Published, "moved", "every:tr story:7 teaser:7 translations:5 list:tr/politics list:tr/world")]
    [InlineData(Act.Corrected, "", "every:tr story:7 teaser:7 translations:5")]
    [InlineData(Act.Corrected, "moved", "every:tr story:7 teaser:7 translations:5 list:tr/politics list:tr/world")]
    [InlineData(Act.Killed, "", "every:tr story:7 teaser:7 translations:5")]
    [InlineData(Act.Embargoed, "", "every:tr story:7 teaser:7 translations:5 list:tr list:tr/politics")]
    [InlineData(Act.EmbargoLifted, "", "every:tr story:7 teaser:7 translations:5 list:tr list:tr/politics")]
    [InlineData(Act.EmbargoLifted, "wire", "")]
    [InlineData(Act.Lapsed, "", "every:tr story:7 teaser:7 translations:5")]
    [InlineData(Act.CommentShown, "", "comments:7")]
    [InlineData(Act.CommentRejected, "", "comments:7")]
    [InlineData(Act.CommentHeld, "", "")]
    [InlineData(Act.CommentRefused, "", "")]
    [InlineData(Act.Filed, "", "")]
    [InlineData(Act.Saved, "", "")]
    [InlineData(Act.Spiked, "", "")]
    [InlineData(Act.Received, "wire", "")]
    [InlineData(Act.PictureCame, "wire", "")]
    [InlineData(Act.Handled, "wire", "")]
    [InlineData(Act.Clustered, "wire", "")]
    [InlineData(Act.Cleared, "wire", "")]
    [InlineData(Act.Recalling, "", "")]
    [InlineData(Act.Recalled, "", "")]
    [InlineData(Act.Led, "lead", "lead:tr/")]
    public void An_act_reaches_what_shows_it_and_no_more(Act act, string with, string keys)
    {
        var entry = Entry.Of(act, 7, "elif", Now, "tr",
            ("section", with == "lead" ? "" : "politics"),
            ("sectionBefore", with == "moved" ? "world" : null),
            ("root", with == "wire" ? null : "5"),
            ("first", with == "first" ? "true" : null));

        var reached = Reach.Of(entry).ToList();

        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), reached.Order());
    }

    [Fact]
    public void Every_act_has_been_thought_of()
    {
        var table = typeof(ReachTests).GetMethod(nameof(An_act_reaches_what_shows_it_and_no_more))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (Act)row.Data[0]!);

        Assert.Empty(Enum.GetValues<Act>().Except(table));
    }
}
