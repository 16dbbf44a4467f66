using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Manset.Desk;
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
        using var page = await Print(new()
        {
            ["Here"] = "desk.queue",
            ["Who"] = "Güneş <Ilgaz>",
            ["Waiting"] = 7,
            ["Tokens"] = new AntiforgeryTokenSet("request", "cookie", "field", "header"),
        });

        Assert.Equal("Yorum kuyruğu7", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("Güneş <Ilgaz>", page.QuerySelector(".desk-who span")!.TextContent);
        Assert.Equal("request", page.QuerySelector(".desk-who [name=field]")!.GetAttribute("value"));
        Assert.Equal("Bugün", page.QuerySelector("main")!.TextContent.Trim());
    }

    [Fact]
    public async Task At_the_door_there_is_nowhere_to_go_yet()
    {
        using var page = await Print([]);

        Assert.Empty(page.QuerySelectorAll("nav, form"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    async Task<IHtmlDocument> Print(Dictionary<string, object?> parameters)
    {
        RenderFragment body = builder => builder.AddContent(0, "Bugün");
        var bytes = await printer.Print<DeskLayout>(new Dictionary<string, object?>(parameters) { ["Language"] = "tr", ["Title"] = "Bugün", ["ChildContent"] = body });
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
    }

    public void Dispose() => printer.Dispose();
}
