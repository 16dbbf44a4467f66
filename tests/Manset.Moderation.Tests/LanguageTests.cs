namespace Manset.Moderation.Tests;

public sealed class LanguageTests
{
    static readonly Judge Turkish = Judge.For(HouseRules.Default("tr"));
    static readonly Judge English = Judge.For(HouseRules.Default("en"));

    [Theory]
    [InlineData("This is a good article, thank you."), InlineData("I got it, thanks for sharing."), InlineData("Why does nobody talk about this?"), InlineData("Das ist nicht gut für die Menschen."), InlineData("C'est une très bonne nouvelle pour tous")]
    [InlineData("El gobierno no ha hecho nada por la gente"), InlineData("Это очень хорошая новость"), InlineData("هذا خبر جيد جدا"), InlineData("这是一个好消息"), InlineData("Αυτό είναι πολύ καλό"), InlineData("Ez ji te hez dikim û li vê derê me")]
    public void Another_language_waits_for_a_person_on_the_Turkish_edition(string text)
    {
        var verdict = Turkish.Weigh(new(text));

        Assert.Equal(Decision.Hold, verdict.Decision);
        Assert.DoesNotContain(verdict.Findings, finding => finding.Rule is "spelling" or "turkish-letters");
    }

    [Theory]
    [InlineData("Bugun hava cok guzel"), InlineData("slm nbr herkez burda"), InlineData("Merhaba"), InlineData("Evet"), InlineData("ok"), InlineData("Super haber, bravo"), InlineData("Harika bir concert oldu, thanks"), InlineData("Netflix ve Spotify zam yaptı"), InlineData("👍👏"), InlineData("12345")]
    public void Turkish_and_what_is_too_short_to_tell_are_not_held_for_their_language(string text) =>
        Assert.Equal(0, Turkish.Weigh(new(text)).Scores["language"]);

    [Theory]
    [InlineData("Bugun hava cok guzel", true), InlineData("Bu haberi okuyunca çok üzüldüm.", true), InlineData("Das ist nicht gut für die Menschen.", true), InlineData("I read it twice.", false), InlineData("Erdoğan said no.", false), InlineData("lol", false)]
    public void The_English_edition_holds_Turkish_and_others(string text, bool held) =>
        Assert.Equal(held, English.Weigh(new(text)).Scores["language"] >= 0.7);
}
