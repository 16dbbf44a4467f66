using System.Text;
using Manset.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Wire.Sources;

/// <summary>İHA and DHA: RSS with fields of their own, and a password in the query that nobody may see.</summary>
public sealed class TurkishAgencyTests
{
    const string Feed = """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>İHA</title><item>
        <HaberKodu>20260818AW769386</HaberKodu><UstKategori>Politika</UstKategori><Kategori>Genel</Kategori><Sehir>Ankara</Sehir><SonDakika>Evet</SonDakika>
        <title>Meclis su yasasını görüştü</title>
        <description><![CDATA[Meclis bugün toplandı.<br/><br/>ANKARA (İHA) - Görüşmeler gece sürdü.]]></description>
        <pubDate>22.11.2026 08:30:00</pubDate><SonHaberGuncellenmeTarihi>22.11.2026 08:45:00</SonHaberGuncellenmeTarihi><SonFotografEklenmeTarihi>-</SonFotografEklenmeTarihi>
        <images><image ResimKodu="P1" filesize="SIZE">PLACE/p1.jpg</image><image ResimKodu="P2" filesize="52000">PLACE/p2.jpg</image></images>
        <Aciklamalar><Aciklama ResimKodu="P2">İkinci fotoğraf</Aciklama><Aciklama ResimKodu="P1">Birinci fotoğraf</Aciklama></Aciklamalar>
        <videos><video><path_video VideoKodu="V1" filesize="1" duration="20">PLACE/v1.mp4</path_video><path_poster>PLACE/v1.jpg</path_poster><Aciklama>Oturumdan</Aciklama></video></videos>
        </item></channel></rss>
        """;

    [Fact]
    public void Pictures_have_the_caption_of_their_code_and_one_that_is_still_coming_says_so()
    {
        var item = Assert.Single(global::Manset.Wire.Formats.Read(Encoding.UTF8.GetBytes(Feed.Replace("SIZE", "0").Replace("PLACE", "https://foto.example")), null, null).Items);

        Assert.Equal("20260818AW769386", item.Guid);
        Assert.Equal(1, item.Urgency);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 5, 45, 0, TimeSpan.Zero), item.Sent);
        Assert.Equal([("Birinci fotoğraf", true), ("İkinci fotoğraf", false)], item.Pictures.Select(picture => (picture.Caption ?? "", picture.IsComing)));
        Assert.Contains(item.Associations, named => named is { Relation: "video", Target: "https://foto.example/v1.mp4", Title: "Oturumdan" });
    }

    [Fact]
    public async Task A_picture_that_is_still_being_sent_is_asked_for_later_and_the_password_is_shown_nowhere()
    {
        await using var agency = await TestAgency.Open();
        string? query = null;
        var size = "0";
        agency.Serve("/iha", call =>
        {
            query = call.Request.QueryString.Value;
            return call.Response.WriteAsync(Feed.Replace("SIZE", size).Replace("PLACE", agency.At("/foto")));
        });
        await using var newsroom = await TestNewsroom.Open(null, null, AgencyCopy.Line("iha", 0, ("Edition", "tr"), ("Every", "00:01:00"), ("AllowPrivate", "true"),
            ("Iha:Address", agency.At("/iha")), ("Iha:UserCode", "42"), ("Iha:User", "gazete"), ("Iha:Password", "çok gizli&1"), ("Iha:Category", "3")));
        await Pass(newsroom, () => newsroom.Ask(room => room.WireItems.AnyAsync()), "the item came");

        Assert.Equal("?UserCode=42&UserName=gazete&UserPassword=%C3%A7ok%20gizli%261&tip=1&UstKategori=0&Kategori=3&Sehir=0&wp=0&tagp=0", query);
        Assert.Equal(0, agency.Times("/foto/p1.jpg"));
        Assert.Equal(1, agency.Times("/foto/p2.jpg"));

        agency.Serve("/foto/p1.jpg", Manset.Demo.AgencyScript.PictureBytes("bridge"));
        size = "81000";
        await Pass(newsroom, () => newsroom.Ask(async room => (await room.WireItems.AsNoTracking().SingleAsync()).Pictures[0].Id is not null), "the picture came");
        var item = await newsroom.Ask(room => room.WireItems.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("ANKARA (İHA)", item.Headline);

        agency.Fail("/iha", 500);
        await Pass(newsroom, () => newsroom.Ask(room => room.WireStates.AnyAsync(state => state.LastRefusal != null)), "the failure was noted");
        var kept = await newsroom.Ask(async room => string.Join('\n',
            [.. await room.WireStates.Select(state => state.LastRefusal).ToListAsync(), .. await room.Deliveries.Select(delivery => delivery.Source).ToListAsync(), item.Link]));
        Assert.DoesNotContain("gizli", kept);
    }

    [Fact]
    public async Task Two_lines_of_one_account_keep_its_pause()
    {
        await using var agency = await TestAgency.Open();
        var hours = new List<DateTimeOffset>();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        agency.Serve("/dha", call =>
        {
            lock (hours) hours.Add(clock.GetUtcNow());
            return call.Response.WriteAsync(AgencyCopy.Rss(AgencyCopy.Item(category: "DHA-Politika", body: "ANKARA, (DHA)- Görüşmeler sürdü.")));
        });
        IEnumerable<(string, string)> Dha(string name, int number) => AgencyCopy.Line(name, number, ("Edition", "tr"), ("Every", "00:00:10"), ("AllowPrivate", "true"),
            ("Dha:Address", agency.At("/dha")), ("Dha:User", "gazete"), ("Dha:Password", "gizli"));
        await using var newsroom = await TestNewsroom.Open(null, clock, [.. Dha("a", 0), .. Dha("b", 1)]);

        await Pass(newsroom, () => Task.FromResult(hours.Count >= 5), "it was asked five times");

        lock (hours) Assert.All(hours.Zip(hours.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(5), $"{pair.First:O} {pair.Second:O}"));
        var item = await newsroom.Ask(room => room.WireItems.AsNoTracking().FirstAsync());
        Assert.Equal(("<p>Görüşmeler sürdü.</p>", "ANKARA", "politics"), (item.Body, item.Dateline, item.Section));
    }

    static Task Pass(TestNewsroom newsroom, Func<Task<bool>> happened, string what) => TestNewsroom.Until(async () =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(5);
        return await happened();
    }, what);
}
