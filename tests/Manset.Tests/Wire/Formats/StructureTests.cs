using System.Globalization;
using System.IO.Compression;
using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>
/// Documents damaged in their structure, at random and bounded: nothing thrown, no work beyond what a document of that size is worth. Work is counted
/// in bytes allocated, which no busy machine changes. <c>MANSET_FUZZ_SEED</c> and <c>MANSET_FUZZ_ROUNDS</c> look elsewhere and for longer.
/// </summary>
public sealed class StructureTests
{
    /// <summary>What a document may cost at least, and for each of its bytes: those that are packed count as they are unpacked.</summary>
    const long Least = 64L * 1024 * 1024, PerByte = 600;

    static int Set(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;

    [Fact]
    public void No_damage_to_the_structure_brings_a_reader_down_or_makes_it_toil()
    {
        var (seed, rounds) = (Set("MANSET_FUZZ_SEED", 20261127), Set("MANSET_FUZZ_ROUNDS", 2500));
        TestContext.Current.SendDiagnosticMessage($"MANSET_FUZZ_SEED={seed}");
        byte[][] samples = [.. Sample.Names.Select(name => Sample.Bytes(name)), .. Own.Select(Encoding.UTF8.GetBytes)];
        for (var round = 0; round < rounds; round++)
        {
            var document = new Mutator(seed + round, samples).Next();
            try
            {
                Holds(document, round % 5 == 0 ? "text/xml; charset=utf-16" : null);
            }
            catch (Exception fault)
            {
                Assert.Fail($"MANSET_FUZZ_SEED={seed + round} MANSET_FUZZ_ROUNDS=1: {fault}");
            }
        }
    }

    static void Holds(byte[] document, string? contentType)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Manset.Wire.Formats.Read(document, contentType, Sample.Address);
        var worked = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(worked < Least + PerByte * document.Length, $"{worked:N0} bytes for a document of {document.Length:N0}");
        Assert.All(reading.Refused, refusal => Assert.NotEmpty(refusal.Reason));
        Assert.All(reading.Items, item =>
        {
            Assert.NotEmpty(item.Guid);
            Assert.NotEmpty(item.Headline);
            Assert.InRange(item.Version, 1, int.MaxValue);
            Assert.Equal(item.Body, Manset.Copy.CanonicalHtml.Of(item.Body));
        });
    }

    static readonly string[] Own =
    [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://a.example/\"><entry><id>1</id><title type=\"html\">A &lt;b&gt;</title><updated>2026-11-22T14:05:06Z</updated>"
            + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><ul><li>x</li></ul></div></content><link href=\"1\"/></entry></feed>",
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><newsItem guid=\"1\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:text\"/><pubStatus qcode=\"stat:usable\"/></itemMeta>"
            + "<contentMeta><headline>x</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>y</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"
            + "<packageItem guid=\"2\"><groupSet root=\"r\"><group id=\"r\" role=\"main\"><itemRef residref=\"1\"><headline>x</headline></itemRef></group></groupSet></packageItem></itemSet></newsMessage>",
    ];

    public static TheoryData<string, string> Crowds => MutationTests.Crowds;

    [Theory]
    [MemberData(nameof(Crowds))]
    public void Twice_as_much_of_a_thing_is_no_more_than_twice_the_work(string document, string one)
    {
        // The first makes ready what is made once.
        Work(document, one, 500);
        var (some, twice) = (Work(document, one, 10_000), Work(document, one, 20_000));
        Assert.True(twice < 2.6 * some + 1_000_000, $"{some:N0}, then {twice:N0}");
    }

    static long Work(string document, string one, int many)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Format(null, document, new StringBuilder().Insert(0, one, many)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Manset.Wire.Formats.Read(bytes, null, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Many_small_bombs_in_one_mail_are_as_bounded_as_one()
    {
        var bomb = Packed(new byte[25 * 1024 * 1024]);
        var small = Packed(new byte[15 * 1024 * 1024]);
        var part = (byte[] packed) => $"--b\r\nContent-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(packed)}\r\n";
        var inner = "From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat(part(bomb), 20)) + string.Concat(Enumerable.Repeat(part(small), 20)) + "--b--\r\n";
        var mail = "From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
            + string.Concat(Enumerable.Repeat($"--c\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n", 10)) + "--c--\r\n";

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Manset.Wire.Formats.Read(Encoding.ASCII.GetBytes(mail), null, null);
        var worked = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(worked < 800L * 1024 * 1024, $"{worked:N0} bytes for {mail.Length:N0}");
        Assert.True(reading.Items.Count + reading.Refused.Count > 0);
    }

    [Fact]
    public void An_archive_that_breaks_off_yields_what_came_before()
    {
        var feed = $"<rss version=\"2.0\"><channel>{string.Concat(Enumerable.Range(0, 2000).Select(number => $"<item><guid>{number}</guid><title>{Guid.NewGuid()}</title></item>"))}</channel></rss>";
        var reading = Manset.Wire.Formats.Read(Packed(Encoding.UTF8.GetBytes(feed)).AsMemory(0..^20_000), null, null);

        Assert.InRange(reading.Items.Count, 100, 1999);
        Assert.NotEmpty(reading.Refused);
    }

    static byte[] Packed(byte[] document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(document);
        return packed.ToArray();
    }
}
