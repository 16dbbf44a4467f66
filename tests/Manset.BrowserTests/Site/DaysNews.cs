namespace Manset.BrowserTests.Site;

/// <summary>What stands in a day's paper, in one language.</summary>
sealed record DaysNews
{
    public required string Edition { get; init; }
    public required IReadOnlyList<string> Headlines { get; init; }
    public required string Standfirst { get; init; }
    public required string Body { get; init; }
    public required string Alt { get; init; }
    public required string Why { get; init; }
    public required string Correction { get; init; }
    public required IReadOnlyList<string> Remarks { get; init; }
    /// <summary>A word of the full story.</summary>
    public required string Sought { get; init; }
    /// <summary>A remark that the house rules let pass, and one that they refuse.</summary>
    public required string Fair { get; init; }
    public required string Loud { get; init; }

    public object Killed => Story(Headlines[0] + " II", "culture", null);

    public object Story(string headline, string section, long? picture) => Form(headline, section, $"<p>{Standfirst}</p>", picture, null);

    /// <summary>A story with everything that copy may hold.</summary>
    public object Full(long picture, long? translationOf) => Form(Headlines[1] + ": " + Standfirst, "politics", Body, picture, translationOf);

    object Form(string headline, string section, string body, long? picture, long? translationOf) => new
    {
        edition = Edition,
        section,
        headline,
        standfirst = Standfirst,
        body,
        byline = "Ilgın Şahin",
        dateline = "Iğdır",
        sources = new[] { "Yelkovan Ajansı" },
        tags = new[] { "su", "köprü & yol" },
        translationOf,
        picture = picture is null ? null : new { id = picture, alt = Alt, caption = Standfirst, credit = "Iraz Öz" },
    };

    public static DaysNews Of(string edition) => All.Single(news => news.Edition == edition);

    public static readonly IReadOnlyList<DaysNews> All =
    [
        new()
        {
            Edition = "tr",
            Headlines =
            [
                "Iğdır’da kayısı bahçeleri çiçek açtı", "Meclis su yasasını görüşüyor", "Gece treni yeniden kalkıyor", "Köprüde bakım başladı",
                "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına uzun bir başlık da sığar", "Kupa uzatmada geldi", "Yeni bir yıldız bulundu",
                "Limanda vinçler rüzgârla dönüyor", "Sağlık ocağı açıldı", "Satrançta büyük başarı", "Taş değirmenler geri döndü", "Kütüphane gece de açık",
                "Fidanlar dağıtıldı", "Öğrenciler ödül aldı", "Vapur ücretleri değişmedi", "Kısa film yarışması bitti",
            ],
            Standfirst = "Görüşmeler gece yarısına kadar sürdü; ilk sekiz madde oy birliğiyle geçti.",
            Body = """
                <p>Komisyon, <strong>ilk sekiz maddeyi</strong> <a href="https://meclis.example/su">oy birliğiyle</a> kabul etti.</p><h2>Kayıp ölçülecek</h2>
                <blockquote><p>Görünmeyen kaybı kimse onarmaz.</p><cite>Nermin Aktuğ, komisyon başkanı</cite></blockquote><h3>Takvim</h3>
                <ul><li>Ocak: ölçüm</li><li>Mart: <em>onarım</em></li></ul><ol><li>Oylama</li><li>Yayım</li></ol>
                <table><caption>Kayıp oranı</caption><tr><th>Şehir</th><th>Yüzde</th></tr><tr><td>İzmir</td><td>24</td></tr><tr><td>Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine</td><td>31</td></tr></table>
                """,
            Alt = "Sisli bir sabahta köprü",
            Why = "Yanlış kişi.",
            Correction = "Önceki haberimizde oran yüzde 42 olarak verilmişti; doğrusu yüzde 24’tür.",
            Remarks = ["Ölçüm her ilde yapılacak mı?", "Onarım için ayrılan para yeterli değil."],
            Sought = "kayip",
            Fair = "Bu karar köyümüz için çok önemli bir adım oldu.",
            Loud = "BU YASA HEMEN GEÇMELİ ARTIK",
        },
        new()
        {
            Edition = "en",
            Headlines =
            [
                "Apricot orchards blossom in Iğdır", "Parliament debates the water bill", "Night train to run again", "Bridge repairs begin",
                "A floccinaucinihilipilificatiousnesswise antidisestablishmentarianistically long headline fits too", "Cup won in extra time", "Pupils find a new star",
                "Wind turns the harbour cranes", "Village clinic opens", "Chess prize for a boy of twelve", "Millstones turn again", "Library stays open all night",
                "Saplings handed out", "Pupils win award", "Ferry fares unchanged", "Short film contest ends",
            ],
            Standfirst = "Talks went on until midnight; the first eight articles passed without a vote against.",
            Body = """
                <p>The committee accepted <strong>the first eight articles</strong> <a href="https://meclis.example/water">without a vote against</a>.</p><h2>Leaks to be measured</h2>
                <blockquote><p>Nobody mends a leak that nobody sees.</p><cite>Nermin Aktuğ, chair</cite></blockquote><h3>Calendar</h3>
                <ul><li>January: measuring</li><li>March: <em>repair</em></li></ul><ol><li>Vote</li><li>Print</li></ol>
                <table><caption>Share lost</caption><tr><th>City</th><th>Per cent</th></tr><tr><td>İzmir</td><td>24</td></tr></table>
                """,
            Alt = "The bridge on a misty morning",
            Why = "It named the wrong person.",
            Correction = "An earlier version gave the share as 42 per cent; it is 24 per cent.",
            Remarks = ["Will every province be measured?", "The money set aside for repair is not enough."],
            Sought = "measured",
            Fair = "This decision is a big step for our village.",
            Loud = "THIS BILL MUST PASS RIGHT NOW",
        },
    ];
}
