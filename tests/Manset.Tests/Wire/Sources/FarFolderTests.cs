using Manset.Demo;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Wire.Sources;

/// <summary>Files on an agency's own server.</summary>
public sealed class FarFolderTests
{
    static IEnumerable<(string, string)> Line(TestFtpServer server, string scheme = "ftp", params IEnumerable<(string, string)> more) => AgencyCopy.Line("aa", 0,
        [("Edition", "tr"), ("Every", "00:00:10"), ("AllowPrivate", "true"), ("FarFolder:Address", $"{scheme}://localhost:{server.Port}/haber"),
         ("FarFolder:User", "gazete"), ("FarFolder:Password", "gizli"), .. more]);

    [Theory]
    [InlineData("ftp", false)]
    [InlineData("ftp", true)]
    [InlineData("ftps", false)]
    public async Task A_file_is_taken_once_whole_and_remembered_also_after_a_restart(string scheme, bool old)
    {
        await using var server = TestFtpServer.Open(old);
        await using var database = await TestDatabase.Create();
        var clock = new FakeTimeProvider(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var line = Line(server, scheme, scheme == "ftps" ? [("FarFolder:Certificate", server.CertificateDigest)] : []).ToList();
        server.Put("bir.xml", AgencyCopy.Rss(AgencyCopy.Item()));
        server.Put("yarim.xml.part", "<rss");
        server.Put("bozuk.xml", "<html>");
        await using (var newsroom = await TestNewsroom.Open(database, clock, line))
        {
            await Pass(newsroom, room => room.WireItems.AnyAsync(), "the file was taken");
            await Pass(newsroom, room => room.WireStates.AnyAsync(state => state.LastRefusal != null), "the broken one was refused");
        }
        server.Put("iki.xml", AgencyCopy.Rss(AgencyCopy.Item("Yeni bir haber", "aa:2")));
        await using (var newsroom = await TestNewsroom.Open(database, clock, line))
            await Pass(newsroom, async room => await room.WireItems.CountAsync() == 2, "the other file was taken");

        foreach (var name in new[] { "bir.xml", "iki.xml", "bozuk.xml" }) Assert.Single(server.Said, line => line == $"RETR {name}");
        Assert.DoesNotContain(server.Said, line => line.Contains("yarim", StringComparison.Ordinal) && line.StartsWith("RETR", StringComparison.Ordinal));
        Assert.Equal(4, server.Files.Count);
    }

    [Fact]
    public async Task A_file_that_grows_is_left_until_it_has_stopped()
    {
        await using var server = TestFtpServer.Open();
        var whole = AgencyCopy.Rss(AgencyCopy.Item());
        server.Put("uzun.xml", whole[..60]);
        // It grows between any two looks.
        var size = 60;
        server.Listed = () => server.Put("uzun.xml", whole[..Math.Min(size += 40, whole.Length)]);
        await using var newsroom = await TestNewsroom.Open(null, null, Line(server));

        await Pass(newsroom, room => room.WireItems.AnyAsync(), "it was taken");
        Assert.Single(server.Said, line => line.StartsWith("RETR", StringComparison.Ordinal));
        Assert.True(size >= whole.Length);
    }

    [Fact]
    public async Task What_is_taken_is_moved_with_the_pictures_that_lie_beside_it()
    {
        await using var server = TestFtpServer.Open();
        server.Put("haber.xml", """
            <nitf><head><docdata><doc-id id-string="n:1"/></docdata></head><body><body.head><hedline><hl1>Köprü açıldı</hl1></hedline></body.head>
            <body.content><p>Köprü bugün açıldı.</p><media media-type="image"><media-reference source="kopru.jpg" mime-type="image/jpeg"/><media-caption>Köprü</media-caption></media></body.content></body></nitf>
            """);
        server.Files["kopru.jpg"] = new(AgencyScript.PictureBytes("bridge"), new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        server.Put("web.html", "<html></html>");
        await using var newsroom = await TestNewsroom.Open(null, null, Line(server, "ftp", ("FarFolder:Afterwards", "Move")));

        await Pass(newsroom, _ => Task.FromResult(server.Files.Keys.All(name => name.Contains('/', StringComparison.Ordinal))), "all was moved");

        Assert.Equal(["done/haber.xml", "done/kopru.jpg", "refused/web.html"], server.Files.Keys.Order());
        Assert.NotNull(Assert.Single((await newsroom.Ask(room => room.WireItems.AsNoTracking().SingleAsync())).Pictures).Id);
    }

    [Theory]
    [InlineData("ftp", "FarFolder:Password", "yanlış", "does not know this user")]
    [InlineData("ftp", "AllowPrivate", "false", "private network")]
    [InlineData("ftps", "FarFolder:Certificate", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "certificate")]
    public async Task Who_is_not_to_be_trusted_or_reached_is_refused_in_words(string scheme, string setting, string value, string said)
    {
        await using var server = TestFtpServer.Open();
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(server, scheme), ($"Wires:Lines:0:{setting}", value)]);

        await Pass(newsroom, room => room.WireStates.AnyAsync(state => state.LastRefusal != null), "the refusal was noted");

        var refusal = await newsroom.Ask(room => room.WireStates.Select(state => state.LastRefusal).SingleAsync());
        Assert.Contains(said, refusal);
        Assert.DoesNotContain("gizli", refusal);
    }

    [Fact]
    public void Settings_that_cannot_be_right_are_said_at_the_start()
    {
        Assert.Contains("HostKeys", Fault(new() { Address = new("sftp://ftp.ajans.example/"), User = "a", Password = "b" }));
        Assert.Contains("none of ftp", Fault(new() { Address = new("https://ajans.example/"), User = "a", Password = "b" }));
        Assert.Contains("Password", Fault(new() { Address = new("ftp://ajans.example/"), User = "a" }));
        Assert.Contains("not an address with a password", Fault(new() { Address = new("ftp://a:b@ajans.example/"), User = "a", Password = "b" }));
        Assert.Empty(new FarFolder { Address = new("ftps://ajans.example/x"), User = "a", Password = "b" }.Faults("aa"));

        static string Fault(FarFolder folder) => string.Join(' ', folder.Faults("aa").Select(fault => fault.ErrorMessage));
    }

    static Task Pass(TestNewsroom newsroom, Func<Manset.Data.Newsroom, Task<bool>> happened, string what, int seconds = 1) => TestNewsroom.Until(async () =>
    {
        if (await newsroom.Ask(happened)) return true;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await Task.Delay(30);
        return await newsroom.Ask(happened);
    }, what);
}
