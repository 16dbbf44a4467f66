using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Manset.Data;
using Manset.Staff;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire.Sources;

/// <summary>Copy that an agency pushes over HTTP.</summary>
public sealed class PushTests
{
    const string Items = "/api/v1/wires/aa/items";

    [Fact]
    public async Task What_is_pushed_is_answered_item_by_item_and_published_by_rule()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var agency = await Agency(newsroom, "aa");

        var first = await Push(agency, Rss(Item(), Item("Borsa güne yükselişle başladı", "aa:2", category: "ekonomi"), "<item><guid>aa:3</guid></item>"));
        Assert.Equal([("aa:3", "refused"), ("aa:1", "new"), ("aa:2", "new")], Told(first));
        Assert.Contains("Neither a headline nor text", first[0].GetProperty("error").GetString());
        Assert.Equal(1, first[1].GetProperty("version").GetInt32());
        await newsroom.Settled();
        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));

        Assert.Equal([("aa:1", "repeat")], Told(await Push(agency, Rss(Item()))));
        Assert.Equal([("aa:1", "take")], Told(await Push(agency, Rss(Item("Meclis su yasasını kabul etti", version: 2)))));
        Assert.Equal([("aa:1", "killed")], Told(await Push(agency, Rss(Item(version: 3, status: "killed")))));
        await newsroom.Settled();
        Assert.Equal(410, await newsroom.Status(await newsroom.PathOf("aa:1")));
    }

    [Fact]
    public async Task Any_format_comes_in_and_says_who_pushed_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var agency = await Agency(newsroom, "aa");

        var taken = await Push(agency, """{"uri":"urn:x:1","headline":"Bir ninjs haberi","body_text":"Gövde."}""", "application/json");

        Assert.Equal([("urn:x:1", "new")], Told(taken));
        Assert.Equal("pushed by Örnek Ajansı", await newsroom.Ask(room => room.Deliveries.Select(delivery => delivery.Source).SingleAsync()));
    }

    [Fact]
    public async Task A_token_opens_its_own_wire_alone_and_nothing_else()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var other = await Agency(newsroom, "iha");
        using var agency = await Agency(newsroom, "aa");
        using var reporter = await newsroom.Staff(Role.Reporter);
        using var editor = await newsroom.Staff();

        Assert.Equal(HttpStatusCode.Forbidden, (await Send(other, Rss(Item()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(reporter, Rss(Item()))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(newsroom.Reader, Rss(Item()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.PostAsJsonAsync("/api/v1/stories", TestNewsroom.Copy())).StatusCode);
        Assert.Equal(0, await newsroom.Ask(room => room.WireItems.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Send(editor, Rss(Item()))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Bakımdayız</body></html>")]
    [InlineData("{\"a\":1}")]
    [InlineData("\u0001\u0002\u0003")]
    public async Task What_holds_no_item_is_refused_with_its_reason(string body)
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var agency = await Agency(newsroom, "aa");

        var answer = await Send(agency, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var items = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");
        Assert.NotEmpty(items[0].GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_body_larger_than_any_document_is_refused_before_it_is_read()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var agency = await Agency(newsroom, "aa");
        using var patient = TestNewsroom.Patient(newsroom.Address);
        patient.DefaultRequestHeaders.Authorization = agency.DefaultRequestHeaders.Authorization;

        using var large = await patient.PostAsync(Items, new ByteArrayContent(new byte[global::Manset.Wire.Formats.LargestDocument + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);

        // As large as a document may be, and larger than anything else here: a long story is no attack.
        var padded = Rss(Item()).Replace("</channel>", new string(' ', 9_000_000) + "</channel>", StringComparison.Ordinal);
        Assert.Equal([("aa:1", "new")], Told(await Push(agency, padded)));
    }

    static async Task<HttpClient> Agency(TestNewsroom newsroom, string wire)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var token = await Tokens.MakeFor(scope.ServiceProvider.GetRequiredService<Newsroom>(), wire, "Örnek Ajansı", newsroom.Now);
        var client = newsroom.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static Task<HttpResponseMessage> Send(HttpClient client, string body, string type = "application/xml") =>
        client.PostAsync(Items, new StringContent(body, Encoding.UTF8, type));

    static async Task<JsonElement> Push(HttpClient client, string body, string type = "application/xml")
    {
        var answer = await Send(client, body, type);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");
    }

    static IEnumerable<(string?, string?)> Told(JsonElement items) =>
        items.EnumerateArray().Select(item => (item.GetProperty("guid").GetString(), item.GetProperty("outcome").GetString()));
}
