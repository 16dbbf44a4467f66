using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class RssTests
{
    static Reading Read(string xml, Encoding? encoding = null, string? contentType = null) =>
        Manset.Wire.Formats.Read((encoding ?? Encoding.UTF8).GetBytes(xml), contentType, new Uri("https://ajans.example/rss/feed.xml"));

    static Dispatch Item(string inner) =>
        Assert.Single(Read($"<rss version='2.0' xmlns:m='{Vocabulary.Manset}' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
            + $"xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><language>tr</language><item>{inner}</item></channel></rss>").Items);

    [Fact]
    public void Every_field_has_its_place()
    {
        var item = Item("""
            <guid isPermaLink="false">aa-1</guid><title>Meclis&amp;#39;te &amp;amp; dışarıda &lt;b&gt;son&lt;/b&gt; durum</title><link>../haber/1</link>
            <description>Özet.</description><content:encoded><![CDATA[<p>Bir</p><script>x</script><p>İki</p>]]></content:encoded>
            <dc:creator>Ayşe Yılmaz</dc:creator><pubDate>22 Kasım 2026 14.05</pubDate><category>Politika</category>
            <media:content url="/a.jpg" type="image/jpeg"><media:description>Kürsü</media:description><media:credit>AA</media:credit></media:content>
            <m:version>3</m:version><m:status>withheld</m:status><m:urgency>2</m:urgency><m:embargo>2026-11-22T15:00:00+03:00</m:embargo>
            <m:dateline>ANKARA</m:dateline><m:note>Dikkat</m:note><m:corrects>Bakanın adı</m:corrects>
            """);
        Assert.Equal(("aa-1", 3, "tr", 2, WireStatus.Withheld, true), (item.Guid, item.Version, item.Language, item.Urgency, item.Status, item.Corrects));
        Assert.Equal("Meclis'te & dışarıda son durum", item.Headline);
        Assert.Equal("Özet.", item.Standfirst);
        Assert.Equal("<p>Bir</p>\n<p>İki</p>", item.Body);
        Assert.Equal(("Ayşe Yılmaz", "ANKARA", "Dikkat"), (item.Byline, item.Dateline, item.EditorialNote));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 5, 0, default), item.Sent);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, default), item.Embargo);
        Assert.Equal(["Politika"], item.Subjects);
        Assert.Equal(new Uri("https://ajans.example/haber/1"), item.Link);
        Assert.Equal(new WirePicture(new("https://ajans.example/a.jpg"), "Kürsü", "AA", null), Assert.Single(item.Pictures));
    }

    [Theory]
    [InlineData("(AMBARGO: 22.11.2026 15:00) Bütçe açıklandı", "2026-11-22T12:00:00Z", WireStatus.Usable)]
    [InlineData("Bütçe açıklandı [Ambargolu - 22 Kasım 2026 15.00]", "2026-11-22T12:00:00Z", WireStatus.Usable)]
    [InlineData("EMBARGOED until 22 Nov 2026 12:00 GMT: Budget", "2026-11-22T12:00:00Z", WireStatus.Usable)]
    [InlineData("EMBARGO: Bütçe", null, WireStatus.Withheld)]
    [InlineData("AB'nin petrol ambargosu uzatıldı", null, WireStatus.Usable)]
    [InlineData("Ambargo: İran ekonomisi zorda", null, WireStatus.Usable)]
    public void An_embargo_in_the_headline_is_obeyed(string title, string? until, WireStatus status)
    {
        var item = Item($"<title>{title}</title>");
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), item.Embargo);
        Assert.Equal(status, item.Status);
    }

    [Fact]
    public void An_embargo_that_cannot_be_read_holds()
    {
        var item = Item("<title>Bütçe</title><m:embargo>öğleden sonra</m:embargo>");
        Assert.Equal((WireStatus.Withheld, "Embargoed until: öğleden sonra"), (item.Status, item.EditorialNote));
        Assert.Equal(WireStatus.Killed, Item("<guid>aa-9</guid><m:status>killed</m:status>").Status);
        Assert.Equal(WireStatus.Withheld, Item("<title>x</title><m:status>belirsiz</m:status>").Status);
    }

    [Theory]
    [InlineData("SON DAKİKA: Deprem", 1)]
    [InlineData("FLAŞ - Deprem", 1)]
    [InlineData("ACİL: Deprem", 2)]
    [InlineData("Son dakikada gelen gol", null)]
    public void A_flash_is_seen_in_its_headline(string title, int? urgency) => Assert.Equal(urgency, Item($"<title>{title}</title>").Urgency);

    [Fact]
    public void Without_a_guid_the_link_names_an_item_and_without_that_its_words()
    {
        Assert.Equal("https://ajans.example/haber/2", Item("<title>x</title><link>/haber/2</link>").Guid);
        var (one, same, other) = (Item("<title>x</title>"), Item("<title>x</title><category>y</category>"), Item("<title>z</title>"));
        Assert.Equal(one.Guid, same.Guid);
        Assert.NotEqual(one.Guid, other.Guid);
    }

    [Fact]
    public void A_long_headline_is_cut_and_a_huge_body_too()
    {
        var item = Item($"<title>{string.Concat(Enumerable.Repeat("uzun ", 1_000_000))}</title><description>{new string('a', 3_000_000)}</description>");
        Assert.InRange(item.Headline.Length, 450, 500);
        Assert.True(item.Body.Length <= 1_000_010);
    }

    [Theory]
    [InlineData("<p>Bir</p>&lt;/p&gt;")]
    [InlineData("&lt;p&gt;Ankara&amp;apos;da &amp;amp;quot;söz&amp;amp;quot; &amp;amp;uuml;&lt;/p&gt;")]
    public void Bodies_are_unescaped_as_often_as_escaped(string description) =>
        Assert.DoesNotContain("&lt;p", Item($"<title>x</title><description>{description}</description>").Body);

    [Fact]
    public void Twice_escaped_quotes_are_quotes() =>
        Assert.Equal("<p>Ankara'da \"söz\" ü</p>",
            Item("<title>x</title><description>&lt;p&gt;Ankara&amp;apos;da &amp;amp;quot;söz&amp;amp;quot; &amp;amp;uuml;&lt;/p&gt;</description>").Body);

    [Theory]
    [InlineData("utf-8", "windows-1254", null)]
    [InlineData("windows-1254", "windows-1254", null)]
    [InlineData("windows-1254", "iso-8859-9", "text/xml; charset=iso-8859-1")]
    [InlineData("windows-1254", "utf-8", "text/xml; charset=utf-8")]
    [InlineData("windows-1254", "", "text/xml; charset=\"windows-1254\"")]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-16BE", "utf-8", null)]
    [InlineData("utf-32", "", null)]
    public void Characters_are_right_whatever_is_declared(string real, string declared, string? contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var declaration = declared.Length == 0 ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        var reading = Read(declaration + "<rss><channel><item><title>Şğıİöüç ŞİŞLİ</title></item></channel></rss>", Encoding.GetEncoding(real), contentType);
        Assert.Equal("Şğıİöüç ŞİŞLİ", Assert.Single(reading.Items).Headline);
    }

    [Fact]
    public void Characters_encoded_twice_are_decoded_twice()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var once = Encoding.UTF8.GetBytes("<rss><channel><item><title>Şişli'de ılık gün — “söz”</title></item></channel></rss>");
        var reading = Read(Encoding.GetEncoding(1252).GetString(once));
        Assert.Equal("Şişli'de ılık gün — “söz”", Assert.Single(reading.Items).Headline);
        Assert.Equal("Ã¼ ş", Assert.Single(Read("<rss><channel><item><title>Ã¼ ş</title></item></channel></rss>").Items).Headline);
    }

    [Fact]
    public void Careless_xml_is_read_as_it_was_meant()
    {
        var reading = Read("\n\n<?xml version='1.0'?>\n<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.netscape.com/x.dtd'>\n"
            + "<!-- a -- b --><rss><channel><item><title>A & B &uuml; &nbsp;3 < 4\u0001 &#x130;&#0;</title><media:thumbnail url='https://a.example/t.png'/></item></channel></rss>");
        var item = Assert.Single(reading.Items);
        Assert.Equal("A & B ü 3 < 4 İ", item.Headline);
        Assert.Single(item.Pictures);
        Assert.Empty(reading.Refused);
    }

    [Fact]
    public void What_stands_before_a_fault_is_kept_and_the_rest_refused_with_its_line()
    {
        var reading = Read("<rss><channel>\n<item><title>bir</title></item>\n<item><title>iki</titel></item>\n<item><title>üç</title></item></channel></rss>");
        Assert.Equal("bir", Assert.Single(reading.Items).Headline);
        Assert.Equal(3, Assert.Single(reading.Refused).Line);
    }

    [Fact]
    public void An_item_that_says_nothing_is_refused_with_its_line()
    {
        var reading = Read("<rss><channel>\n\n<item><guid>boş</guid></item></channel></rss>");
        Assert.Equal(new Unreadable("Neither a headline nor text.", "boş", 3), Assert.Single(reading.Refused));
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'x'>]><rss><channel><item><title>&a;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><rss/>")]
    [InlineData("<!DOCTYPE r [<!ELEMENT b ANY> <!ATTLIST b c CDATA ']>'> <!ENTITY a 'x'>]><rss><item><title>&a;</title></item></rss>")]
    public void Entities_are_neither_declared_nor_expanded(string xml)
    {
        var reading = Read(xml);
        Assert.Empty(reading.Items);
        Assert.Equal(1, Assert.Single(reading.Refused).Line);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var reading = Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)));
        Assert.Contains("Nested deeper", Assert.Single(reading.Refused).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("merhaba")]
    [InlineData("{\"a\":1}")]
    [InlineData("<html><body>Bakımdayız</body></html>")]
    [InlineData("<opml/>")]
    [InlineData("<!DOCTYPE")]
    [InlineData("<?xml")]
    [InlineData("<")]
    [InlineData("<![CDATA[")]
    public void What_is_no_feed_is_refused_with_its_reason(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Items);
        Assert.NotEmpty(Assert.Single(reading.Refused).Reason);
    }

    [Fact]
    public void Documents_beyond_all_measure_are_not_opened() =>
        Assert.Equal("Larger than 20 MB.", Assert.Single(Manset.Wire.Formats.Read(new byte[Manset.Wire.Formats.LargestDocument + 1], null, null).Refused).Reason);

    [Fact]
    public void Rss_1_has_its_items_beside_the_channel()
    {
        var reading = Read("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + "<channel rdf:about='x'><title>k</title></channel><item><title>bir</title><link>https://a.example/1</link><dc:date>2026-11-22T12:00Z</dc:date></item></rdf:RDF>");
        Assert.Equal("https://a.example/1", Assert.Single(reading.Items).Guid);
    }
}
