using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class NewsMlG2Tests
{
    const string Space = "http://iptc.org/std/nar/2006-10-01/";

    static Reading Read(string xml) => Manset.Wire.Formats.Read(Encoding.UTF8.GetBytes(xml), null, new Uri("https://ajans.example/g2/"));

    static string Message(string items, string space = Space) => $"<newsMessage{(space.Length > 0 ? $" xmlns='{space}'" : "")}><header/><itemSet>{items}</itemSet></newsMessage>";

    const string Text = """
        <newsItem guid="aa:text:20261122:1" version="2" xml:lang="tr">
          <itemMeta><itemClass qcode="ninat:text"/><provider literal="AA"/><versionCreated>2026-11-22T10:00:00Z</versionCreated>
            <embargoed>2026-11-22T15:00:00+03:00</embargoed><pubStatus qcode="stat:withheld"/><edNote>Ad düzeltildi.</edNote><signal qcode="sig:correction"/>
            <link rel="irel:seeAlso" residref="aa:picture:20261122:2"/></itemMeta>
          <contentMeta><urgency>3</urgency><located><name>Ankara</name></located><by>Ayşe Yılmaz</by><creditline>Anadolu Ajansı</creditline>
            <subject qcode="medtop:11000000"><name xml:lang="en">politics</name></subject><keyword>meclis</keyword>
            <slugline>TBMM-BÜTÇE</slugline><headline>Bütçe görüşmeleri başladı</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
            <body.head><abstract><p>Özet.</p></abstract></body.head>
            <body.content><p>Bir <em>iki</em></p><block><hl2>Ara</hl2><p>Üç <person>Ali</person></p></block></body.content></body></nitf></inlineXML></contentSet>
        </newsItem>
        """;

    const string Picture = """
        <newsItem guid="aa:picture:20261122:2" version="1"><itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><headline>Meclis</headline><creditline>AA</creditline><description role="drol:caption">Genel Kurul</description></contentMeta>
          <contentSet><remoteContent href="kucuk.jpg" contenttype="image/jpeg" width="100"/><remoteContent href="buyuk.jpg" contenttype="image/jpeg" width="1500"/></contentSet></newsItem>
        """;

    [Theory]
    [InlineData(Space)]
    [InlineData("")]
    public void Every_field_has_its_place_with_or_without_a_namespace(string space)
    {
        var reading = Read(Message(Text + Picture, space));
        Assert.Empty(reading.Refused);
        var text = reading.Items[0];
        Assert.Equal(("aa:text:20261122:1", 2, "tr", 3, WireStatus.Withheld, true), (text.Guid, text.Version, text.Language, text.Urgency, text.Status, text.Corrects));
        Assert.Equal(("Bütçe görüşmeleri başladı", "TBMM-BÜTÇE", "Özet.", "Ayşe Yılmaz"), (text.Headline, text.Slug, text.Standfirst, text.Byline));
        Assert.Equal(("Ankara", "Anadolu Ajansı", "Ad düzeltildi."), (text.Dateline, text.Credit, text.EditorialNote));
        Assert.Equal("<p>Bir <em>iki</em></p>\n<h3>Ara</h3>\n<p>Üç Ali</p>", text.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, default), text.Embargo);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, default), text.Sent);
        Assert.Equal(["medtop:11000000"], text.Subjects);
        Assert.Equal(["meclis"], text.Keywords);
        var picture = Assert.Single(text.Pictures);
        Assert.Equal(new WirePicture(new("https://ajans.example/g2/buyuk.jpg"), "Genel Kurul", "AA", null), picture with { Renditions = [] });
        Assert.Equal([("https://ajans.example/g2/kucuk.jpg", 100), ("https://ajans.example/g2/buyuk.jpg", 1500)], picture.Renditions.Select(size => (size.Address, size.Width!.Value)));
        Assert.Equal(Assert.Single(text.Pictures), Assert.Single(reading.Items[1].Pictures));
    }

    [Fact]
    public void Escaped_paragraphs_within_nitf_are_paragraphs() =>
        Assert.Equal("<p>ANKARA (AA) - \"Söz\" dedi.</p>\n<p>İki</p>", Read("<newsItem guid='1'><contentMeta><headline>x</headline></contentMeta><contentSet><inlineXML><nitf><body>"
            + "<body.content>&lt;p&gt;ANKARA (AA) - &amp;quot;Söz&amp;quot; dedi.&lt;/p&gt;&lt;p&gt;İki&lt;/p&gt;</body.content></body></nitf></inlineXML></contentSet></newsItem>").Items[0].Body);

    [Theory]
    [InlineData("<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body><p>Bir</p></body></html></inlineXML>")]
    [InlineData("<inlineData contenttype='text/plain'>Bir</inlineData>")]
    [InlineData("<inlineData contenttype='text/html'>&lt;p&gt;Bir&lt;/p&gt;</inlineData>")]
    [InlineData("<inlineData contenttype='text/html' encoding='encd:base64'>PHA+QmlyPC9wPg==</inlineData>")]
    public void Text_comes_in_many_wrappings(string content) =>
        Assert.Equal("<p>Bir</p>", Read($"<newsItem guid='1'><contentMeta><headline>x</headline></contentMeta><contentSet>{content}</contentSet></newsItem>").Items[0].Body);

    [Theory]
    [InlineData("stat:canceled", WireStatus.Killed)]
    [InlineData("stat:usable", WireStatus.Usable)]
    [InlineData("stat:withheld", WireStatus.Withheld)]
    [InlineData("stat:whatever", WireStatus.Withheld)]
    public void A_withdrawal_needs_no_words(string status, WireStatus read)
    {
        var reading = Read($"<newsItem guid='1'><itemMeta><pubStatus qcode='{status}'/></itemMeta><contentMeta><slugline>s</slugline></contentMeta></newsItem>");
        Assert.Equal(read, Assert.Single(reading.Items).Status);
    }

    [Theory]
    [InlineData("<newsItem version='1'/>", "No guid: a take could not be told from a new item.", null)]
    public void What_carries_no_story_is_refused_by_name(string item, string reason, string? guid) =>
        Assert.Equal(new Unreadable(reason, guid, 2), Assert.Single(Read(Message("\n" + item)).Refused));

    [Theory]
    [InlineData("<newsItem guid='e'/>", ItemKind.Text)]
    [InlineData("<newsItem guid='e'><itemMeta><itemClass qcode='ninat:video'/></itemMeta></newsItem>", ItemKind.Video)]
    [InlineData("<packageItem guid='e'/>", ItemKind.Package)]
    [InlineData("<conceptItem guid='e'/>", ItemKind.Concept)]
    [InlineData("<planningItem guid='e'/>", ItemKind.Event)]
    public void What_has_no_words_stands_by_its_name(string item, ItemKind kind)
    {
        var read = Assert.Single(Read(Message(item)).Items);
        Assert.Equal(("e", "e", kind), (read.Guid, read.Headline, read.Kind));
    }

    [Fact]
    public void A_package_names_its_members_and_shows_their_pictures()
    {
        var reading = Read(Message(Text + Picture + """
            <packageItem guid="aa:paket:1" version="3" xml:lang="tr"><itemMeta><title>Paket</title></itemMeta><contentMeta><headline>Günün paketi</headline></contentMeta>
              <groupSet root="G1"><group id="G1" role="group:main"><itemRef residref="aa:text:20261122:1"><title>Bütçe</title></itemRef>
                <itemRef residref="aa:picture:20261122:2"/></group></groupSet></packageItem>
            """));
        var package = reading.Items[2];
        Assert.Equal((ItemKind.Package, "Günün paketi", 3), (package.Kind, package.Headline, package.Version));
        Assert.Equal([new("main", "aa:text:20261122:1", "Bütçe"), new("main", "aa:picture:20261122:2", null)], package.Associations);
        Assert.Equal("Genel Kurul", Assert.Single(package.Pictures).Caption);
    }

    [Fact]
    public void Catalogs_and_concepts_say_what_codes_are()
    {
        var reading = Read($"""
            <newsMessage xmlns='{Space}'><itemSet>
              <conceptItem guid='c' xml:lang='tr'><concept><conceptId qcode='yer:6'/><name xml:lang='en'>Angora</name><name xml:lang='tr'>Ankara</name></concept></conceptItem>
              <newsItem guid='1' xml:lang='tr'><catalog><scheme alias='konu' uri='http://cv.iptc.org/newscodes/mediatopic/'/></catalog>
                <rightsInfo><copyrightHolder literal='AA'/><usageTerms>Arşivlenemez.</usageTerms></rightsInfo>
                <contentMeta><located qcode='yer:6'/><headline>x</headline><subject qcode='konu:15000000'/><subject uri='http://cv.iptc.org/newscodes/mediatopic/11000000'/>
                  <subject qcode='aa:9'><name xml:lang='en'>sea</name><name xml:lang='tr'>deniz</name></subject></contentMeta></newsItem></itemSet></newsMessage>
            """);
        var item = reading.Items[1];
        Assert.Equal(("Ankara", "AA", "Arşivlenemez."), (item.Located, item.Rights, item.UsageTerms));
        Assert.Equal(["medtop:15000000", "medtop:11000000", "aa:9", "deniz"], item.Subjects);
        Assert.Equal("spor", Manset.Wire.Subjects.NameOf(item.Subjects[0], "tr"));
    }

    [Fact]
    public void An_embargo_without_an_hour_holds() =>
        Assert.Equal(WireStatus.Withheld, Read("<newsItem guid='1'><itemMeta><embargoed/></itemMeta><contentMeta><headline>x</headline></contentMeta></newsItem>").Items[0].Status);
}
