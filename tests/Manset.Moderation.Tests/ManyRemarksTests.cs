namespace Manset.Moderation.Tests;

/// <summary>Links, length, and the rules that look at what was said before.</summary>
public sealed class ManyRemarksTests
{
    static readonly Judge Judge = Judge.For(HouseRules.Default("tr"));

    [Theory]
    [InlineData("Kaynak: https://example.com/a", Decision.Approve)]
    [InlineData("Kaynaklar: https://example.com/a ve www.example.org", Decision.Hold)]
    [InlineData("a.com b.com c.com d.com e.com f.com", Decision.Reject)]
    [InlineData("Toplantı bitti.Sonra gittik.", Decision.Approve)]
    [InlineData("Bana ali@example.com ve veli@example.com yazdı", Decision.Reject)]
    public void Links_are_counted(string text, Decision decision) => Assert.Equal(decision, Judge.Weigh(new(text)).Decision);

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("\n\t"), InlineData("..."), InlineData("!?"), InlineData("\u200B\u200D\uFEFF"), InlineData("\u3164"), InlineData("\0"), InlineData("\uD800")]
    public void Nothing_to_read_is_never_approved(string text)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Equal("length", Assert.Single(verdict.Findings).Rule);
    }

    [Fact]
    public void Too_long_is_refused_from_the_first_sign_too_many()
    {
        var sentence = "Bu haber güzel olmuş. ";
        var finding = Assert.Single(Judge.Weigh(new(string.Concat(Enumerable.Repeat(sentence, 150)))).Findings);

        Assert.Equal(("length", 3000, 3300), (finding.Rule, finding.Start, finding.End));
    }

    const string Said = "Bu yasa tasarısının ikinci maddesi yeniden görüşülmeli, yoksa mahkemeden döner.";

    [Theory]
    [InlineData(Said, 1, true, Decision.Reject)]
    [InlineData("bu yasa tasarısının ikinci maddesi yeniden görüşülmeli yoksa mahkemeden döner!!!", 1, true, Decision.Reject)]
    [InlineData(Said, 1, false, Decision.Hold)]
    [InlineData(Said, 30, true, Decision.Approve)]
    [InlineData("Bu yasa tasarısının ikinci maddesi yeniden görüşülmeli, yoksa mahkemeden dönerr.", 1, true, Decision.Hold)]
    [InlineData("Bambaşka bir düşüncem var: madde kalmalı, gerekçe değişmeli.", 1, true, Decision.Approve)]
    public void What_was_said_before_is_not_said_again(string text, int hoursAgo, bool sameHand, Decision decision) =>
        Assert.Equal(decision, Judge.Weigh(new(text) { Earlier = [new(Said, TimeSpan.FromHours(hoursAgo), sameHand)] }).Decision);

    [Fact]
    public void A_short_thanks_may_be_said_by_many() =>
        Assert.Equal(Decision.Approve, Judge.Weigh(new("Teşekkürler") { Earlier = [new("Teşekkürler", TimeSpan.FromMinutes(1), SameHand: false)] }).Decision);

    [Theory]
    [InlineData(4, 1, Decision.Approve)]
    [InlineData(5, 1, Decision.Reject)]
    [InlineData(5, 3, Decision.Approve)]
    public void One_hand_may_not_flood(int remarks, int minutesApart, Decision decision)
    {
        var earlier = Enumerable.Range(1, remarks).Select(at => new EarlierRemark($"{at} numaralı düşüncem başkaydı", TimeSpan.FromMinutes(at * minutesApart), SameHand: true));

        Assert.Equal(decision, Judge.Weigh(new("Güzel haber.") { Earlier = [.. earlier] }).Decision);
    }

    [Theory]
    [InlineData("Yeter!!!!!", Decision.Approve)]
    [InlineData("Yeter!!!!!!!!!!!!!!!!!!", Decision.Hold)]
    [InlineData("oy oy oy oy oy oy oy oy oy", Decision.Hold)]
    [InlineData("Oy oy oy, dediler.", Decision.Approve)]
    public void One_sign_or_word_over_and_over_is_held(string text, Decision decision) => Assert.Equal(decision, Judge.Weigh(new(text)).Decision);
}
