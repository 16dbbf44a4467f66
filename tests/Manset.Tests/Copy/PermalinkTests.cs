using System.Globalization;
using Manset.Copy;

namespace Manset.Tests.Copy;

public sealed class PermalinkTests
{
    [Theory]
    [InlineData("İstanbul'da ılık bir gün", "istanbulda-ilik-bir-gun")]
    [InlineData("IŞIK Iğdır’dan geliyor!", "isik-igdirdan-geliyor")]
    [InlineData("  %12,5 zam -- çay & şeker ", "12-5-zam-cay-seker")]
    [InlineData("Москва: новый год", "moskva-novyi-god")]
    [InlineData("Αθήνα", "athina")]
    [InlineData("東京", "haber")]
    [InlineData("", "haber")]
    [InlineData("Straße Ærø Łódź", "strasse-aero-lodz")]
    public void A_headline_becomes_a_plain_path(string headline, string path) =>
        Assert.Equal(path, Permalink.Of(headline, CultureInfo.GetCultureInfo("tr-TR")));

    [Fact]
    public void A_headline_without_letters_is_a_story_in_English() => Assert.Equal("story", Permalink.Of("?!", CultureInfo.GetCultureInfo("en-GB")));

    [Fact]
    public void A_long_headline_is_cut_at_a_word()
    {
        var path = Permalink.Of(string.Join(' ', Enumerable.Repeat("cumhurbaşkanlığı", 20)), CultureInfo.GetCultureInfo("tr-TR"));
        Assert.Equal("cumhurbaskanligi-cumhurbaskanligi-cumhurbaskanligi-cumhurbaskanligi", path);
        Assert.Equal(80, Permalink.Of(new string('a', 300), CultureInfo.InvariantCulture).Length);
    }

    [Theory]
    [InlineData("Cumhurbaşkanı", "cumhurbaskani")]
    [InlineData("IŞIK ışık İŞİK işik", "isik isik isik isik")]
    [InlineData("Kâğıt rûya île", "kagit ruya ile")]
    [InlineData("s\u0327ehir", "sehir")]
    public void Words_meet_when_searched(string text, string folded) => Assert.Equal(folded, Folding.Of(text));

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("sehir\uFFFD", Folding.Of("şehir" + (char)0xD800));
}
