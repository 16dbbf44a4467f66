using System.Collections.Concurrent;
using Manset.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Wire.Sources;

/// <summary>What a feed at an address may ask of us: to come elsewhere, to say who we are.</summary>
public sealed class FeedSourceTests
{
    static IEnumerable<(string, string)> Line(TestAgency agency, params IEnumerable<(string, string)> more) =>
        AgencyCopy.Line("aa", 0, [("Edition", "tr"), ("Address", agency.At("/old")), ("AllowPrivate", "true"), ("Every", "00:01:00"), .. more]);

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task A_feed_that_moved_for_good_is_asked_at_its_new_address_until_that_fails(int status, bool forGood)
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/old", call =>
        {
            call.Response.StatusCode = status;
            call.Response.Headers.Location = "/new";
            return Task.CompletedTask;
        });
        agency.Serve("/new", AgencyCopy.Rss(AgencyCopy.Item()));
        await using var newsroom = await TestNewsroom.Open(null, null, Line(agency));
        await Pass(newsroom, () => agency.Times("/new") >= 3);

        Assert.Equal(forGood ? 1 : 3, Math.Min(3, agency.Times("/old")));

        agency.Fail("/new", 404);
        var before = agency.Times("/old");
        await Pass(newsroom, () => agency.Times("/old") > before);
    }

    [Fact]
    public async Task A_login_is_told_to_the_feeds_own_server_alone_and_read_from_its_file()
    {
        await using var agency = await TestAgency.Open();
        await using var other = await TestAgency.Open();
        var told = new ConcurrentQueue<(string Path, string? Authorization)>();
        agency.Serve("/old", call =>
        {
            told.Enqueue(("/old", call.Request.Headers.Authorization));
            call.Response.StatusCode = 302;
            call.Response.Headers.Location = other.At("/else");
            return Task.CompletedTask;
        });
        other.Serve("/else", call =>
        {
            told.Enqueue(("/else", call.Request.Headers.Authorization));
            return call.Response.WriteAsync(AgencyCopy.Rss(AgencyCopy.Item()));
        });
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "gizli\n");
        try
        {
            await using var newsroom = await TestNewsroom.Open(null, null, Line(agency, ("Login:User", "gazete"), ("Login:PasswordFile", file)));
            await Pass(newsroom, () => told.Count >= 2);
            Assert.Equal([("/old", "Basic Z2F6ZXRlOmdpemxp"), ("/else", null)], told.Take(2).Select(each => (each.Path, string.IsNullOrEmpty(each.Authorization) ? null : each.Authorization)));

            File.Delete(file);
            await TestNewsroom.Until(async () =>
            {
                newsroom.Clock.Advance(TimeSpan.FromSeconds(20));
                await Task.Delay(20);
                return await newsroom.Ask(room => room.WireStates.AnyAsync(state => state.LastRefusal!.Contains("password file")));
            }, "the missing file was said");
        }
        finally
        {
            File.Delete(file);
        }
    }

    static Task Pass(TestNewsroom newsroom, Func<bool> happened) => TestNewsroom.Until(async () =>
    {
        if (happened()) return true;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var look = 0; look < 6 && !happened(); look++) await Task.Delay(15);
        return happened();
    }, "the agency was asked");
}
