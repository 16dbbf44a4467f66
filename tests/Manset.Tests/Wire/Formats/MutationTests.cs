using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class MutationTests
{
    static readonly string[] Samples =
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE rss [<!ELEMENT a ANY>]><rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item><guid>1</guid>"
            + "<title>Bir &amp;amp; iki &#x130;</title><description><![CDATA[<p>Gövde <b>ş</b><img src=\"/a.jpg\"></p>]]></description>"
            + "<pubDate>22 Kasım 2026 14.05</pubDate><media:content url=\"/a.jpg\" medium=\"image\"/></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><entry><id>1</id><title type=\"html\">A &lt;b&gt;</title><updated>2026-11-22T14:05:06Z</updated>"
            + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><ul><li>x</li></ul></div></content><link href=\"1\"/></entry></feed>",
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><newsItem guid=\"1\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:text\"/><embargoed>2026-11-22T14:05:06Z</embargoed>"
            + "<pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><headline>x</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>y</p></body.content></body></nitf></inlineXML>"
            + "<remoteContent href=\"a.jpg\" contenttype=\"image/jpeg\" width=\"9\"/></contentSet></newsItem></itemSet></newsMessage>",
    ];

    [Fact]
    public void No_damage_to_a_document_brings_its_reader_down()
    {
        var chance = new Random(20261122);
        for (var round = 0; round < 6000; round++)
        {
            var bytes = Damaged(Encoding.UTF8.GetBytes(Samples[round % Samples.Length]).ToList(), chance);
            var reading = Manset.Wire.Formats.Read(bytes, round % 7 == 0 ? "text/xml; charset=iso-8859-9" : null, new Uri("https://ajans.example/"));
            Assert.All(reading.Refused, refusal => Assert.NotEmpty(refusal.Reason));
            Assert.All(reading.Items, item => Assert.Equal(item.Body, Manset.Copy.CanonicalHtml.Of(item.Body)));
        }
    }

    static byte[] Damaged(List<byte> bytes, Random chance)
    {
        for (var time = chance.Next(1, 6); time > 0 && bytes.Count > 2; time--)
        {
            var (at, length) = (chance.Next(bytes.Count), chance.Next(1, 40));
            length = Math.Min(length, bytes.Count - at);
            switch (chance.Next(5))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes[at] = (byte)chance.Next(256); break;
                case 2: bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes.Insert(at, "<>&;\"'[]!?-/\0"u8[chance.Next(13)]); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
