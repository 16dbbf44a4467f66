namespace Manset.Moderation.Tests;

/// <summary>One line per text, its expected verdict beside it.</summary>
public sealed class TurkishVerdictTests
{
    static readonly Judge Judge = Judge.For(HouseRules.Default("tr"));

    public static TheoryData<string> Clean =>
    [
        // Innocent words that a list of letters would catch
        "Sunucuya bağlantı kurulamadı.", "Bu konuda bir sıkıntı yok.", "Klasik müzik dinlemeyi severim.", "Beni eve götür lütfen.", "Amcam dün geldi.",
        "Scunthorpe kentinde yaşıyorum.", "Topu kaleye attı.", "Mal ve hizmet ihracatı arttı.", "Mal ayrılığı sözleşmesi imzalandı.", "Malatya'da kayısı hasadı başladı.",
        "Eşek arısı sokmuş.", "Köpekler parkta oynuyordu.", "Hayvan hakları yasası çıktı.", "Ayıp ettiniz doğrusu.", "Yılan hikâyesine döndü bu iş.",
        "Öküz arabasıyla taşıdılar.", "Koyun eti pahalandı.", "Domuz gribi salgını bitti.", "Maymun iştahlı davranıyoruz.", "İtfaiye olay yerine gitti.",
        "Bu itiraz kabul edildi.", "Sık sık gelirim buraya.", "Sıkıştırılmış toprakta yürüdük.", "Sıkışmış trafikte kaldık.", "Piknik yaptık.", "Picasso sergisi açıldı.",
        "Boks maçı berabere bitti.", "Boğa güreşi yasaklansın.", "Amin, Allah kabul etsin.", "Allah rahmet eylesin.", "Amaç hizmet etmek.", "Ama bu doğru değil.",
        "Yaratıcı bir fikir.", "Yararlı bir yazı olmuş.", "Yarasa türleri korunuyor.", "Kahve içtik.", "Gotik mimari çok etkileyici.", "Dönem ödevi hazırladım.",
        "Döner kebap yedik.", "Alçakgönüllü bir insandı.", "Göl kenarında kamp kurduk.", "Götürü usulü çalışıyorlar.", "Silah bırakma çağrısı yapıldı.",
        "Sikke koleksiyonu sergileniyor.", "Siklon uyarısı yapıldı.", "Tıkandı kaldı proje.", "Çükündür turşusu yaptık.", "Amerika seçimleri sonuçlandı.",
        "Ezilen halkların yanındayız.", "Bu karar yanlış, belediye yeniden düşünmeli.",
        // Acronyms, names, a word of emphasis
        "TBMM'de ABD heyeti ağırlandı.", "CHP'nin önerisi reddedildi.", "AKP, CHP, MHP ve HDP anlaştı.", "TBMM, TSK, MİT, NATO, ABD", "ÇOK güzel bir yazı olmuş.", "BRAVO", "ÇOK GÜZEL",
        "Bu ASLA kabul edilemez.", "TRT ve BBC yayımladı.", "NATO'nun kararı önemli.", "THY hisseleri yükseldi.", "KDV ve ÖTV oranları değişti.", "AB'ye üyelik süreci durdu.",
        // No Turkish letter needed, or not Turkish
        "Merhaba, nasılsın?", "Merhaba arkadaşlar", "Bu haber beni mutlu etti", "Adam haklı", "Evet", "Teşekkürler", "Hava bulutlu", "Bence de", "Ellerinize emeğinize sağlık",
        "Ankara'da kar var", "Bilgi ve belge var", "Yeni iPhone ve MacBook modelleri tanıtıldı.", "Facebook ve Instagram hesapları kapatıldı.", "Harika bir maç, tebrikler Fenerbahçe!",
        "Ayrıntılar https://example.com/cok-guzel-haber adresinde.",
        "#cokguzel etiketiyle paylaştım.", "@ozgur_cosku haklısın.", "New York Times yazmış.",
        "Sayın editör, sayfa açılmıyor.", "2024'te 100 bin kişi göç etti.", "👍👏", "Kârı artan şirket hâlâ vergi vermiyor.",
        "Kaynak: www.example.com", "Ne diyeyim...", "Haberiniz için teşekkürler; umarım sonuç çıkar!", "“Bana kızma,” dedi annesi.", "Harama su katmam.", "Tepelere sisler indi.", "Ramiz Bey aradı."
    ];

    [Theory, MemberData(nameof(Clean))]
    public void What_is_clean_is_approved(string text)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.True(verdict.Decision == Decision.Approve, $"{text} → {string.Join("; ", verdict.Findings)}");
        Assert.Null(verdict.Rewrite);
    }

    public static TheoryData<string, string, string> Offensive => new()
    {
        { "Sen aptalsın", "insult", "aptalsın" },
        { "Siz aptalsınız", "insult", "aptalsınız" },
        { "Senin aptallığın yüzünden", "insult", "aptallığın" },
        { "aptallığınız bitmez", "insult", "aptallığınız" },
        { "Bu oç ne diyor", "profanity", "oç" },
        { "Sizin aptallığınız bitmez", "insult", "aptallığınız" },
        { "Sen a.p.t.a.l birisin", "insult", "a.p.t.a.l" },
        { "Sen a p t a l birisin", "insult", "a p t a l" },
        { "Sen a-p-t-a-l birisin", "insult", "a-p-t-a-l" },
        { "Sen apt4lsın", "insult", "apt4lsın" },
        { "Sen aaaptalsın", "insult", "aaaptalsın" },
        { "Sen aptaaaalsın", "insult", "aptaaaalsın" },
        { "Sen ap\u200Btalsın", "insult", "ap\u200Btalsın" },
        { "Sen аptаlsın", "insult", "аptаlsın" },
        { "Sen ａｐｔａｌsın", "insult", "ａｐｔａｌsın" },
        { "Sen @ptalsın", "insult", "@ptalsın" },
        { "Sen APTALSIN", "insult", "APTALSIN" },
        { "sen serefsizsin", "insult", "serefsizsin" },
        { "Şerefsizler hepsi", "insult", "Şerefsizler" },
        { "ŞEREFSİZ", "insult", "ŞEREFSİZ" },
        { "serefsiz adam", "insult", "serefsiz" },
        { "Seni ahlaksiz seni", "insult", "ahlaksiz" },
        { "Sen ahlaksızsın", "insult", "ahlaksızsın" },
        { "Sen bir PİSLİKSİN", "insult", "PİSLİKSİN" },
        { "Geri zekalı mısın sen", "insult", "Geri zekalı" },
        { "gerizekalı bunlar", "insult", "gerizekalı" },
        { "Bu beyinsizler anlamaz", "insult", "beyinsizler" },
        { "Haysiyetsiz herifler", "insult", "Haysiyetsiz" },
        { "Sen tam bir malsın", "insult", "malsın" },
        { "Mal mısın sen", "insult", "Mal mısın" },
        { "Eşek herif", "insult", "Eşek herif" },
        { "Siz köpeksiniz", "insult", "köpeksiniz" },
        { "Sen bir öküzsün", "insult", "öküzsün" },
        { "it oğlu it", "insult", "it oğlu it" },
        { "Allah belanı versin", "insult", "Allah belanı versin" },
        { "Allah belanızı versin", "insult", "Allah belanızı versin" },
        { "Kes sesini artık", "insult", "Kes sesini" },
        { "Karaktersizsin", "insult", "Karaktersizsin" },
        { "dangalaklar sürüsü", "insult", "dangalaklar" },
        { "Dangalağın tekisin", "insult", "Dangalağın" },
        { "Namussuzsunuz", "insult", "Namussuzsunuz" },
        { "Sen salaksın", "insult", "salaksın" },
        { "Salağın birisin sen", "insult", "Salağın" },
        { "s4laksın sen", "insult", "s4laksın" },
        { "s*ktir git", "profanity", "s*ktir" },
        { "siktir git", "profanity", "siktir" },
        { "SİKTİR GİT", "profanity", "SİKTİR" },
        { "SIKTIR GIT", "profanity", "SIKTIR" },
        { "s.i.k.t.i.r", "profanity", "s.i.k.t.i.r" },
        { "s i k t i r git", "profanity", "s i k t i r" },
        { "siiiiktir", "profanity", "siiiiktir" },
        { "s1ktir", "profanity", "s1ktir" },
        { "si​ktir", "profanity", "si​ktir" },
        { "amk ya", "profanity", "amk" },
        { "a.m.k", "profanity", "a.m.k" },
        { "aq", "profanity", "aq" },
        { "a.q", "profanity", "a.q" },
        { "Amına koyayım", "profanity", "Amına koyayım" },
        { "aminakoyim", "profanity", "aminakoyim" },
        { "Orospu çocuğu", "profanity", "Orospu çocuğu" },
        { "orospu cocugu", "profanity", "orospu cocugu" },
        { "or*spu", "profanity", "or*spu" },
        { "Orospunun teki", "profanity", "Orospunun" },
        { "piç kurusu", "profanity", "piç kurusu" },
        { "Piçler", "profanity", "Piçler" },
        { "yavşaklar", "profanity", "yavşaklar" },
        { "yavsak", "profanity", "yavsak" },
        { "Yavşağın biri", "profanity", "Yavşağın" },
        { "ibneler", "profanity", "ibneler" },
        { "Pezevengin evladı", "profanity", "Pezevengin" },
        { "pezevenk", "profanity", "pezevenk" },
        { "götünü", "profanity", "götünü" },
        { "Kahpe", "profanity", "Kahpe" },
        { "ananı sikeyim", "profanity", "ananı sikeyim" },
        { "bok gibi", "profanity", "bok gibi" },
        { "fuck you", "profanity", "fuck" },
        { "Bu gavatlara inanmayın", "profanity", "gavatlara" }
    };

    [Theory, MemberData(nameof(Offensive))]
    public void What_insults_or_swears_is_refused_and_the_words_are_named(string text, string rule, string words)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Contains(verdict.Findings, finding => finding.Rule == rule && text[finding.Start..finding.End] == words);
        Assert.True(verdict.Scores["offensive"] >= 0.75);
        Assert.Null(verdict.Rewrite);
    }

    [Theory]
    [InlineData("Bakan, “şerefsizler” sözünü geri aldı.", Decision.Hold)]
    [InlineData("Böyle aptalca bir karar olmaz.", Decision.Approve)]
    [InlineData("Aptal mıyım ben?", Decision.Hold)]
    [InlineData("Bu şerefsizliğe hayır diyoruz.", Decision.Hold)]
    [InlineData("Telefon sapığı yakalandı.", Decision.Hold)]
    [InlineData("Vatan haini ilan edildiler.", Decision.Hold)]
    public void What_may_be_meant_otherwise_waits_for_a_person(string text, Decision decision) =>
        Assert.Equal(decision, Judge.Weigh(new(text)).Decision);

    [Theory]
    [InlineData("BU HABER COK GUZEL OLMUS", "Bu haber çok güzel olmuş")]
    [InlineData("BU HABER ÇOK GÜZEL OLMUŞ", "Bu haber çok güzel olmuş")]
    [InlineData("İSTANBUL'DA YAĞMUR VAR", "İstanbul'da yağmur var")]
    [InlineData("TBMM'DE CHP'NİN ÖNERİSİ GÖRÜŞÜLDÜ", "TBMM'de CHP'nin önerisi görüşüldü")]
    [InlineData("HER ŞEY BELLİ. KARAR YANLIŞ! NEDEN?", "Her şey belli. Karar yanlış! Neden?")]
    [InlineData("ANKARA'DA KAR YAĞIYOR", "Ankara'da kar yağıyor")]
    [InlineData("BU ABD'NİN İŞİ DEĞİL", "Bu ABD'nin işi değil")]
    [InlineData("Bugun hava cok guzel", "Bugün hava çok güzel")]
    [InlineData("Turkiye'de egitim sistemi degismeli", "Türkiye'de eğitim sistemi değişmeli")]
    [InlineData("bence haklisin, dogru soyluyorsun", "bence haklısın, doğru söylüyorsun")]
    [InlineData("Cok haklisiniz, tesekkurler", "Çok haklısınız, teşekkürler")]
    [InlineData("Sik sik geliyorum buraya, cok sicak bir ortam", "Sık sık geliyorum buraya, çok sıcak bir ortam")]
    [InlineData("SIK SIK GELIYORUM BURAYA", "Sık sık geliyorum buraya")]
    [InlineData("Bu kadar sikinti cekilmez", "Bu kadar sıkıntı çekilmez")]
    [InlineData("Sayin bakan istifa etmeli", "Sayın bakan istifa etmeli")]
    [InlineData("Bu yazı cok guzel olmus, tesekkur ederim", "Bu yazı çok güzel olmuş, teşekkür ederim")]
    [InlineData("Ogrenciler okula gidemiyor @ozgur https://example.com/guzel", "Öğrenciler okula gidemiyor @ozgur https://example.com/guzel")]
    public void What_can_be_mended_is_refused_with_the_mended_text(string text, string rewrite)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Equal(rewrite, verdict.Rewrite);
        Assert.Equal(Decision.Approve, Judge.Weigh(new(verdict.Rewrite!)).Decision);
    }

    [Fact]
    public void Capitals_and_missing_letters_are_found_at_their_places()
    {
        var verdict = Judge.Weigh(new("BU HABER COK GUZEL OLMUS"));

        var capitals = Assert.Single(verdict.Findings, finding => finding.Rule == "capitals");
        Assert.Equal((0, 24), (capitals.Start, capitals.End));
        Assert.Equal("Bu haber çok güzel olmuş", capitals.Suggestion);
        Assert.StartsWith("Yorumunuzun tamamına yakını", capitals.Explanation, StringComparison.Ordinal);
        var letters = Assert.Single(verdict.Findings, finding => finding is { Rule: "turkish-letters", Start: 9 });
        Assert.Equal((12, "çok"), (letters.End, letters.Suggestion));
        Assert.Equal("tr-3", verdict.Rules);
    }

    [Fact]
    public void An_insult_in_capitals_gets_no_rewrite_and_both_reasons()
    {
        var verdict = Judge.Weigh(new("SEN TAM BİR APTALSIN KARDEŞİM"));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Null(verdict.Rewrite);
        Assert.Equal(["capitals", "insult"], verdict.Findings.Select(finding => finding.Rule).Order());
    }

    [Fact]
    public void One_slip_in_proper_Turkish_is_only_pointed_out()
    {
        var verdict = Judge.Weigh(new("Bugün toplantıda görüşülen önergeyi okudum, çok doğru bir tespit degil ama tartışılması iyi oldu."));

        Assert.Equal(Decision.Approve, verdict.Decision);
        Assert.Equal("değil", Assert.Single(verdict.Findings).Suggestion);
    }
}
