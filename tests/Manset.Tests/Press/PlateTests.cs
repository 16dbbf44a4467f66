using System.IO.Compression;
using System.Net;
using System.Text;

namespace Manset.Tests.Press;

/// <summary>How a page leaves: packed as asked, and not at all to whoever has it.</summary>
public sealed class PlateTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("BR;q=0.5", "br")]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=0.000, br ; q=0", null)]
    [InlineData("br;q=0, gzip;q=0.1", "gzip")]
    [InlineData("brotli, gzipped", null)]
    [InlineData("*;q=0", null)]
    [InlineData(",;q=,,br;;q=1,gzip;q=;;", "br")]
    [InlineData("gzip;q=wrong", "gzip")]
    public async Task A_page_is_packed_as_the_reader_asks(string? accepted, string? packed)
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        using var plain = await newsroom.Reader.GetAsync(story.Path);

        using var answer = await Get(newsroom, story.Path, ("Accept-Encoding", accepted));

        Assert.Equal(packed, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(await plain.Content.ReadAsStringAsync(), Unpacked(await answer.Content.ReadAsByteArrayAsync(), packed));
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
    }

    [Fact]
    public async Task Whoever_has_the_page_is_not_sent_it_again()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        using var first = await Get(newsroom, story.Path, ("Accept-Encoding", "br"));
        var tag = first.Headers.ETag!.ToString();

        foreach (var asked in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
        {
            using var again = await Get(newsroom, story.Path, ("Accept-Encoding", "br"), ("If-None-Match", asked));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
        foreach (var asked in new[] { "\"other\"", "", tag.Trim('"'), "W/", "\"", new string('"', 5000) })
        {
            using var again = await Get(newsroom, story.Path, ("Accept-Encoding", "br"), ("If-None-Match", asked));
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }
        // Each packing is a representation of its own.
        using var unpacked = await Get(newsroom, story.Path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, unpacked.StatusCode);
    }

    [Fact]
    public async Task A_changed_page_has_another_tag()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        using var before = await newsroom.Reader.GetAsync("/tr/");
        await newsroom.FileAndPublish(TestNewsroom.Copy("Başka bir haber"));

        using var after = await Get(newsroom, "/tr/", ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("/tr/")]
    [InlineData("/tr/siyaset/")]
    [InlineData("/tr/feed.xml")]
    [InlineData("/tr/search?q=a")]
    [InlineData("/tr/nowhere/at-all")]
    [InlineData("/healthz")]
    public async Task A_head_says_what_a_get_would_and_sends_nothing(string path)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var whole = await newsroom.Reader.GetAsync(path);

        using var head = await newsroom.Reader.SendAsync(new(HttpMethod.Head, path));

        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Content.Headers.ContentLength ?? 0, head.Content.Headers.ContentLength ?? 0);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    static async Task<HttpResponseMessage> Get(TestNewsroom newsroom, string path, params IEnumerable<(string Name, string? Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            if (value is not null) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await newsroom.Reader.SendAsync(request);
    }

    static string Unpacked(byte[] bytes, string? coding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream through = coding switch { "gzip" => new GZipStream(packed, CompressionMode.Decompress), "br" => new BrotliStream(packed, CompressionMode.Decompress), _ => packed };
        using var reader = new StreamReader(through, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
