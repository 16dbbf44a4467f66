using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class OlderFormatsTests
{
    [Theory]
    [InlineData("<nitf ")]
    [InlineData("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" ")]
    public void Every_field_of_NITF_has_its_place(string root)
    {
        var item = Assert.Single(Sample.Of(Encoding.UTF8.GetString(Sample.Bytes("nitf.xml")).Replace("<nitf ", root, StringComparison.Ordinal)).Items);
        Assert.Equal(("ajans-20261122-6", 2, "tr", 4, true), (item.Guid, item.Version, item.Language, item.Urgency, item.Corrects));
        Assert.Equal(("Kupa Ankara'nın", "Uzatmada gelen gol", "Can Er", "ANKARA", "Ankara, TR", "lig-final"),
            (item.Headline, item.Standfirst, item.Byline, item.Dateline, item.Located, item.Slug));
        Assert.Equal(("© 2026 Örnek Ajans", "Yalnız abonelere.", "Örnek Ajans", "Fotoğraflı. Skor düzeltildi."), (item.Rights, item.UsageTerms, item.Credit, item.EditorialNote));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 6, default), item.Sent);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), item.Embargo);
        Assert.Equal(["subj:15054000", "futbol"], item.Subjects);
        Assert.Equal(["futbol", "kupa", "Lig"], item.Keywords);
        Assert.StartsWith("<p>İlk <em>yarı</em> golsüz bitti.</p>", item.Body, StringComparison.Ordinal);
        Assert.EndsWith("<h3>İkinci yarı</h3>\n<p>Gol 87. dakikada geldi.</p>", item.Body, StringComparison.Ordinal);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("https://ajans.example/gol.jpg", "Gol sevinci", "Deniz Kaya", "Sevinç", 2), (picture.Address.ToString(), picture.Caption, picture.Credit, picture.Alt, picture.Renditions.Count));
    }

    [Theory]
    [InlineData("canceled", WireStatus.Killed)]
    [InlineData("withheld", WireStatus.Withheld)]
    [InlineData("embargoed", WireStatus.Withheld)]
    public void NITF_says_its_status(string status, WireStatus read) =>
        Assert.Equal(read, Assert.Single(Sample.Of($"<nitf><head><docdata management-status='{status}'><doc-id id-string='x'/></docdata></head></nitf>").Items).Status);

    [Fact]
    public void Every_field_of_NewsML_1_2_has_its_place()
    {
        var reading = Sample.Read("newsml-1.2.xml");
        Assert.Empty(reading.Refused);
        var item = Assert.Single(reading.Items);
        Assert.Equal(("urn:newsml:ajans.example:20261122:kopru", 3, "tr", 2, true), (item.Guid, item.Version, item.Language, item.Urgency, item.Corrects));
        Assert.Equal(("Taş köprü açıldı", "Üç yıl sürdü", "Ayşe Yılmaz", "SİVAS", "Sivas, Türkiye", "KÖPRÜ"),
            (item.Headline, item.Standfirst, item.Byline, item.Dateline, item.Located, item.Slug));
        Assert.Equal(("© Örnek Ajans", "Yalnız basın.", "Örnek Ajans", "Tarih düzeltildi."), (item.Rights, item.UsageTerms, item.Credit, item.EditorialNote));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 0, default), item.Sent);
        Assert.Equal((new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), WireStatus.Usable), (item.Embargo, item.Status));
        Assert.Equal("<p>Köprü <em>bugün</em> açıldı.</p>", item.Body);
        Assert.Equal(["subj:01002000"], item.Subjects);
        Assert.Equal(["köprü", "Sivas"], item.Keywords);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("https://ajans.example/kopru.jpg", "Köprünün açılışı", "Can Er", 2), (picture.Address.ToString(), picture.Caption, picture.Credit, picture.Renditions.Count));
        Assert.Equal([new("AssociatedWith", "urn:newsml:ajans.example:20261121:kopru", null), new("enclosure", "https://ajans.example/kopru.mp4", "video/mp4")], item.Associations);
    }

    [Theory]
    [InlineData("Usable", WireStatus.Usable)]
    [InlineData("Withheld", WireStatus.Withheld)]
    [InlineData("Canceled", WireStatus.Killed)]
    [InlineData("Embargoed", WireStatus.Withheld)]
    public void NewsML_1_2_says_its_status(string status, WireStatus read) =>
        Assert.Equal(read, Assert.Single(Sample.Of($"<NewsML><NewsItem><NewsManagement><Status FormalName='{status}'/></NewsManagement><NewsComponent><NewsLines><HeadLine>x</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>").Items).Status);

    [Fact]
    public void Without_a_document_beside_them_pictures_keep_their_names() =>
        Assert.Equal("kopru.jpg", Manset.Wire.Formats.Read(Sample.Bytes("newsml-1.2.xml"), null, null).Items[0].Pictures[0].Address.ToString());

    [Theory]
    [InlineData(65001)]
    [InlineData(1254)]
    [InlineData(857)]
    [InlineData(28599)]
    public void IPTC_7901_is_read_in_whatever_letters(int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        var reading = Manset.Wire.Formats.Read(Sample.Bytes("iptc-7901.txt", encoding), null, null);
        Assert.Empty(reading.Refused);
        Assert.Equal("iptc-7901", reading.Format);
        var item = reading.Items[0];
        Assert.Equal(("oaj:20261122:0123", 3, "OAJ", "kupa-final", "ANKARA"), (item.Guid, item.Urgency, item.Credit, item.Slug, item.Dateline));
        Assert.Equal(("Kupa Ankara'nın", new DateTimeOffset(2026, 11, 22, 14, 5, 0, default)), (item.Headline, item.Sent));
        Assert.Equal(["SPO"], item.Subjects);
        Assert.Equal("<p>ANKARA (OA) - Kupa finalinde ilk yarı golsüz bitti. Şampiyonu uzatmada gelen gol belirledi, çünkü iki takım da ürkek oynadı.</p>\n<p>İkinci paragraf burada başlıyor.</p>", item.Body);
        Assert.Equal(("oaj:20261122:0124", "Kısa haber"), (reading.Items[1].Guid, reading.Items[1].Headline));
    }

    [Fact]
    public void Turkish_in_seven_bits_is_Turkish()
    {
        var bytes = Encoding.ASCII.GetBytes("\u0001OAJ0125 4 GEN 9\r\n\u0002K!sa ba{l!k\r\n\r\nBu da {ehrin yeni k|pr~s~, ya&mur alt!nda a}!ld!.\r\n\u0003221410 GMT NOV 26\r\n");
        Assert.Equal(("Kısa başlık", "<p>Bu da şehrin yeni köprüsü, yağmur altında açıldı.</p>"), Manset.Wire.Formats.Read(bytes, null, null).Items is [var item] ? (item.Headline, item.Body) : default);
    }

    [Fact]
    public void Every_field_of_ANPA_1312_has_its_place()
    {
        var reading = Sample.Read("anpa-1312.txt");
        Assert.Empty(reading.Refused);
        var item = Assert.Single(reading.Items);
        Assert.Equal("anpa-1312", reading.Format);
        Assert.Equal((3, 2, "Cup-Final,1st Ld-Writethru", "JANE DOE", "ANKARA"), (item.Urgency, item.Version, item.Slug, item.Byline, item.Dateline));
        Assert.Equal(("Ankara wins the cup in extra time", "Eds: UPDATES with quotes."), (item.Headline, item.EditorialNote));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 19, 5, 0, default), item.Sent);
        Assert.Equal(["anpa:s"], item.Subjects);
        Assert.Equal("<p>ANKARA (EX) _ A goal in extra time settled the final, which neither side had dared to play before the break.</p>\n<p>The second paragraph begins here.</p>", item.Body);
    }

    [Fact]
    public void A_message_cut_short_is_refused_with_its_offset()
    {
        var whole = Sample.Bytes("iptc-7901.txt");
        var second = Array.LastIndexOf(whole, (byte)1);
        var reading = Manset.Wire.Formats.Read(whole.AsMemory(0, second + 40), null, null);
        Assert.Single(reading.Items);
        Assert.Equal(new("Cut short: a message without its end (ETX).", Offset: second), Assert.Single(reading.Refused));
    }
}
