namespace Manset.Moderation.Tests;

/// <summary>One line per slip: what was written, and how it should be.</summary>
public sealed class SpellingTests
{
    static readonly Judge Turkish = Judge.For(HouseRules.Default("tr"));
    static readonly Judge English = Judge.For(HouseRules.Default("en"));

    [Theory]
    // Joined that stand apart
    [InlineData("Bunu herkez biliyor", "herkez", "herkes"), InlineData("herşeyi anlattı", "herşeyi", "her şeyi"), InlineData("hiçbirşey yok", "hiçbirşey", "hiçbir şey")]
    [InlineData("birşeyler oldu", "birşeyler", "bir şeyler"), InlineData("hergün geliyor", "hergün", "her gün"), InlineData("şuan evdeyim", "şuan", "şu an")]
    [InlineData("şuanda geliyor", "şuanda", "şu anda"), InlineData("yada gelmez", "yada", "ya da"), InlineData("yinede sevdim", "yinede", "yine de"), InlineData("birdaha gitmem", "birdaha", "bir daha")]
    [InlineData("okadar güzel ki", "okadar", "o kadar"), InlineData("demekki doğru", "demekki", "demek ki"), InlineData("tabiki geliriz", "tabiki", "tabii ki"), InlineData("hoşgeldiniz efendim", "hoşgeldiniz", "hoş geldiniz")]
    [InlineData("hiç bir yere gitmem", "hiç bir", "hiçbir"), InlineData("bir çok insan", "bir çok", "birçok")]
    // Questions
    [InlineData("bunu gördünmü", "gördünmü", "gördün mü"), InlineData("geliyormusun", "geliyormusun", "geliyor musun"), InlineData("varmı bilen", "varmı", "var mı"), InlineData("değilmi", "değilmi", "değil mi")]
    // As it is spoken
    [InlineData("eve geliyom", "geliyom", "geliyorum"), InlineData("ne diyon sen", "diyon", "diyorsun"), InlineData("çok seviyo", "seviyo", "seviyor"), InlineData("yarın geliyolar", "geliyolar", "geliyorlar")]
    [InlineData("bilmiyodum", "bilmiyodum", "bilmiyordum"), InlineData("nereye gidiyosunuz", "gidiyosunuz", "gidiyorsunuz"), InlineData("işe gidicem", "gidicem", "gideceğim"), InlineData("sonra gelcem", "gelcem", "geleceğim")]
    [InlineData("iyi olucak", "olucak", "olacak"), InlineData("onu yapıcaz", "yapıcaz", "yapacağız"), InlineData("başlıcam artık", "başlıcam", "başlayacağım"), InlineData("gelmicem", "gelmicem", "gelmeyeceğim"), InlineData("ben ne yapıyım", "yapıyım", "yapayım")]
    [InlineData("nerden geldin", "nerden", "nereden"), InlineData("burda kaldım", "burda", "burada"), InlineData("heralde gelir", "heralde", "herhâlde"), InlineData("öle deme", "öle", "öyle")]
    // Chat
    [InlineData("slm arkadaşlar", "slm", "selam"), InlineData("nbr dostum", "nbr", "ne haber"), InlineData("bi bakar mısın", "bi", "bir"), InlineData("tmm geliyorum", "tmm", "tamam"), InlineData("bişey sorabilir miyim", "bişey", "bir şey")]
    [InlineData("çoook güzel olmuş", "çoook", "çok"), InlineData("evettt geldim", "evettt", "evet"), InlineData("harikaaa bir gün", "harikaaa", "harika")]
    // Slips of letters
    [InlineData("yanlız kaldım", "yanlız", "yalnız"), InlineData("yalnış anladın", "yalnış", "yanlış"), InlineData("süpriz oldu", "süpriz", "sürpriz"), InlineData("orjinal bir fikir", "orjinal", "orijinal")]
    [InlineData("şöförler greve gitti", "şöförler", "şoförler"), InlineData("eşortmanını giydi", "eşortmanını", "eşofmanını"), InlineData("kılavuz istemez, klavuz", "klavuz", "kılavuz"), InlineData("laboratuarda çalışıyor", "laboratuarda", "laboratuvarda")]
    [InlineData("malesef olmadı", "malesef", "maalesef"), InlineData("cumuriyet bayramı", "cumuriyet", "cumhuriyet"), InlineData("öretmenler toplandı", "öretmenler", "öğretmenler"), InlineData("arkadşlar geldi", "arkadşlar", "arkadaşlar"), InlineData("kitpa okudum", "kitpa", "kitap")]
    // de and da
    [InlineData("Ben evdede çalışırım", "evdede", "evde de"), InlineData("Toplantı Ankara' da yapıldı", " da", "da"), InlineData("Bu konu İzmir 'de görüşüldü", " 'de", "'de"), InlineData("Seçim konusun da konuştu", " da", "da"), InlineData("kimse olmasada gelirim", "olmasada", "olmasa da")]
    public void A_Turkish_slip_is_found_with_its_mend(string text, string words, string mend)
    {
        var finding = Assert.Single(Turkish.Weigh(new(text)).Findings, finding => finding.Rule == "spelling" && text[finding.Start..finding.End] == words);

        Assert.Equal(mend, finding.Suggestion);
    }

    [Theory]
    [InlineData("Evde kimse yoktu."), InlineData("Ben de geldim."), InlineData("O da haklı."), InlineData("Sen de mi geliyorsun?"), InlineData("Ya hep ya da hiç."), InlineData("Sokakta yürüyordum."), InlineData("Kitapta yazıyor.")]
    [InlineData("Veda ettiler."), InlineData("Gıda fiyatları arttı."), InlineData("Oda çok küçüktü."), InlineData("Nerede kaldınız?"), InlineData("Bu arada haber geldi."), InlineData("Modaya uydular."), InlineData("Sevdalı türküler söyledi.")]
    [InlineData("İsmi ne?"), InlineData("Resmi gördüm."), InlineData("Kısmı tamamlandı."), InlineData("Cami avlusunda toplandılar."), InlineData("Sıcak bir gündü."), InlineData("Salıncakta sallandı."), InlineData("Hocam haklısınız."), InlineData("Çocuklar oyuncaklarını topladı.")]
    [InlineData("Kitabı okudum, rengini beğendim."), InlineData("Saatlerce bekledik."), InlineData("Alkolün etkisiyle kaza yaptı."), InlineData("Hakkımızı arıyoruz."), InlineData("Oğlu askere gitti."), InlineData("Şehri gezdik."), InlineData("Hissediyordum.")]
    [InlineData("Görüşebileceğimizi söylemişlerdi."), InlineData("Değerlendirilemeyeceğini düşünüyorlar."), InlineData("Anlaşılamadığından yakınıyordu."), InlineData("Başlıyor, söylüyor, bekliyor."), InlineData("Diyecek bir şeyim yok."), InlineData("Yiyip içtiler, gidip geldiler.")]
    [InlineData("Evlerindekilerin hepsi uyuyordu."), InlineData("Komşularımızınkiler de geldi."), InlineData("Öğretmenlerimizdendi."), InlineData("Ankaralı gençler kazandı."), InlineData("iPhone'umu kaybettim."), InlineData("Twitter'da gördüm."), InlineData("Hâlâ kâr ediyorlar.")]
    [InlineData("Hahaha çok güldüm."), InlineData("#çokgüzelhareketler etiketine bakın."), InlineData("Kemençeci Apolas Lermi çaldı."), InlineData("3 kg elma aldım, 5 tl verdim."), InlineData("Ne dedi ki?"), InlineData("Belli ki gelmeyecek."), InlineData("Geldi mi, gelmedi mi?")]
    public void Right_Turkish_has_no_slip(string text) =>
        Assert.DoesNotContain(Turkish.Weigh(new(text)).Findings, finding => finding.Rule == "spelling");

    [Theory]
    [InlineData("I definately agree", "definately", "definitely"), InlineData("they recieve it", "recieve", "receive"), InlineData("a seperate issue", "seperate", "separate"), InlineData("the goverment said", "goverment", "government")]
    [InlineData("it was wierd", "wierd", "weird"), InlineData("untill tomorrow", "untill", "until"), InlineData("occured twice", "occured", "occurred"), InlineData("my beleif is", "beleif", "belief"), InlineData("tommorow morning", "tommorow", "tomorrow")]
    [InlineData("that is sooooo good", "sooooo", "so"), InlineData("an excelent artcle", "excelent", "excellent"), InlineData("an excellent artcle", "artcle", "article"), InlineData("this is importnat", "importnat", "important")]
    public void An_English_slip_is_found_with_its_mend(string text, string words, string mend)
    {
        var finding = Assert.Single(English.Weigh(new(text)).Findings, finding => finding.Rule == "spelling" && text[finding.Start..finding.End] == words);

        Assert.Equal(mend, finding.Suggestion);
    }

    [Theory]
    [InlineData("The organisation’s colour was grey."), InlineData("They’re rewriting the unreadable paragraphs."), InlineData("Erdoğan met Macron in Paris."), InlineData("I don't think so, it isn't fair."), InlineData("He retweeted it in 2019.")]
    [InlineData("Stopped, planned and hoping for happier days."), InlineData("A well-written, thoughtful piece.")]
    public void Right_English_has_no_slip(string text) =>
        Assert.DoesNotContain(English.Weigh(new(text)).Findings, finding => finding.Rule == "spelling");

    [Theory]
    [InlineData("slm nbr herkez burda", "selam ne haber herkes burada"), InlineData("bişey diyom ama anlamıyon", "bir şey diyorum ama anlamıyorsun"), InlineData("şuan herkez geliyo", "şu an herkes geliyor")]
    [InlineData("Malesef hergün yanlız kalıyom", "Maalesef her gün yalnız kalıyorum"), InlineData("cok guzel bi haber olmus herkez okusun", "çok güzel bir haber olmuş herkes okusun")]
    public void A_text_of_slips_is_refused_with_a_rewrite_that_passes(string text, string rewrite)
    {
        var verdict = Turkish.Weigh(new(text));

        Assert.Equal((Decision.Reject, rewrite), (verdict.Decision, verdict.Rewrite));
        Assert.Equal(Decision.Approve, Turkish.Weigh(new(verdict.Rewrite!)).Decision);
    }

    [Theory]
    [InlineData("Bu haberi okuyunca çok üzüldüm, umarım herkez için hayırlısı olur.", Strictness.Plain, Decision.Approve)]
    [InlineData("Bu haberi okuyunca çok üzüldüm, umarım herkez için hayırlısı olur.", Strictness.Strict, Decision.Reject)]
    [InlineData("güzel bir haber olmuş", Strictness.Plain, Decision.Approve)]
    [InlineData("güzel bir haber olmuş", Strictness.Strict, Decision.Reject)]
    [InlineData("Güzel bir haber olmuş.", Strictness.Strict, Decision.Approve)]
    [InlineData("herkez burda", Strictness.Plain, Decision.Reject)]
    [InlineData("herkez burda", Strictness.Readable, Decision.Approve)]
    [InlineData("slm nbr herkez burda", Strictness.Readable, Decision.Reject)]
    public void Strictness_says_how_much_is_asked(string text, Strictness strictness, Decision decision)
    {
        var house = HouseRules.Default("tr");
        var rules = new Dictionary<string, HouseRule>(house.Rules) { ["spelling"] = house.Rules["spelling"] with { Strictness = strictness } };

        Assert.Equal(decision, Judge.For(house with { Rules = rules }).Weigh(new(text)).Decision);
    }

    [Fact]
    public void The_strict_rewrite_begins_with_a_capital_and_ends_with_a_stop()
    {
        var judge = Judge.For(HouseRules.Parse("""{"version":"1","language":"tr","rules":{"spelling":{"reject":0.7,"strictness":"strict"}}}"""));

        Assert.Equal("İyi bir haber olmuş. Teşekkürler.", judge.Weigh(new("iyi bir haber olmuş. teşekkürler")).Rewrite);
    }

    [Fact]
    public void One_unknown_word_is_never_refused() =>
        Assert.Equal(Decision.Approve, Turkish.Weigh(new("zumburlak")).Decision);

    [Fact]
    public void The_houses_own_words_are_right_with_their_suffixes()
    {
        var judge = Judge.For(HouseRules.Parse("""{"version":"1","language":"tr","rules":{"spelling":{"reject":0.7,"exempt":["herkez"]}}}"""));

        Assert.DoesNotContain(judge.Weigh(new("bu herkezlerden biri")).Findings, finding => finding.Rule == "spelling");
    }
}
