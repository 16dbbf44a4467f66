using System.Diagnostics;
using System.Net;
using System.Xml.Linq;
using Manset.Demo;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Demo;

public sealed class AgencyTests
{
    static readonly XNamespace Wire = "https://manset.example/ns/wire";
    static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    static readonly XNamespace Nar = "http://iptc.org/std/nar/2006-10-01/";

    readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
    readonly HttpClient reader = new();

    [Fact]
    public async Task The_first_second_has_a_full_feed_with_the_first_take()
    {
        await using var agency = await Open();

        var items = await Rss(agency, "tr");

        Assert.Equal(11, items.Count);
        Assert.Equal("1", Of(items, "water-bill", "version"));
        Assert.Equal("politics", (string?)Item(items, "water-bill").Element("category"));
        Assert.DoesNotContain(items, item => (string?)item.Element(Wire + "slug") == "lighthouse");
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(12, 2)]
    [InlineData(25, 3)]
    [InlineData(44, 3)]
    [InlineData(45, 4)]
    public async Task A_later_take_replaces_the_one_before(int second, int version)
    {
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromSeconds(second));

        var water = Item(await Rss(agency, "en"), "water-bill");

        Assert.Equal(version, (int?)water.Element(Wire + "version"));
        Assert.Equal("urn:newsml:shearwater.example:20260302:water-bill", (string?)water.Element("guid"));
    }

    [Fact]
    public async Task What_went_out_wrong_is_corrected_or_killed_in_the_same_feed()
    {
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("usable", Of(await Rss(agency, "tr"), "lighthouse", "status"));

        clock.Advance(TimeSpan.FromSeconds(34));
        var items = await Rss(agency, "tr");

        Assert.Equal("killed", Of(items, "lighthouse", "status"));
        Assert.Contains("Fener Koruma Vakfı", Of(items, "lighthouse", "note"), StringComparison.Ordinal);
        Assert.Equal("true", Of(items, "saplings", "corrects"));
        Assert.Contains("4 bin 800", Of(items, "saplings", "note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embargo_is_an_instant_counted_from_the_opening()
    {
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromSeconds(8));

        var items = await Rss(agency, "en");

        Assert.Equal("2026-03-02T09:31:40Z", Of(items, "confidence-index", "embargo"));
        Assert.Equal("2026-03-02T10:30:00Z", Of(items, "olive-genome", "embargo"));
    }

    [Fact]
    public async Task Both_formats_tell_the_same()
    {
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromSeconds(50));

        var rss = (await Rss(agency, "tr")).Select(item => ((string?)item.Element("guid"), (string?)item.Element(Wire + "version")));
        var newsMl = XDocument.Parse(await reader.GetStringAsync(new Uri(agency.Address, "tr/newsml.xml"), Stop))
            .Descendants(Nar + "newsItem").Select(item => ((string?)item.Attribute("guid"), (string?)item.Attribute("version")));

        Assert.Equal(rss, newsMl);
    }

    [Theory]
    [InlineData("tr/rss.xml")]
    [InlineData("en/newsml.xml")]
    public async Task Who_asks_again_is_answered_304_until_there_is_news(string feed)
    {
        await using var agency = await Open();
        using var first = await Ask(agency, feed, null);
        using var again = await Ask(agency, feed, first);
        clock.Advance(TimeSpan.FromSeconds(12));
        using var later = await Ask(agency, feed, first);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(first.Content.Headers.LastModified + TimeSpan.FromSeconds(12), later.Content.Headers.LastModified);
        Assert.NotEqual(first.Headers.ETag, later.Headers.ETag);
    }

    [Fact]
    public async Task Every_picture_of_a_feed_can_be_fetched()
    {
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromMinutes(7));

        var addresses = (await Rss(agency, "en")).Descendants().Attributes("url").Select(url => new Uri(url.Value)).ToList();

        Assert.Equal(AgencyScript.Load().Pictures.Count, addresses.Count);
        foreach (var address in addresses)
        {
            using var picture = await reader.GetAsync(address, Stop);
            Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_picture_comes_with_what_it_shows_its_caption_and_its_credit()
    {
        await using var agency = await Open();

        var picture = Item(await Rss(agency, "tr"), "night-library").Element(Media + "content")!;
        var link = XDocument.Parse(await reader.GetStringAsync(new Uri(agency.Address, "tr/newsml.xml"), Stop))
            .Descendants(Nar + "link").Single(link => (string?)link.Attribute("href") == (string?)picture.Attribute("url"));

        Assert.Equal("Okuma salonundaki 420 sandalyenin tamamı ilk gece doldu.", (string?)picture.Element(Media + "description"));
        Assert.StartsWith("Yüksek kitap rafları", (string?)picture.Element(Media + "text"), StringComparison.Ordinal);
        Assert.Equal("Çizim: Yelkovan Ajansı", (string?)picture.Element(Media + "credit"));
        Assert.Equal((string?)picture.Element(Media + "description"), (string?)link.Element(Nar + "title"));
        Assert.Equal((string?)picture.Element(Media + "credit"), (string?)link.Element(Nar + "creditline"));
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would()
    {
        await using var agency = await Open();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(agency.Address, "tr/rss.xml"));
        using var head = await reader.SendAsync(request, Stop);
        using var get = await Ask(agency, "tr/rss.xml", null);

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("fr/rss.xml")]
    [InlineData("pictures/none.jpg")]
    [InlineData("pictures/..%2Fassembly.jpg")]
    public async Task What_the_agency_has_not_is_404(string path)
    {
        await using var agency = await Open();
        using var response = await reader.GetAsync(new Uri(agency.Address, path), Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("tr", 0)]
    [InlineData("tr", 50)]
    [InlineData("tr", 400)]
    [InlineData("en", 0)]
    [InlineData("en", 50)]
    [InlineData("en", 400)]
    public async Task The_news_message_keeps_to_the_schema(string language, int second)
    {
        var shared = Environment.GetEnvironmentVariable("MANSET_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var schema = Path.Combine(shared, "data", "newsml-g2", "xsd", "NewsML-G2_2.35-spec-All-Power.xsd");
        if (!File.Exists(schema)) Assert.Skip("../shared is absent");
        if (!File.Exists("/usr/bin/xmllint")) Assert.Skip("xmllint is absent");
        await using var agency = await Open();
        clock.Advance(TimeSpan.FromSeconds(second));

        var document = await reader.GetStringAsync(new Uri(agency.Address, $"{language}/newsml.xml"), Stop);
        using var lint = Process.Start(new ProcessStartInfo("/usr/bin/xmllint", ["--nonet", "--noout", "--schema", schema, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        await lint.StandardInput.WriteAsync(document);
        lint.StandardInput.Close();
        var faults = await lint.StandardError.ReadToEndAsync(Stop);
        await lint.WaitForExitAsync(Stop);

        Assert.True(lint.ExitCode == 0, faults);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<Agency> Open() => Agency.Start(AgencyScript.Load(), clock, Stop);

    async Task<IReadOnlyList<XElement>> Rss(Agency agency, string language) =>
        [.. XDocument.Parse(await reader.GetStringAsync(new Uri(agency.Address, $"{language}/rss.xml"), Stop)).Descendants("item")];

    async Task<HttpResponseMessage> Ask(Agency agency, string path, HttpResponseMessage? before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(agency.Address, path));
        if (before?.Headers.ETag is { } tag) request.Headers.IfNoneMatch.Add(tag);
        if (before?.Content.Headers.LastModified is { } modified) request.Headers.IfModifiedSince = modified;
        return await reader.SendAsync(request, Stop);
    }

    static XElement Item(IEnumerable<XElement> items, string slug) => items.Single(item => (string?)item.Element(Wire + "slug") == slug);

    static string Of(IEnumerable<XElement> items, string slug, string name) => (string?)Item(items, slug).Element(Wire + name) ?? "";

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Manset.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
