using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Sources;

/// <summary>The answers of Anadolu Agency, line by line.</summary>
public sealed class AnadoluReplyTests
{
    [Theory]
    [InlineData("""{"response":{"success":true,"code":200,"message":"OK"},"data":{}}""", null, null)]
    [InlineData("""{"response":{"success":false,"code":401,"message":"Unauthorized"},"data":null}""", 401, null)]
    [InlineData("""{"response":{"success":false,"code":429,"message":"try again in 0.317 sec"}}""", 429, 0.317)]
    [InlineData("""{"response":{"success":false,"message":"?"}}""", 500, null)]
    [InlineData("""{"code":"404","message":"Not found"}""", 404, null)]
    [InlineData("Please try again in 0.482 sec", 429, 0.482)]
    [InlineData("<newsMessage>try again in 5 sec</newsMessage>", null, null)]
    [InlineData("", null, null)]
    [InlineData("{", null, null)]
    public void An_error_is_found_in_the_envelope_or_in_a_short_text(string answer, int? code, double? seconds)
    {
        var fault = AnadoluReply.Fault(Encoding.UTF8.GetBytes(answer));

        Assert.Equal(code, fault?.Code);
        Assert.Equal(seconds, fault?.Wait?.TotalSeconds);
    }

    [Fact]
    public void A_page_is_read_with_null_missing_and_odd_fields()
    {
        var (data, _) = AnadoluReply.Data(Encoding.UTF8.GetBytes("""
            {"response":{"success":true,"code":200},"data":{"total":"5","result":[
              {"id":"aa:text:20260831:1","type":1,"date":"2026-08-31T10:45:00Z","title":"A","group_id":null},
              {"id":"aa:picture:20260831:2","type":"2","date":"2026-08-31T10:44:00Z","title":"B","group_id":"aa:album:20260831:9"},
              {"id":"aa:text:20260831:3","title":"C"}, {"title":"no id"}, "nonsense"]}}
            """));
        var (items, listed, total) = AnadoluReply.Page(data!.Value);

        Assert.Equal((5, 5), (listed, total));
        Assert.Equal(["text", "picture", "text"], items.Select(item => item.Type));
        Assert.Equal([null, "aa:album:20260831:9", null], items.Select(item => item.Group));
        Assert.Equal(new DateTimeOffset(2026, 8, 31, 10, 45, 0, TimeSpan.Zero), items[0].Dated);
    }

    [Fact]
    public void Labels_and_ids_are_filters_and_an_unknown_one_is_named()
    {
        var (data, _) = AnadoluReply.Data("""{"response":{"code":200},"data":{"category":{"2":"Spor","6":"Politika"},"language":{"1":"Türkçe"}}}"""u8.ToArray());
        var labels = AnadoluReply.Labels(data!.Value);

        var (fields, _) = AnadoluFilters.Of(new() { Categories = ["POLİTİKA", "2"], Languages = ["Türkçe"], Words = ["su", "yasa"] }, labels);
        Assert.Equal(("6,2", "1", "su,yasa"), (fields!["filter_category"], fields["filter_language"], fields["search_string"]));
        Assert.Contains("'Magazin'", AnadoluFilters.Of(new() { Categories = ["Magazin"] }, labels).Unknown);
    }

    [Fact]
    public void Links_are_found_whatever_they_are_called()
    {
        var (data, _) = AnadoluReply.Data("""{"response":{"code":200},"data":[{"id":"x","url":"https://cdn.example/1.jpg"},{"web":{"link":"https://cdn.example/2.jpg"}},"https://cdn.example/3.jpg","no link"]}"""u8.ToArray());

        Assert.Equal(["1.jpg", "2.jpg", "3.jpg"], AnadoluReply.Links(data!.Value).Select(link => link.Segments[^1]));
    }

    [Theory]
    [InlineData("<p>ANKARA (AA) - Meclis toplandı.</p>", "<p>Meclis toplandı.</p>", "ANKARA")]
    [InlineData("<p>İSTANBUL, (DHA)- Yağmur.</p>", "<p>Yağmur.</p>", "İSTANBUL")]
    [InlineData("<p>(DHA) Yağmur.</p>", "<p>Yağmur.</p>", null)]
    [InlineData("<p>Bakan (AA) muhabirine konuştu.</p>", "<p>Bakan (AA) muhabirine konuştu.</p>", null)]
    public void The_opening_of_an_agency_is_its_dateline(string body, string stripped, string? dateline)
    {
        var item = Opening.Strip(new() { Guid = "1", Headline = "H", Body = body });

        Assert.Equal((stripped, dateline), (item.Body, item.Dateline));
    }

    [Fact]
    public void A_login_prints_nothing_of_itself() => Assert.DoesNotContain("gizli", new WireLine { Anadolu = new() { User = "3000001", Password = "gizli" } }.ToString());
}
