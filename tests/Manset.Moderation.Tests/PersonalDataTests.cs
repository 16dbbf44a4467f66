namespace Manset.Moderation.Tests;

public sealed class PersonalDataTests
{
    static readonly Judge Judge = Judge.For(HouseRules.Default("tr"));

    [Theory]
    [InlineData("Beni 0532 123 45 67 numarasından arayın.", "0532 123 45 67"), InlineData("Tel: 05321234567", "05321234567"), InlineData("Arayın: +90 532 123 45 67", "+90 532 123 45 67"), InlineData("0 (212) 555 44 33 numaralı hat", "0 (212) 555 44 33")]
    [InlineData("numaram 532-123-45-67", "532-123-45-67"), InlineData("My number is +44 20 7946 0958", "+44 20 7946 0958"), InlineData("00905321234567 arayın", "00905321234567")]
    [InlineData("Kimlik numarası 10000000146 olan kişi", "10000000146")]
    [InlineData("IBAN: TR33 0006 1005 1978 6457 8413 26", "TR33 0006 1005 1978 6457 8413 26"), InlineData("TR330006100519786457841326 hesabına yatırın", "TR330006100519786457841326"), InlineData("IBAN DE89 3704 0044 0532 0130 00 hesabına", "DE89 3704 0044 0532 0130 00")]
    [InlineData("Bana ozgur@example.com adresinden yazın.", "ozgur@example.com"), InlineData("34 ABC 123 plakalı araç", "34 ABC 123"), InlineData("06AB1234 plakalı", "06AB1234")]
    [InlineData("Adresi Cumhuriyet Mah. Gül Sok. No: 5 Kadıköy", "Cumhuriyet Mah. Gül Sok. No: 5"), InlineData("Atatürk Caddesi No 12'de oturuyor", "Atatürk Caddesi No 12")]
    public void What_is_personal_is_stopped_and_masked(string text, string words)
    {
        var verdict = Judge.Weigh(new(text));

        var finding = Assert.Single(verdict.Findings, finding => finding.Rule == "personal-data");
        Assert.Equal(words, text[finding.Start..finding.End]);
        Assert.DoesNotContain(finding.Suggestion!, char.IsLetterOrDigit);
        Assert.NotEqual(Decision.Approve, verdict.Decision);
    }

    [Theory]
    [InlineData("Fiyatı 1.250.000 TL oldu."), InlineData("Maç 3-1 bitti, 90+4'te gol geldi."), InlineData("29.10.2023 tarihinde kutlandı."), InlineData("2023-2024 sezonu başladı."), InlineData("Nüfus 85 279 553 kişi."), InlineData("12345678901 tane")]
    [InlineData("Kimlik 10000000147 değil."), InlineData("TR33 0006 1005 1978 6457 8413 27 geçersiz."), InlineData("100 TL verdim."), InlineData("34 km 200 m sonra"), InlineData("Saat 14.30 ile 15.45 arasında"), InlineData("6284 sayılı kanun"), InlineData("Sokakta 5 kişi vardı.")]
    [InlineData("Bu mahallede kimse yok, hiç bu kadar 3 kez olmadı."), InlineData("1453 1923 2023 yılları"), InlineData("Dolar 32,45 liradan 33,10 liraya çıktı."), InlineData("0,5 puan arttı.")]
    public void Prices_dates_scores_and_counts_are_not_personal(string text) =>
        Assert.DoesNotContain(Judge.Weigh(new(text)).Findings, finding => finding.Rule == "personal-data");

    [Fact]
    public void The_rewrite_masks()
    {
        var verdict = Judge.Weigh(new("Beni 0532 123 45 67 numarasından arayın."));

        Assert.Equal((Decision.Reject, "Beni **** *** ** ** numarasından arayın."), (verdict.Decision, verdict.Rewrite));
    }
}
