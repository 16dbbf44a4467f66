namespace Manset.Moderation.Tests;

public sealed class TurkishLettersTests
{
    [Theory]
    [InlineData("Bugun hava cok guzel", "Bugün hava çok güzel")]
    [InlineData("Istanbul'da yasiyorum", "İstanbul'da yaşıyorum")]
    [InlineData("Isik hizla gecti", "Işık hızla geçti")]
    [InlineData("Cumhurbaskani aciklama yapti", "Cumhurbaşkanı açıklama yaptı")]
    [InlineData("Sik sik gelirim", "Sık sık gelirim")]
    [InlineData("Olumden korkmuyorum", "Ölümden korkmuyorum")]
    [InlineData("on bes kisi oldu", "on beş kişi oldu")]
    [InlineData("BUGUN HAVA COK GUZEL", "BUGÜN HAVA ÇOK GÜZEL")]
    [InlineData("Şimdi degil, yarin gel", "Şimdi değil, yarın gel")]
    [InlineData("Çok güzel bir yazı olmuş.", "Çok güzel bir yazı olmuş.")]
    [InlineData("This is a good article about the city", "This is a good article about the city")]
    [InlineData("@cok_guzel #cokguzel cok@guzel.com https://cok.com/guzel", "@cok_guzel #cokguzel cok@guzel.com https://cok.com/guzel")]
    [InlineData("Facebook ve Google calismiyor", "Facebook ve Google çalışmıyor")]
    [InlineData("Turkiye'nin nufusu artti", "Türkiye'nin nüfusu arttı")]
    [InlineData("", "")]
    public void Letters_are_restored_where_the_words_need_them(string bare, string restored) => Assert.Equal(restored, TurkishLetters.Restore(bare));

    [Fact]
    public void The_text_keeps_its_length_and_all_that_is_no_letter()
    {
        var text = "a\u0301 cok\t\uD800 güzel \r\n👍 sicak‍ su; İIiı 123 cok1";

        var restored = TurkishLetters.Restore(text);

        Assert.Equal(text.Length, restored.Length);
        Assert.Equal(text.Where(sign => !char.IsLetter(sign)), restored.Where(sign => !char.IsLetter(sign)));
    }

    [Fact]
    public void What_was_restored_stays_as_it_is()
    {
        var once = TurkishLetters.Restore("Dun aksam universitede ogrencilerle gorustuk, cok sey ogrendik.");

        Assert.Equal("Dün akşam üniversitede öğrencilerle görüştük, çok şey öğrendik.", once);
        Assert.Equal(once, TurkishLetters.Restore(once));
    }
}
