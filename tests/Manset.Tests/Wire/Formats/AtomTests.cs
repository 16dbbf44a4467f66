using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class AtomTests
{
    static Dispatch Entry(string inner, string space = "http://www.w3.org/2005/Atom") => Assert.Single(Manset.Wire.Formats.Read(
        Encoding.UTF8.GetBytes($"<feed xmlns='{space}' xml:lang='tr' xml:base='https://ajans.example/a/'><entry>{inner}</entry></feed>"), null, null).Items);

    [Fact]
    public void Every_field_has_its_place()
    {
        var entry = Entry("""
            <id>tag:ajans.example,2026:1</id><title type="html">Bir &amp;amp; &lt;i&gt;iki&lt;/i&gt;</title><summary>Özet</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Gövde <b>kalın</b> <a href="2">bağ</a></p></div></content>
            <author><name>Ayşe</name></author><author><name>Ali</name></author><category term="pol" label="Politika"/>
            <published>2026-11-22T10:00:00Z</published><updated>2026-11-22T14:00:00+03:00</updated>
            <link href="haber/1"/><link rel="enclosure" type="image/jpeg" href="r.jpg" title="Resim"/>
            """);
        Assert.Equal(("tag:ajans.example,2026:1", "Bir & iki", "Özet", "tr", "Ayşe, Ali"), (entry.Guid, entry.Headline, entry.Standfirst, entry.Language, entry.Byline));
        Assert.Equal("<p>Gövde <strong>kalın</strong> <a href=\"https://ajans.example/a/2\">bağ</a></p>", entry.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 0, 0, default), entry.Sent);
        Assert.Equal(["Politika", "pol"], entry.Subjects);
        Assert.Equal(new Uri("https://ajans.example/a/haber/1"), entry.Link);
        Assert.Equal(new WirePicture(new("https://ajans.example/a/r.jpg"), "Resim", null, null), Assert.Single(entry.Pictures));
    }

    [Fact]
    public void Plain_text_stays_plain()
    {
        var entry = Entry("<id>1</id><title>3 &lt; 4 &amp; &lt;b&gt;</title><content type='text'>Bir &lt; iki\n\nüç</content>");
        Assert.Equal("3 < 4 & <b>", entry.Headline);
        Assert.Equal("<p>Bir &lt; iki</p>\n<p>üç</p>", entry.Body);
    }

    [Fact]
    public void Its_elder_is_read_too()
    {
        var entry = Entry("<id>1</id><title mode='escaped' type='text/html'>A &amp;amp; B</title><modified>2026-11-22T10:00:00Z</modified>"
            + "<content type='text/html' mode='base64'>PHA+xZ9leTwvcD4=</content>", "http://purl.org/atom/ns#");
        Assert.Equal(("A & B", "<p>şey</p>"), (entry.Headline, entry.Body));
    }
}
