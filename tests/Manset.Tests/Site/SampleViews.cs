using Manset.Editions;
using Manset.Looks;
using Manset.Moderation;
using Manset.Site;

namespace Manset.Tests.Site;

/// <summary>A paper with a day's news in it, in both languages.</summary>
static class SampleViews
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 11, 5, 0, TimeSpan.Zero);

    public static readonly Edition Turkish = new()
    {
        Code = "tr",
        Name = "Manşet",
        Tagline = "Haberin doğrusu, zamanında",
        Culture = "tr-TR",
        TimeZone = "Europe/Istanbul",
        Imprint = Imprint("Manşet Yayıncılık A.Ş.", "Işıl Öğüt", "Ankara Caddesi 12, Sirkeci, İstanbul"),
        Sections =
        [
            new("politics", "siyaset", "Siyaset", "Güneş Ilgaz"), new("world", "dunya", "Dünya", "Çağrı İnce"),
            new("economy", "ekonomi", "Ekonomi", "Şule Ünal"), new("sport", "spor", "Spor", "Iraz Öz"),
            new("culture", "kultur", "Kültür", "Ümit Işık"), new("science", "bilim", "Bilim", "Ayşe Çınar"),
            new("health", "saglik", "Sağlık", "Oğuz Şen"), new("turkey", "turkiye", "Türkiye", "İlknur Ağca"),
        ],
    };

    public static readonly Edition English = new()
    {
        Code = "en",
        Name = "Manşet",
        Tagline = "The news, right and in time",
        Culture = "en-GB",
        TimeZone = "Europe/Istanbul",
        Imprint = Imprint("Manşet Publishing", "Işıl Öğüt", "Ankara Caddesi 12, Sirkeci, Istanbul"),
        Sections =
        [
            new("politics", "politics", "Politics", "Güneş Ilgaz"), new("world", "world", "World", "Çağrı İnce"),
            new("economy", "economy", "Economy", "Şule Ünal"), new("sport", "sport", "Sport", "Iraz Öz"),
            new("culture", "culture", "Culture", "Ümit Işık"), new("science", "science", "Science", "Ayşe Çınar"),
            new("health", "health", "Health", "Oğuz Şen"), new("turkey", "turkey", "Turkey", "İlknur Ağca"),
        ],
    };

    public static readonly Paper Paper = new(new("https://manset.example"), [Turkish, English]);

    public static readonly PictureView Strait = new()
    {
        Id = 7,
        Extension = "jpg",
        Width = 1600,
        Height = 1067,
        Widths = [320, 480, 800, 1200, 1600],
        Alt = "Sisli bir sabahta Boğaz'da bekleyen gemiler",
        Caption = "Sis nedeniyle İstanbul Boğazı'nın iki girişinde 41 gemi bekledi.",
        Credit = "Iraz Öz",
    };

    public static StoryView Story(Edition edition) => edition.Code == "tr" ? TurkishStory : EnglishStory;

    static readonly StoryView TurkishStory = new()
    {
        Paper = Paper,
        Edition = Turkish,
        Id = 41,
        Section = Turkish.Sections[0],
        Permalink = "bogaz-gecis-duzeni-meclisten-gecti",
        Flash = true,
        Headline = "Boğaz'da yeni geçiş düzeni Meclis'ten geçti: tankerlere gece yasağı geliyor",
        Standfirst = "Genel Kurul, 312 oyla kabul edilen düzenlemeyle 200 metreyi aşan tankerlerin gün batımından sonra geçişini durdurdu. Muhalefet, iptal için Anayasa Mahkemesi'ne gideceğini açıkladı.",
        Picture = Strait,
        Byline = "Ilgın Şahin",
        Editor = "Güneş Ilgaz",
        Dateline = "ANKARA",
        FirstPublished = Now.AddHours(-5).AddMinutes(-12),
        LastUpdated = Now.AddMinutes(-23),
        Body = """
            <p>Türkiye Büyük Millet Meclisi Genel Kurulu, İstanbul Boğazı'ndan geçen büyük tankerlere gece yasağı getiren düzenlemeyi perşembe sabahı kabul etti. On bir saat süren oturumun sonunda 312 milletvekili kabul, 201 milletvekili ret oyu verdi.</p>
            <p>Düzenleme, boyu 200 metreyi aşan ve tehlikeli yük taşıyan gemilerin gün batımı ile gün doğumu arasında Boğaz'a girmesini durduruyor. Kural, Resmî Gazete'de yayımlandıktan 90 gün sonra yürürlüğe girecek.</p>
            <blockquote><p>Bu şehir on altı milyon insanın evi. Bir kazanın bedelini hiçbir sigorta poliçesi karşılayamaz.</p><cite>Ulaştırma Bakanı Tuğrul Işıldak</cite></blockquote>
            <h2>Muhalefet ne diyor?</h2>
            <p>Ana muhalefet grup başkanvekili Gülşen Öztürk, düzenlemenin <a href="/tr/siyaset/montro-12">Montrö Sözleşmesi</a>'yle çelişebileceğini söyledi ve <em>serbest geçiş</em> ilkesine dikkat çekti. “Niyete değil, usule itiraz ediyoruz” diyen Öztürk, başvurunun pazartesi günü yapılacağını duyurdu.</p>
            <ul><li>Yasak, yılda yaklaşık 4.800 geçişi etkileyecek.</li><li>Kılavuz kaptan zorunluluğu 150 metreye indirilecek.</li><li>Bekleme alanları için 2,4 milyar ₺ ayrılacak.</li></ul>
            <p>Denizcilik çevreleri, bekleme sürelerinin ilk aylarda iki katına çıkabileceğini tahmin ediyor.</p>
            """,
        Corrections = [new("Haberin ilk hâlinde kabul oyu sayısı 321 olarak yazılmıştı; doğrusu 312'dir.", Now.AddHours(-2))],
        Sources = ["Boğaz Haber Ajansı"],
        Tags = ["İstanbul Boğazı", "Denizcilik", "TBMM"],
        Translations = [new(English, English.Sections[0], 42, "strait-passage-bill-passes", "Parliament bars large tankers from the Bosphorus at night")],
        HouseRules = ["Kişiye değil, söze yanıt verin.", "Hakaret, küfür ve aşağılayıcı ima yayımlanmaz.", "Tamamı büyük harfle yazılmış yorumlar geri çevrilir."],
        Comments = Comments("tr"),
    };

    static readonly StoryView EnglishStory = TurkishStory with
    {
        Edition = English,
        Id = 42,
        Section = English.Sections[0],
        Permalink = "strait-passage-bill-passes",
        Headline = "Parliament bars large tankers from the Bosphorus at night",
        Standfirst = "Deputies voted 312 to 201 to halt tankers over 200 metres after sunset. The opposition says it will ask the Constitutional Court to strike the measure down.",
        Picture = Strait with
        {
            Alt = "Ships waiting on the Bosphorus on a foggy morning",
            Caption = "Forty-one ships waited at the two mouths of the Bosphorus because of fog.",
        },
        Body = """
            <p>Turkey’s parliament voted on Thursday morning to keep large tankers out of the Bosphorus at night, after a sitting of eleven hours.</p>
            <blockquote><p>Sixteen million people live in this city. No insurance policy could pay for one accident.</p><cite>Tuğrul Işıldak, transport minister</cite></blockquote>
            <h2>What the opposition says</h2>
            <p>Gülşen Öztürk, deputy leader of the main opposition group, said the measure might conflict with the <em>Montreux Convention</em>.</p>
            """,
        Corrections = [new("An earlier version gave the votes in favour as 321. There were 312.", Now.AddHours(-2))],
        Sources = ["Boğaz News Agency"],
        Tags = ["Bosphorus", "Shipping"],
        Translations = [new(Turkish, Turkish.Sections[0], 41, "bogaz-gecis-duzeni-meclisten-gecti", TurkishStory.Headline)],
        HouseRules = ["Answer what was said, not who said it.", "Insults and profanity are not published.", "Comments written all in capitals are sent back."],
        Comments = Comments("en"),
    };

    public static FrontView Front(Edition edition)
    {
        var teasers = Teasers(edition);
        return new()
        {
            Paper = Paper,
            Edition = edition,
            Lead = teasers[0],
            Seconds = [.. teasers.Skip(1).Take(4)],
            Latest = [.. teasers.OrderByDescending(teaser => teaser.FirstPublished).Take(10)],
            Blocks = [.. edition.Sections.Select((section, place) => new SectionBlock(section, [.. Rotated(teasers, place).Take(5)]))],
        };
    }

    public static SectionView Section(Edition edition) =>
        new() { Paper = Paper, Edition = edition, Section = edition.Sections[2], Items = Teasers(edition), Next = "38" };

    public static SearchView Search(Edition edition) => new()
    {
        Paper = Paper,
        Edition = edition,
        Query = edition.Code == "tr" ? "boğaz" : "strait",
        Hits = [.. Teasers(edition).Take(4).Select(teaser => new SearchHit(teaser, Stretch.Read($"… \u0002İstanbul\u0003 {teaser.Standfirst}")))],
        Next = "9",
    };

    public static OutcomeView Outcome(Edition edition, Decision decision) => new()
    {
        Paper = Paper,
        Edition = edition,
        Story = SiteLinks.Story(Story(edition)),
        Headline = Story(edition).Headline,
        Decision = decision,
        Author = "Şükrü Iğdır",
        Text = edition.Code == "tr" ? "BU YASA DOĞRU AMA aptalsın sen bakan" : "THIS LAW IS RIGHT but you are an idiot",
        Comment = decision == Decision.Approve ? 903 : null,
        Findings = decision != Decision.Reject ? [] : edition.Code == "tr"
            ?
            [
                new("capitals", 0, 17, 0.98, "Büyük harfle yazmak bağırmak gibi okunur.", "Bu yasa doğru ama"),
                new("insult", 18, 26, 0.94, "“aptalsın” karşınızdakine hakarettir."),
            ]
            : [new("capitals", 0, 17, 0.98, "All capitals read as shouting.", "This law is right"), new("insult", 33, 38, 0.9, "“idiot” is an insult.")],
        Rewrite = decision != Decision.Reject ? null : edition.Code == "tr" ? "Bu yasa doğru ama size katılmıyorum sayın bakan." : "This law is right, but I disagree with you.",
    };

    static CommentView[] Comments(string language) => language == "tr"
        ?
        [
            new(901, "Iğdırlı Öğretmen", "Yıllardır kıyıda oturuyorum; her tanker geçişinde camlar titriyor.\nGeç kalmış bir karar.", Now.AddHours(-4))
            {
                Replies = [new(902, "Çiğdem", "Katılıyorum, ama bekleyen gemiler de Marmara'yı kirletiyor.", Now.AddHours(-3))],
            },
            new(903, "Kaptan Şevket", "Kılavuz kaptan kuralı asıl önemli olan. Haberde biraz daha yer verilebilirdi.", Now.AddHours(-1)),
        ]
        :
        [
            new(904, "Ada", "I have lived on the shore for years; the windows shake with every tanker.", Now.AddHours(-4))
            {
                Replies = [new(905, "Captain Reis", "The pilotage rule is what matters most.", Now.AddHours(-3))],
            },
        ];

    static TeaserView[] Teasers(Edition edition)
    {
        (string Headline, string Standfirst)[] news = edition.Code == "tr"
            ?
            [
                (TurkishStory.Headline, TurkishStory.Standfirst!),
                ("Merkez Bankası faizi üçüncü kez sabit tuttu", "Kurul, çekirdek enflasyondaki yavaşlamanın henüz kalıcı görülmediğini belirtti."),
                ("Göbeklitepe'de on iki bin yıllık boyalı heykel", "Kazı ekibi, üzerinde kırmızı boya izleri bulunan yaban domuzu heykelinin bilinen en eski boyalı heykel olduğunu bildirdi."),
                ("Işıklar söndü, türbinler döndü: Çanakkale'de rüzgâr rekoru", "İl, bir gün boyunca bütün elektriğini rüzgârdan üretti."),
                ("Genç yüzücüden Avrupa rekoru", "On yedi yaşındaki İpek Çağlayan 400 metrede altın madalyayı bir salise farkla aldı."),
                ("Şeker hastalığında haftalık iğne dönemi başlıyor", "Sağlık Bakanlığı, yeni ilacı geri ödeme listesine aldı."),
                ("Üniversite sınavında süre uzuyor", "ÖSYM, okuma yükü artan testlere on beş dakika ekledi."),
                ("Bilim insanları Ege'nin altındaki fayı haritaladı", "Veriler, iki ayrı kırığın birleştiğini gösteriyor."),
                ("Devlet Tiyatroları yeni oyun arıyor", "Başvurular ay sonuna dek sürecek."),
                ("Lizbon'da kıyı kentleri buluştu", "Deniz seviyesi için ortak fon kuruluyor."),
            ]
            :
            [
                (EnglishStory.Headline, EnglishStory.Standfirst!),
                ("Central bank holds rates for a third month", "The board said the slowing of core inflation could not yet be called lasting."),
                ("Painted statue of twelve thousand years found at Göbeklitepe", "Excavators believe the boar, which bears traces of red, to be the oldest painted sculpture known."),
                ("Wind alone powers Çanakkale for a day", "The province made all its electricity from its turbines."),
                ("Young swimmer takes European record", "İpek Çağlayan, seventeen, won gold over 400 metres by a hundredth of a second."),
                ("A weekly injection for diabetes", "The health ministry will pay for the new medicine."),
                ("More time for the university examination", "Fifteen minutes are added to tests with more to read."),
                ("Fault beneath the Aegean mapped", "Data show two fractures meeting."),
                ("State theatres look for new plays", "Entries close at the end of the month."),
                ("Coastal cities meet in Lisbon", "They found a common fund against the rising sea."),
            ];
        return [.. news.Select((piece, place) => new TeaserView
        {
            Id = 41 + place,
            Section = edition.Sections[place % edition.Sections.Count],
            Permalink = $"haber-{place}",
            Headline = piece.Headline,
            Standfirst = piece.Standfirst,
            Byline = place % 2 == 0 ? "Ilgın Şahin" : null,
            Picture = place % 4 == 3 ? null : Strait with { Id = 7 + place },
            FirstPublished = Now.AddHours(-2.3 * place),
            LastUpdated = Now.AddHours(-2.3 * place).AddMinutes(40),
            Flash = place == 0,
        })];
    }

    static IEnumerable<TeaserView> Rotated(TeaserView[] teasers, int by) => teasers.Skip(by).Concat(teasers.Take(by));

    static Imprint Imprint(string name, string editor, string address) => new()
    {
        TradeName = name,
        ResponsibleEditor = editor,
        Address = address,
        Email = "iletisim@manset.example",
        Telephone = "+90 212 000 00 00",
        ElectronicNotification = "25999-00000-00000",
        HostingProvider = "Örnek Barındırma Ltd.",
        HostingAddress = "Teknopark, Gebze, Kocaeli",
    };
}
