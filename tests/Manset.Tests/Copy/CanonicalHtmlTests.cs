using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Manset.Copy;

namespace Manset.Tests.Copy;

public sealed class CanonicalHtmlTests
{
    static readonly HtmlParser Parser = new();
    static readonly HashSet<string> Allowed =
    [
        "p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "img", "figcaption", "a", "strong", "em", "cite", "table", "thead", "tbody", "tr", "th", "td", "br",
    ];

    [Theory]
    [InlineData("Bakan <b>açıkladı</b>: İstanbul'da <i>ılık</i> gün", "<p>Bakan <strong>açıkladı</strong>: İstanbul'da <em>ılık</em> gün</p>")]
    [InlineData("<div>Bir</div><section>İki<p></p><p>&nbsp;</p></section>", "<p>Bir</p>\n<p>İki</p>")]
    [InlineData("<h1>Baş</h1>yazı<h4>Ara</h4>", "<h2>Baş</h2>\n<p>yazı</p>\n<h3>Ara</h3>")]
    [InlineData("bir<br>iki<br/><br/>üç<br>", "<p>bir<br>iki</p>\n<p>üç</p>")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")]
    [InlineData("<ul>a<ol><li>b</ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>")]
    [InlineData("<blockquote cite='https://a.example/x'>Söz<footer><cite>Bakan</cite></footer></blockquote>",
        "<blockquote cite=\"https://a.example/x\"><p>Söz</p><p><cite>Bakan</cite></p></blockquote>")]
    [InlineData("<figure><img src='https://a.example/a.jpg' alt='Bir \"kedi\"'><figcaption>Kedi</figcaption></figure>",
        "<figure><img src=\"https://a.example/a.jpg\" alt=\"Bir &quot;kedi&quot;\"><figcaption>Kedi</figcaption></figure>")]
    [InlineData("<figure><img src='/pictures/2026/a.jpg' alt=''></figure>", "<figure><img src=\"/pictures/2026/a.jpg\" alt=\"\"></figure>")]
    [InlineData("<p>a<img src='https://a.example/a.jpg'>b</p>", "<p>ab</p>")]
    [InlineData("<figure><img src='javascript:alert(1)'><figcaption>Yalnız</figcaption></figure>", "<p>Yalnız</p>")]
    [InlineData("<table><thead><tr><th>A<th>B</thead><tr><td colspan=2>c</table>",
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>")]
    [InlineData("<a href='https://a.example/?x=1&amp;y=2'>bağ<b>la</b></a> <a href='javascript:x'>kötü</a>",
        "<p><a href=\"https://a.example/?x=1&amp;y=2\">bağ<strong>la</strong></a> kötü</p>")]
    [InlineData("<a href='mailto:a@b.example'>yaz</a><a href='/tr/x'>iç</a>", "<p><a href=\"mailto:a@b.example\">yaz</a>iç</p>")]
    [InlineData("<b>bir </b><i> iki</i>", "<p><strong>bir</strong> <em>iki</em></p>")]
    [InlineData("<b>a<i>b</b>c</i>", "<p><strong>a<em>b</em></strong><em>c</em></p>")]
    [InlineData("<script>x</script>a<style>b</style><svg><text>c</text></svg>d<svg>e", "<p>ade</p>")]
    [InlineData("5 < 6 &amp; 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>")]
    [InlineData("s\u0327 &uuml;&#x131;", "<p>ş üı</p>")]
    [InlineData("", "")]
    public void Any_markup_becomes_canonical(string html, string canonical)
    {
        Assert.Equal(canonical, CanonicalHtml.Of(html));
        Assert.Equal(canonical, CanonicalHtml.Of(canonical));
    }

    [Fact]
    public void Relative_addresses_start_where_the_copy_came_from() =>
        Assert.Equal("<p><a href=\"https://ajans.example/haber/2\">devam</a></p>",
            CanonicalHtml.Of("<a href='../haber/2'>devam</a>", new Uri("https://ajans.example/rss/feed.xml")));

    [Fact]
    public void Typed_text_keeps_its_paragraphs() =>
        Assert.Equal("<p>Bir &lt;b&gt;<br>iki</p>\n<p>üç</p>", CanonicalHtml.OfText("Bir <b>\niki\r\n\r\n \n üç \n"));

    [Fact]
    public void Text_is_what_a_reader_reads() =>
        Assert.Equal("Başlık\n\nBir iki\n\na\nb", CanonicalHtml.Text("<h2>Başlık</h2><p>Bir <em>iki</em></p><ul><li>a<li>b</ul><script>x</script>"));

    [Fact]
    public void Nothing_executable_survives()
    {
        foreach (var payload in Payloads())
        {
            var once = CanonicalHtml.Of(payload);
            AssertHarmless(once, payload);
            Assert.Equal(once, CanonicalHtml.Of(once));
        }
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b><p>")]
    [InlineData("<svg><a>")]
    [InlineData("<a href=https://a.example/>")]
    [InlineData("<figure><ul>x")]
    [InlineData("</p></b></ul>")]
    [InlineData("<!--")]
    public void Deep_and_endless_nesting_costs_no_more_than_its_length(string tags)
    {
        var html = string.Concat(Enumerable.Repeat(tags, 1_000_000 / tags.Length)) + "son";
        var watch = Stopwatch.StartNew();
        var once = CanonicalHtml.Of(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(once, CanonicalHtml.Of(once));
        AssertHarmless(CanonicalHtml.Of(html[..10_000] + "son"), tags);
    }

    [Theory]
    [InlineData(" x=1")]
    [InlineData(" href=1")]
    public void A_tag_of_many_attributes_costs_no_more_than_its_length(string attribute)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal("<p>son</p>", CanonicalHtml.Of("<a" + string.Concat(Enumerable.Repeat(attribute, 1_000_000 / attribute.Length)) + ">son"));
        Assert.Equal("<p>son</p>", CanonicalHtml.Of("<a" + string.Concat(Enumerable.Range(0, 100_000).Select(number => $" x{number}=1")) + ">son"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    static void AssertHarmless(string canonical, string payload)
    {
        using var document = Parser.ParseDocument("<body>" + canonical);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.True(Allowed.Contains(element.LocalName), $"{element.LocalName} of {payload}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True((element.LocalName, attribute.Name) is ("a", "href") or ("img", "src") or ("img", "alt") or ("blockquote", "cite"), $"{attribute.Name} of {payload}");
                if (attribute.Name != "alt") Assert.Matches(new Regex("^(https?://|mailto:|/pictures/)"), attribute.Value);
            }
        }
        // Valid: what a parser reads is what was written.
        Assert.Equal(canonical.Replace("\n", ""), document.Body.InnerHtml.Replace("\n", "").Replace("&nbsp;", "\u00A0"));
    }

    static IEnumerable<string> Payloads()
    {
        yield return "<img src=x onerror=alert(1)><svg/onload=alert(1)><a href=\"jav&#x09;ascript:alert(1)\">x</a><math><mi//xlink:href=\"data:x,<script>\">";
        var folder = SharedData.Folder("xss");
        foreach (var line in File.ReadLines(Path.Combine(folder, "payloadbox", "payloads.txt"))) yield return line;
        foreach (var file in new[] { Path.Combine(folder, "dompurify", "expect.jsonl"), Path.Combine(folder, "owasp-filter-evasion", "vectors.jsonl") })
        {
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
                yield return JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!;
        }
    }
}
