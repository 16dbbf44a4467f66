using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Manset.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Wire.Sources;

/// <summary>WebSub: the test plays the hub.</summary>
public sealed class HubTests
{
    static readonly string[] Known = ["subscribe"];

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\", <https://ajans.example/feed>; rel=\"self\"", "<rss/>", "https://hub.example/", "https://ajans.example/feed")]
    [InlineData("</hub>; rel=hub", "<rss/>", "https://ajans.example/hub", "https://ajans.example/x")]
    [InlineData(null, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"hub\" href=\"https://hub.example/\"/><link rel=\"self\" href=\"https://ajans.example/f\"/></feed>", "https://hub.example/", "https://ajans.example/f")]
    [InlineData(null, "<rss><channel><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"https://hub.example/\"/></channel></rss>", "https://hub.example/", "https://ajans.example/x")]
    [InlineData(null, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://ajans.example/j\",\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}", "https://hub.example/", "https://ajans.example/j")]
    [InlineData("<https://ajans.example/feed>; rel=self", "<rss><channel><title>hub</title></channel></rss>", null, null)]
    public void A_hub_is_found_in_the_header_or_in_the_feed(string? header, string feed, string? hub, string? topic)
    {
        var found = HubLinks.Of(Encoding.UTF8.GetBytes(feed), null, header, new("https://ajans.example/x"));

        Assert.Equal((hub, topic), (found?.Hub.AbsoluteUri, found?.Topic.AbsoluteUri));
    }

    [Fact]
    public async Task A_hub_that_asks_back_and_signs_brings_copy_at_once_and_nobody_else_does()
    {
        await using var agency = await TestAgency.Open();
        var forms = new ConcurrentQueue<IFormCollection>();
        Offer(agency, forms);
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(agency), ("Paper:Origin", "https://gazete.example")]);
        await Pass(newsroom, () => !forms.IsEmpty, "the hub was asked");

        var form = forms.First();
        Assert.Equal(("subscribe", agency.At("/feed")), (form["hub.mode"].ToString(), form["hub.topic"].ToString()));
        var callback = new Uri(form["hub.callback"]!);
        Assert.StartsWith("https://gazete.example/wire-hub/", callback.AbsoluteUri);

        Assert.Equal(HttpStatusCode.NotFound, (await Verify(newsroom, callback, "https://else.example/", "meydan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Verify(newsroom, new("https://gazete.example/wire-hub/tahmin"), agency.At("/feed"), "meydan")).StatusCode);
        Assert.Equal("meydan", await (await Verify(newsroom, callback, agency.At("/feed"), "meydan")).Content.ReadAsStringAsync());

        var secret = form["hub.secret"].ToString();
        var news = AgencyCopy.Rss(AgencyCopy.Item("Son dakika haberi", "aa:77"));
        Assert.Equal(HttpStatusCode.Accepted, await Bring(newsroom, callback, news, "sha256=" + new string('0', 64)));
        Assert.Equal(HttpStatusCode.Accepted, await Bring(newsroom, callback, news, null));
        Assert.False(await newsroom.Ask(room => room.WireItems.AnyAsync(item => item.Guid == "aa:77")));
        Assert.Equal(HttpStatusCode.Accepted, await Bring(newsroom, callback, news, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(news)))));
        Assert.True(await newsroom.Ask(room => room.WireItems.AnyAsync(item => item.Guid == "aa:77")));

        // Before the lease ends it is asked for again, at the same place.
        await Pass(newsroom, () => forms.Count > 1, "the lease was renewed", TimeSpan.FromMinutes(30));
        Assert.Equal(callback, new Uri(forms.Last()["hub.callback"]!));
    }

    [Fact]
    public async Task Without_an_address_of_our_own_no_hub_is_asked_and_the_feed_is_polled()
    {
        await using var agency = await TestAgency.Open();
        var forms = new ConcurrentQueue<IFormCollection>();
        Offer(agency, forms);
        await using var newsroom = await TestNewsroom.Open(null, null, Line(agency));

        await Pass(newsroom, () => agency.Times("/feed") >= 2, "it was polled twice", TimeSpan.FromSeconds(20));

        Assert.Empty(forms);
        Assert.True(await newsroom.Ask(room => room.WireItems.AnyAsync()));
    }

    static IEnumerable<(string, string)> Line(TestAgency agency) => AgencyCopy.Line("aa", 0, ("Edition", "tr"), ("Address", agency.At("/feed")), ("AllowPrivate", "true"), ("Every", "00:01:00"));

    static void Offer(TestAgency agency, ConcurrentQueue<IFormCollection> forms)
    {
        agency.Serve("/feed", call =>
        {
            call.Response.Headers.Link = $"<{agency.At("/hub")}>; rel=\"hub\", <{agency.At("/feed")}>; rel=\"self\"";
            return call.Response.WriteAsync(AgencyCopy.Rss(AgencyCopy.Item()));
        });
        agency.Serve("/hub", async call =>
        {
            var form = await call.Request.ReadFormAsync();
            if (Known.Contains(form["hub.mode"].ToString())) forms.Enqueue(form);
            call.Response.StatusCode = 202;
        });
    }

    static Task<HttpResponseMessage> Verify(TestNewsroom newsroom, Uri callback, string topic, string challenge) => newsroom.Reader.GetAsync(
        $"{callback.AbsolutePath}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={challenge}&hub.lease_seconds=86400");

    static async Task<HttpStatusCode> Bring(TestNewsroom newsroom, Uri callback, string news, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, callback.AbsolutePath) { Content = new StringContent(news, Encoding.UTF8, "application/rss+xml") };
        if (signature is not null) request.Headers.Add("X-Hub-Signature", signature);
        using var answer = await newsroom.Reader.SendAsync(request);
        return answer.StatusCode;
    }

    static Task Pass(TestNewsroom newsroom, Func<bool> happened, string what, TimeSpan? step = null) => TestNewsroom.Until(async () =>
    {
        if (happened()) return true;
        newsroom.Clock.Advance(step ?? TimeSpan.FromSeconds(5));
        for (var look = 0; look < 6 && !happened(); look++) await Task.Delay(15);
        return happened();
    }, what);
}
