using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Manset.Desk;
using Manset.Desk.Door;
using Manset.Staff;
using Manset.Tests.Site;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace Manset.Tests.Desk;

public sealed class DeskLayoutTests : IDisposable
{
    readonly Printer printer = new();

    [Fact]
    public async Task The_bar_says_where_one_is_who_one_is_and_what_waits()
    {
        using var page = await Print(new("Güneş <Ilgaz>", Role.Moderator), Duty.Reporter, Duty.Moderator);

        Assert.Equal("Yorum kuyruğu7", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("Güneş <Ilgaz>", page.QuerySelector(".desk-who span")!.TextContent);
        Assert.Equal("request", page.QuerySelector(".desk-who [name=field]")!.GetAttribute("value"));
        Assert.Equal("Bugün", page.QuerySelector("main")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_reporter_is_not_shown_the_queue()
    {
        using var page = await Print(new("Güneş Ilgaz", Role.Reporter), Duty.Reporter);

        Assert.DoesNotContain("Yorum kuyruğu", page.QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_door_there_is_nowhere_to_go_yet()
    {
        using var page = await Print(null);

        Assert.Empty(page.QuerySelectorAll("nav, .desk-who"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    async Task<IHtmlDocument> Print(Colleague? who, params IEnumerable<string> duties)
    {
        RenderFragment body = builder => builder.AddContent(0, "Bugün");
        var seat = new Seat
        {
            Face = SampleViews.Paper.Edition("tr")!,
            Editions = SampleViews.Paper.Editions,
            Who = who,
            Tokens = new AntiforgeryTokenSet("request", "cookie", "field", "header"),
            Place = "/desk/comments",
            Duties = duties.ToHashSet(),
            Waiting = 7,
        };
        var bytes = await printer.Print<DeskLayout>(new Dictionary<string, object?> { ["Seat"] = seat, ["Here"] = "desk.queue", ["Title"] = "Bugün", ["ChildContent"] = body });
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
    }

    public void Dispose() => printer.Dispose();
}
