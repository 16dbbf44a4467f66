namespace Manset.Moderation.Tests;

/// <summary>What offends without a word of the lists. One line per text, its expected verdict beside it.</summary>
public sealed class OffenceVerdictTests
{
    static readonly Judge Turkish = Judge.For(HouseRules.Default("tr"));
    static readonly Judge English = Judge.For(HouseRules.Default("en"));

    [Theory]
    [InlineData("Sende zerre akıl olsaydı bunu yazmazdın")]
    [InlineData("Beyninin içi saman dolu senin")]
    [InlineData("Bu kafayla ancak çobanlık yaparsın")]
    [InlineData("İnsan müsveddesisin")]
    [InlineData("Aynaya bakıp kendinden utanmalısın")]
    [InlineData("Yüzüne tükürseler yağmur yağıyor sanırsın")]
    [InlineData("Suriyelilerin hepsi pis ve tembel")]
    [InlineData("Kadınlar araba kullanamaz, mutfakta otursunlar")]
    public void An_insult_without_a_bad_word_is_not_approved(string text)
    {
        var verdict = Turkish.Weigh(new(text));

        Assert.NotEqual(Decision.Approve, verdict.Decision);
        Assert.True(verdict.Scores["offensive"] >= 0.85, $"{verdict.Scores["offensive"]}");
        Assert.Contains(verdict.Findings, finding => finding.Rule is "offence" or "insult" && finding.End > finding.Start);
    }

    [Theory]
    [InlineData("Müslümanların hepsi teröristtir, defolsunlar", "Müslümanların")]
    [InlineData("Aleviler insan değildir, kökleri kazınsın", "Aleviler")]
    [InlineData("Yahudiler bu dünyanın mikrobudur", "Yahudiler")]
    [InlineData("Hristiyanlık dediğiniz sapıklıktır, inananlar da aptal", "Hristiyanlık")]
    [InlineData("Dininiz batsın, peygamberiniz de yalancı", "Dininiz")]
    [InlineData("Gavur dölleri memleketi sattı", "Gavur")]
    public void An_attack_on_a_belief_is_not_approved_and_the_words_are_named(string text, string word)
    {
        var verdict = Turkish.Weigh(new(text));

        Assert.NotEqual(Decision.Approve, verdict.Decision);
        Assert.Contains(verdict.Findings, finding => finding.Rule == "belief" && text[finding.Start..finding.End].Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    // Criticism of an institution
    [InlineData("Diyanet'in bütçesi çok yüksek, azaltılmalı.")]
    [InlineData("Kilise tacizleri yıllarca gizledi, hesap vermeli.")]
    [InlineData("Vatikan'ın açıklamasını inandırıcı bulmuyorum.")]
    [InlineData("Tarikatların okullara girmesine karşıyım.")]
    [InlineData("Hükümetin politikaları yüzünden geçinemiyoruz.")]
    [InlineData("Cumhurbaşkanı yanlış yapıyor, oy vermeyeceğim.")]
    // News
    [InlineData("Cami cemaati yangından son anda kurtuldu.")]
    [InlineData("Sinagoga düzenlenen saldırıda iki kişi öldü.")]
    [InlineData("Alevi dernekleri cemevlerine statü istedi.")]
    [InlineData("Kocasını öldüren kadına müebbet verildi.")]
    // Who somebody is
    [InlineData("Ben Kürdüm ve bu ülkeyi seviyorum.")]
    [InlineData("Müslüman komşularımız iftara davet etti.")]
    [InlineData("Çingene müziğini çok severim.")]
    // Anger at a thing
    [InlineData("Bu karar çok yanlış, yazık oldu ülkeye.")]
    [InlineData("Hakem maçı katletti, rezalet bir yönetim.")]
    [InlineData("Katil en ağır cezayı alsın.")]
    public void Criticism_news_and_names_of_peoples_are_approved(string text)
    {
        var verdict = Turkish.Weigh(new(text));

        Assert.True(verdict.Decision == Decision.Approve, $"{text} → {string.Join("; ", verdict.Findings)}");
    }

    [Theory]
    [InlineData("Birine şerefsiz demek hakarettir.")]
    [InlineData("Bana \"gerizekalı\" diyen adama dava açtım.")]
    [InlineData("Bakan muhabire aptal dedi, istifa etmeli.")]
    [InlineData("“Aleviler insan değildir” diyen öğretmen hakkında soruşturma açıldı.")]
    [InlineData("\"Kadından yönetici olmaz\" demek ayıptır, kınıyorum.")]
    public void What_is_told_or_condemned_is_never_refused(string text) => Assert.NotEqual(Decision.Reject, Turkish.Weigh(new(text)).Decision);

    [Theory]
    [InlineData("He called him an idiot on live television.")]
    [InlineData("\"Jews are vermin\" is what he said, and he should be ashamed.")]
    public void What_is_told_in_English_is_never_refused_either(string text) => Assert.NotEqual(Decision.Reject, English.Weigh(new(text)).Decision);

    [Theory]
    [InlineData("Maşallah zekâ fışkırıyor yine bakanımızdan")]
    [InlineData("Herkes senin kimin uşağı olduğunu biliyor")]
    public void An_allusion_is_less_sure_than_a_plain_insult(string text) =>
        Assert.InRange(Turkish.Weigh(new(text)).Scores["offensive"], 0.5, Turkish.Weigh(new("Sen tam bir gerizekalısın")).Scores["offensive"]);

    [Theory]
    [InlineData("The Vatican must explain where the money went.")]
    [InlineData("My neighbour is a Muslim")]
    [InlineData("I hate traffic jams")]
    [InlineData("This policy is a disaster and the minister should resign.")]
    [InlineData("The killer was sentenced to life in prison.")]
    public void Clean_English_is_approved(string text) => Assert.Equal(Decision.Approve, English.Weigh(new(text)).Decision);

    [Fact]
    public void Racism_and_sexism_have_scores_of_their_own()
    {
        var racist = Turkish.Weigh(new("Suriyelilerin hepsi pis ve tembel")).Scores;
        var sexist = Turkish.Weigh(new("Kadınlar araba kullanamaz, mutfakta otursunlar")).Scores;

        Assert.True(racist["racism"] > 0.8 && racist["sexism"] < 0.2);
        Assert.True(sexist["sexism"] > 0.8 && sexist["racism"] < 0.2);
    }

    [Fact]
    public void A_long_remark_is_as_offensive_as_its_worst_stretch()
    {
        var calm = string.Concat(Enumerable.Repeat("Toplantıda bütçe görüşüldü, karar gelecek haftaya kaldı. ", 30));

        Assert.True(Turkish.Weigh(new(calm)).Scores["offensive"] < 0.2);
        Assert.True(Turkish.Weigh(new(calm + "Sende zerre akıl olsaydı bunu yazmazdın. Beyninin içi saman dolu senin, insan müsveddesisin.")).Scores["offensive"] > 0.5);
    }

    [Fact]
    public void A_house_without_these_rules_does_not_ask_the_models()
    {
        var judge = Judge.For(HouseRules.Parse("""{"version":"1","language":"tr","rules":{"insult":{"hold":0.5,"reject":0.75}}}"""));

        Assert.Equal(["insult", "offensive"], judge.Weigh(new("Sende zerre akıl olsaydı bunu yazmazdın")).Scores.Keys.Order());
    }
}
