using System.Diagnostics;
using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>Documents damaged at random, always the same way: nothing thrown, nothing slow, every refusal with its reason and its place.</summary>
public sealed class MutationTests
{
    const int Rounds = 12_000;
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    static readonly string[] Feeds =
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
        byte[][] samples = [.. Feeds.Select(Encoding.UTF8.GetBytes), .. Sample.Names.Select(name => Sample.Bytes(name))];
        var chance = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damaged([.. samples[round % samples.Length]], samples, chance);
            var watch = Stopwatch.StartNew();
            var reading = Manset.Wire.Formats.Read(bytes, round % 7 == 0 ? "text/xml; charset=iso-8859-9" : null, new Uri("https://ajans.example/"));
            Assert.True(watch.Elapsed < Longest, $"round {round}: {watch.Elapsed}");
            Assert.All(reading.Refused, refusal => Assert.NotEmpty(refusal.Reason));
            foreach (var item in reading.Items)
            {
                Assert.NotEmpty(item.Guid);
                Assert.NotEmpty(item.Headline);
                Assert.Equal(item.Body, Manset.Copy.CanonicalHtml.Of(item.Body));
            }
        }
    }

    public static TheoryData<string, string> Crowds => new()
    {
        { "<NewsML><NewsItem>{0}</NewsItem></NewsML>", "<NewsComponent><ContentItem Href='a.jpg'/></NewsComponent>" },
        { "<newsMessage><itemSet><newsItem guid='1'><itemMeta>{0}</itemMeta></newsItem></itemSet></newsMessage>", "<link residref='a'/>" },
        { "<nitf><body><body.content>{0}</body.content></body></nitf>", "<media><media-reference source='a.jpg'/></media>" },
        { "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version>{0}</channel></rss>", "<item><wp:post_type>attachment</wp:post_type></item>" },
        { "{{\"uri\":\"a\",\"associations\":[{0}1]}}", "{\"type\":\"picture\",\"renditions\":[{\"href\":\"a.jpg\"}]}," },
        { "{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{0}1]}}", "{\"id\":1}," },
        { "\u0001OAJ0123 3 SPO 87{0}", "\u0001" },
        { "\u0001OAJ0123 3 SPO 87 {0}\u0002a\u0003", " -" },
        { "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n{0}", "--x\nContent-Type: application/xml\n\n<a/>\n" },
    };

    [Theory]
    [MemberData(nameof(Crowds))]
    public void A_crowd_of_one_thing_is_read_or_refused_in_time(string document, string one)
    {
        var crowd = string.Format(null, document, new StringBuilder().Insert(0, one, 60_000));
        var watch = Stopwatch.StartNew();
        var reading = Manset.Wire.Formats.Read(Encoding.UTF8.GetBytes(crowd), null, null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.True(reading.Items.Count + reading.Refused.Count > 0 || document.Contains("wxr", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_beginning_of_a_document_is_read_or_refused_with_its_place()
    {
        foreach (var name in Sample.Names)
        {
            var whole = Sample.Bytes(name);
            for (var length = 1; length < whole.Length; length += 1 + whole.Length / 150)
            {
                var reading = Manset.Wire.Formats.Read(whole.AsMemory(0, length), null, Sample.Address);
                Assert.True(reading.Items.Count + reading.Refused.Count > 0, $"{name} to {length}");
                Assert.All(reading.Refused, refusal => Assert.True(refusal.Line > 0 || refusal.Offset >= 0 || refusal.Guid is not null || refusal.Reason == "Empty.", $"{name} to {length}: {refusal}"));
            }
        }
    }

    [Fact]
    public void Of_documents_one_after_another_none_is_lost_unsaid()
    {
        foreach (var name in Sample.Names)
        {
            var one = Sample.Bytes(name);
            var reading = Manset.Wire.Formats.Read((byte[])[.. one, (byte)'\n', .. one], null, Sample.Address);
            var alone = Sample.Read(name);
            Assert.True(reading.Items.Count >= alone.Items.Count, name);
            // A message of e-mail has no end of its own: what follows is part of it.
            Assert.True(name.EndsWith(".eml", StringComparison.Ordinal) || reading.Items.Count == 2 * alone.Items.Count || reading.Refused.Count > alone.Refused.Count, name);
        }
    }

    /// <summary>Strokes at bytes, and at the structure: a piece of another document, a piece many times over, one document after another.</summary>
    static byte[] Damaged(List<byte> bytes, byte[][] samples, Random chance)
    {
        for (var time = chance.Next(1, 6); time > 0 && bytes.Count > 2; time--)
        {
            var (at, length) = (chance.Next(bytes.Count), chance.Next(1, 40));
            length = Math.Min(length, bytes.Count - at);
            switch (chance.Next(9))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes[at] = (byte)chance.Next(256); break;
                case 2: bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes.Insert(at, "<>&;\"'[]{}!?-/\0\u0001\u0002\u0003^"u8[chance.Next(19)]); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                case 5: bytes.InsertRange(at, Piece(samples[chance.Next(samples.Length)], chance)); break;
                case 6: bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, length), chance.Next(1, 200)).SelectMany(piece => piece).ToArray()); break;
                case 7: Swap(bytes, chance); break;
                case 8 when bytes.Count < 50_000: bytes.AddRange(samples[chance.Next(samples.Length)]); break;
            }
        }
        return [.. bytes];
    }

    static byte[] Piece(byte[] sample, Random chance)
    {
        var at = chance.Next(sample.Length);
        return sample[at..Math.Min(sample.Length, at + chance.Next(1, 600))];
    }

    /// <summary>From one angle bracket or brace to another, in another's place.</summary>
    static void Swap(List<byte> bytes, Random chance)
    {
        var marks = Enumerable.Range(0, bytes.Count).Where(at => bytes[at] is (byte)'<' or (byte)'{' or (byte)'[' or (byte)',').ToList();
        if (marks.Count < 4) return;
        var (from, to) = (chance.Next(marks.Count - 1), chance.Next(marks.Count));
        var piece = bytes.GetRange(marks[from], marks[from + 1] - marks[from]);
        bytes.InsertRange(marks[to], piece);
    }
}
