using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class NinjsTests
{
    [Fact]
    public void Every_field_of_1_x_has_its_place()
    {
        var item = Assert.Single(Sample.Read("ninjs-1.json").Items);
        Assert.Equal(("urn:ajans:20261122:17", 2, "tr", 3, WireStatus.Usable, ItemKind.Text), (item.Guid, item.Version, item.Language, item.Urgency, item.Status, item.Kind));
        Assert.Equal(("Körfez'de vapur seferleri iki katına çıkıyor", "körfez-vapur", "Ayşe Yılmaz", "İzmir"), (item.Headline, item.Slug, item.Byline, item.Located));
        Assert.Equal(("© 2026 Örnek Ajans", "Arşivlenemez.", "Örnek Ajans", "İkinci geçiş: tarife eklendi."), (item.Rights, item.UsageTerms, item.Credit, item.EditorialNote));
        Assert.Equal("<p>Seferler <strong>iki katına</strong> çıkıyor.</p>", item.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), item.Embargo);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 6, default), item.Sent);
        Assert.Equal(["medtop:15000000", "konu:77", "ulaşım"], item.Subjects);
        Assert.Equal(["Deniz Kaya", "Karşıyaka"], item.Keywords);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("https://ajans.example/b.jpg", "Karşıyaka iskelesi", "Can Er"), (picture.Address.ToString(), picture.Caption, picture.Credit));
        Assert.Equal(["kucuk", "buyuk"], picture.Renditions.Select(rendition => rendition.Name));
        Assert.Equal([new("lead", "urn:ajans:foto:9", "İskele"), new("ilgili", "urn:ajans:20261121:4", "Eski haber")], item.Associations);
    }

    [Fact]
    public void Every_field_of_3_x_has_its_place()
    {
        var item = Assert.Single(Sample.Read("ninjs-3.json").Items);
        Assert.Equal(("urn:ajans:20261122:18", 5, 1, WireStatus.Withheld), (item.Guid, item.Version, item.Urgency, item.Status));
        Assert.Equal(("Uzun başlık", "Özet.", "Ayşe Yılmaz", "Örnek Ajans, Başka Ajans", "Not.", "Yalnız basın."),
            (item.Headline, item.Standfirst, item.Byline, item.Credit, item.EditorialNote, item.UsageTerms));
        Assert.Equal("<p>Bir.</p>\n<p>İki.</p>", item.Body);
        Assert.Equal(["medtop:11000000"], item.Subjects);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), item.Embargo);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("Alt yazı", "Kürsü"), (picture.Caption, picture.Alt));
    }

    [Theory]
    [InlineData("canceled", WireStatus.Killed)]
    [InlineData("withheld", WireStatus.Withheld)]
    [InlineData("usable", WireStatus.Usable)]
    public void A_status_counts_also_without_words(string status, WireStatus read) =>
        Assert.Equal(read, Assert.Single(Sample.Of($$"""{"uri":"u","pubstatus":"{{status}}"}""").Items).Status);

    [Theory]
    [InlineData("""[{"uri":"a","headline":"x"},{"uri":"b","headline":"y"}]""")]
    [InlineData("""{"data":[{"uri":"a","headline":"x"},{"uri":"b","headline":"y"}]}""")]
    [InlineData("""{"uri":"a","headline":"x"}{"uri":"b","headline":"y"}""")]
    [InlineData("{\"uri\":\"a\",\"headline\":\"x\"}\n{\"uri\":\"b\",\"headline\":\"y\"}\n")]
    [InlineData("""{"data":{"items":[{"item":{"uri":"a","headline":"x"}},{"item":{"uri":"b","headline":"y"}}]}}""")]
    public void Many_items_come_in_many_wrappings(string document) => Assert.Equal(["a", "b"], Sample.Of(document).Items.Select(item => item.Guid));

    [Fact]
    public void What_follows_is_refused_with_its_line_and_what_came_before_is_kept()
    {
        var reading = Sample.Of("{\"uri\":\"a\",\"headline\":\"x\"}\n{\"uri\":\"b\",\n\"headl");
        Assert.Equal("a", Assert.Single(reading.Items).Guid);
        Assert.Equal(3, Assert.Single(reading.Refused).Line);
    }

    [Fact]
    public void NewsML_within_an_answer_of_the_agency_is_read() =>
        Assert.Equal("n", Assert.Single(Sample.Of("""{"response":{"success":true},"data":"<newsItem guid='n'><contentMeta><headline>x</headline></contentMeta></newsItem>"}""").Items).Guid);

    [Fact]
    public void Other_json_is_refused() => Assert.Contains("JSON", Assert.Single(Sample.Of("""{"a":1}""").Refused).Reason, StringComparison.Ordinal);
}
