using System.IO.Compression;
using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class WebFormatsTests
{
    [Fact]
    public void RSS_1_0_is_named_by_its_resource()
    {
        var reading = Sample.Read("rss-1.0.xml");
        var item = Assert.Single(reading.Items);
        Assert.Equal("Örnek Ajans", reading.Source);
        Assert.Equal(("https://ajans.example/1", "Bir & iki", "Özet", "Ayşe Yılmaz", "tr", "© Örnek Ajans"), (item.Guid, item.Headline, item.Standfirst, item.Byline, item.Language, item.Rights));
        Assert.Equal("https://ajans.example/bir", item.Link?.ToString());
        Assert.Equal("<p>Gövde <strong>metni</strong></p>", item.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 6, default), item.Sent);
    }

    [Fact]
    public void Every_field_of_JSON_Feed_has_its_place()
    {
        var reading = Sample.Read("json-feed.json");
        Assert.Equal(("json-feed", "Örnek Ajans"), (reading.Format, reading.Source));
        var item = reading.Items[0];
        Assert.Equal(("7", "Vapur & tren", "Özet", "Ayşe Yılmaz, Can Er", "tr"), (item.Guid, item.Headline, item.Standfirst, item.Byline, item.Language));
        Assert.Equal("<p>Gövde <a href=\"https://ajans.example/x\">bağ</a></p>", item.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, default), item.Sent);
        Assert.Equal(["ulaşım", "spor"], item.Subjects);
        Assert.Equal("https://ajans.example/7.jpg", Assert.Single(item.Pictures).Address.ToString());
        Assert.Equal(new("enclosure", "https://ajans.example/7.mp3", "Ses"), Assert.Single(item.Associations));
        Assert.Equal(("Başlıksız kısa not. İkinci satır.", "Haber Merkezi", "https://baska.example/8"), (reading.Items[1].Headline, reading.Items[1].Byline, reading.Items[1].Link?.ToString()));
    }

    [Fact]
    public void Of_a_WordPress_export_only_what_was_published_is_read()
    {
        var reading = Sample.Read("wordpress.xml");
        var post = Assert.Single(reading.Items);
        Assert.Equal(("https://eski.example/?p=12", "Eski haber", "Özet", "Ayşe Yılmaz", "eski-haber", "tr-TR"), (post.Guid, post.Headline, post.Standfirst, post.Byline, post.Slug, post.Language));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, default), post.Sent);
        Assert.Equal(["Spor"], post.Subjects);
        Assert.Equal(["kupa"], post.Keywords);
        Assert.StartsWith("<p>Birinci paragraf<br>devam ediyor.</p>\n<figure>", post.Body, StringComparison.Ordinal);
        Assert.EndsWith("<p>İkinci <strong>paragraf</strong>.</p>", post.Body, StringComparison.Ordinal);
        Assert.Equal(new WirePicture(new("https://eski.example/kapak.jpg"), "Kapak yazısı", null, "Kupa töreni"), Assert.Single(post.Pictures));
        Assert.Equal(["Not published: its status is draft.", "A nav_menu_item, not a post."], reading.Refused.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void A_mail_is_an_item_with_its_pictures_in_it()
    {
        var reading = Sample.Read("mail.eml");
        var item = Assert.Single(reading.Items);
        Assert.Equal("mail", reading.Format);
        Assert.Equal(("20261122.7@belediye.example", "Körfez'de vapur seferleri artıyor", "Belediye Basın", 3), (item.Guid, item.Headline, item.Credit, item.Urgency));
        Assert.Equal("<p>Seferler <strong>iki katına</strong> çıkıyor.</p>", item.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 6, default), item.Sent);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Assert.Single(item.Pictures).Bytes![..4]);
    }

    [Fact]
    public void A_mail_that_carries_a_document_is_its_envelope()
    {
        var mail = $"From: a@ajans.example\r\nSubject: haber\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nEkte.\r\n--x\r\n"
            + $"Content-Type: application/octet-stream; name=haber.xml\r\nContent-Disposition: attachment; filename=haber.xml\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Sample.Bytes("newsml-1.2.xml"))}\r\n--x--\r\n";
        Assert.Equal("urn:newsml:ajans.example:20261122:kopru", Assert.Single(Sample.Of(mail).Items).Guid);
    }

    [Fact]
    public void A_packed_document_is_unpacked() => Assert.Single(Manset.Wire.Formats.Read(Packed(Sample.Bytes("nitf.xml")), null, null).Items);

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_fills_the_memory()
    {
        var bomb = Packed(Packed(new byte[200 * 1024 * 1024]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Single(Manset.Wire.Formats.Read(bomb, null, null).Refused);
        Assert.Equal("Unpacks to more than 20 MB.", refusal.Reason);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 150 * 1024 * 1024);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1, 2 }, "A JPEG picture")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 1, 2, 3 }, "A broken gzip archive")]
    [InlineData(new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F', 1 }, "A PDF")]
    public void What_is_no_text_is_refused_by_name(byte[] document, string reason)
    {
        var refusal = Assert.Single(Manset.Wire.Formats.Read(document, "text/xml", null).Refused);
        Assert.StartsWith(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.Equal(0, refusal.Offset);
    }

    static byte[] Packed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var archive = new GZipStream(output, CompressionLevel.Fastest)) archive.Write(bytes);
        return output.ToArray();
    }
}
