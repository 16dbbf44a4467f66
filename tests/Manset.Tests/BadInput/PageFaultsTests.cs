using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Manset.Tests.BadInput;

/// <summary>Whatever is asked for, a reader gets a page in the edition's language, and the program goes on.</summary>
public sealed class PageFaultsTests
{
    [Theory]
    [InlineData("/xx/", "tr")]
    [InlineData("/nowhere", "tr")]
    [InlineData("/wp-login.php", "tr")]
    [InlineData("/.env", "tr")]
    [InlineData("/tr/yok/", "tr")]
    [InlineData("/tr/siyaset/yok-999999", "tr")]
    [InlineData("/tr/siyaset/yok-99999999999999999999", "tr")]
    [InlineData("/tr/siyaset/yok", "tr")]
    [InlineData("/tr/siyaset/a/b/c.html", "tr")]
    [InlineData("/en/nowhere/", "en")]
    [InlineData("/en/politics/none-999999", "en")]
    [InlineData("/en/politics/..%2f..%2fetc%2fpasswd", "en")]
    [InlineData("/en/%2e%2e%2f%2e%2e%2fetc", "en")]
    [InlineData("/en/politics/<script>alert(1)</script>", "en")]
    [InlineData("/EN/", "tr")]
    [InlineData("/tr//", "tr")]
    [InlineData("/tr/siyaset/%F0%9F%98%80-1", "tr")]
    [InlineData("/tr/siyaset/%FF%FE-1", "tr")]
    [InlineData("/assets/x/none.css", "tr")]
    [InlineData("/pictures/1-480.jpg", "tr")]
    public async Task What_is_not_there_is_said_in_the_language_of_the_edition(string path, string language)
    {
        await using var newsroom = await TestNewsroom.Open();

        using var answer = await newsroom.Reader.GetAsync(path);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<html lang=\"{language}\"", page);
        Assert.Contains(language == "tr" ? "sayfa" : "There is no page here", page);
        Assert.DoesNotContain("<script>alert", page);
    }

    [Fact]
    public async Task Odd_addresses_and_headers_leave_the_program_well()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        string[] odd =
        [
            "GET /tr/%00 HTTP/1.1", "GET /tr/../../etc/passwd HTTP/1.1", "GET //tr// HTTP/1.1", "GET /tr/?%00=%00&after=%00 HTTP/1.1", "GET /tr/siyaset/?after=%F0%9F HTTP/1.1",
            $"GET /tr/?{new string('a', 100_000)} HTTP/1.1", $"GET /{new string('a', 7000)} HTTP/1.1", "GET tr HTTP/1.1", "GET http://other.example/tr/ HTTP/1.1", "OPTIONS * HTTP/1.1",
            "PUT /tr/ HTTP/1.1", "POST /tr/ HTTP/1.1\r\nContent-Length: 0", "DELETE /tr/siyaset/ HTTP/1.1", "BREW /tr/ HTTP/1.1", "TRACE /tr/ HTTP/1.1",
            $"GET /tr/ HTTP/1.1\r\nAccept-Encoding: {new string(',', 4000)}", "GET /tr/ HTTP/1.1\r\nAccept-Encoding: br;q=99999999999999999999999999, gzip;q=-1,;q",
            $"GET {story.Path} HTTP/1.1\r\nIf-None-Match: {new string('"', 3000)}", "GET /tr/ HTTP/1.1\r\nIf-Modified-Since: never", "GET /tr/ HTTP/1.1\r\nRange: bytes=5-1",
            "GET /tr/ HTTP/1.1\r\nCookie: manset-desk=nonsense; a=b=c;;;", "GET /desk/ HTTP/1.1\r\nCookie: manset-desk=nonsense", "GET /tr/ HTTP/1.1\r\nAuthorization: Bearer \u00ff",
            $"GET /tr/ HTTP/1.1\r\nX: {new string('x', 40_000)}", "GET /tr/ HTTP/1.1\r\nContent-Length: nine", $"POST {story.Path}/comments HTTP/1.1\r\nContent-Type: ///\r\nContent-Length: 1",
            $"POST {story.Path}/comments HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3", $"POST {story.Path}/comments HTTP/1.1\r\nContent-Type: application/json; charset=utf-7\r\nContent-Length: 2",
        ];

        foreach (var request in odd)
        {
            var status = await Send(newsroom, request);
            Assert.True(status is >= 200 and < 500, $"{request[..Math.Min(request.Length, 120)]}: {status}");
        }
        Assert.Contains(story.Path, await newsroom.Page("/tr/"));
    }

    [Fact]
    public async Task Naughty_strings_are_searched_for_asked_for_and_filed_without_harm()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(SharedData.Folder("naughty-strings"), "blns.json")))!;
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff();
        var anchor = await newsroom.FileAndPublish();

        await Parallel.ForEachAsync(strings.Append("\ud800").Append($"{new string('a', 199)}😀").Append(new string('ﷺ', 500)), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (naughty, stop) =>
        {
            var escaped = string.Concat(Encoding.UTF8.GetBytes(naughty).Select(each => $"%{each:X2}"));
            foreach (var path in new[] { $"/tr/search?q={escaped}", $"/en/search?q={escaped}&after={escaped}", $"/api/v1/stories?q={escaped}", $"/api/v1/stories?tag={escaped}" })
                await Well(newsroom.Reader.GetAsync(path, stop));
            if (!escaped.Contains("%00", StringComparison.Ordinal)) await Well(newsroom.Reader.GetAsync($"/tr/siyaset/{escaped}-{anchor.Id}", stop));
            await Well(newsroom.Comment(anchor.Path, naughty, "Okur"));
            await Well(newsroom.Comment(anchor.Path, "Bu gelişmeyi yakından izliyoruz.", naughty));

            var filed = await newsroom.File(TestNewsroom.Copy($"{naughty} olayı", body: naughty.Length == 0 ? "boş" : naughty));
            using var published = await newsroom.Publish(filed);
            if (published.StatusCode is HttpStatusCode.Conflict) return; // nothing was left to publish
            await Well(newsroom.Reader.GetAsync(filed.Path, stop));
        });
        foreach (var path in new[] { "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/api/v1/stories" }) await Well(newsroom.Reader.GetAsync(path));
        System.Xml.Linq.XDocument.Parse(await newsroom.Page("/tr/feed.xml"));
    }

    static async Task Well(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True((int)answer.StatusCode < 500, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}");
    }

    static async Task<int> Send(TestNewsroom newsroom, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(newsroom.Address.Host, newsroom.Address.Port);
        await using var stream = connection.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n{{}}x"));
        }
        catch (IOException) { } // answered before all was read
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var answer = new byte[15];
        try
        {
            var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, late.Token);
            return read < 12 ? 499 : int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException) { return 499; }
    }
}
