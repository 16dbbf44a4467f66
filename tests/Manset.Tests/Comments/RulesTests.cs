using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Manset.Staff;
using Manset.Tests.Data;
using Manset.Tests.Desk;

namespace Manset.Tests.Comments;

public sealed class RulesTests
{
    const string Page = "/desk/rules";

    [Fact]
    public async Task A_text_is_tried_and_the_page_says_what_each_rule_makes_of_it()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        using (var list = await editor.Read("/desk/wire")) Assert.NotNull(list.QuerySelector($".desk-bar a[href='{Page}']"));

        using var answer = await editor.Send(Page, Page, ("text", "SEN TAM BİR APTALSIN <b>VE</b> HERKES BİLİYOR"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var page = await AtTheDesk.Parse(answer);
        Assert.Equal("Reddedilir", page.QuerySelector("[data-decision]")!.TextContent);
        Assert.Contains("APTALSIN", page.QuerySelectorAll(".trial-findings q").Select(words => words.TextContent));
        Assert.Contains("APTALSIN", string.Concat(page.QuerySelectorAll(".trial-outcome blockquote mark").Select(words => words.TextContent)));
        Assert.Equal("SEN TAM BİR APTALSIN <b>VE</b> HERKES BİLİYOR", page.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);

        var rules = Manset.Moderation.HouseRules.Default("tr");
        var verdict = await Verdict(newsroom, "tr", "SEN TAM BİR APTALSIN <b>VE</b> HERKES BİLİYOR");
        var insult = page.QuerySelector("[data-rule=insult]")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(
            [Number(verdict.GetProperty("scores").GetProperty("insult").GetDouble()), Number(rules.Rules["insult"].Hold!.Value), Number(rules.Rules["insult"].Reject!.Value), "Reddedilir"],
            insult);
        Assert.Equal(verdict.GetProperty("scores").EnumerateObject().Count(), page.QuerySelectorAll(".trial-outcome tbody tr").Length);
        Assert.All(verdict.GetProperty("findings").EnumerateArray(), finding => Assert.Contains(finding.GetProperty("explanation").GetString()!, page.QuerySelector(".trial-findings")!.TextContent));
        Assert.Contains(rules.Version, page.QuerySelector(".trial-outcome > .sub:last-child")!.TextContent);
    }

    [Fact]
    public async Task A_mended_sentence_is_offered_and_passes_when_it_is_tried()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var moderator = await AtTheDesk.SignedIn(newsroom, Role.Moderator);

        using var shouted = await moderator.Send(Page, Page, ("text", "BU GELİŞMEYİ YAKINDAN İZLİYORUZ."));
        using var page = await AtTheDesk.Parse(shouted);
        var rewrite = page.QuerySelector("[data-rewrite]")!.TextContent;
        Assert.Equal("Bu gelişmeyi yakından izliyoruz.", rewrite);

        using var mended = await moderator.Send(page, Page, ("text", rewrite));
        using var passed = await AtTheDesk.Parse(mended);
        Assert.Equal("Yayımlanır", passed.QuerySelector("[data-decision]")!.TextContent);
    }

    [Fact]
    public async Task The_edition_and_the_section_decide_whose_rules_judge()
    {
        await using var database = await TestDatabase.Create();
        Directory.CreateDirectory(Path.Combine(database.Folder, "house-rules"));
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "house-rules", "en.json"),
            """{"version":"own-7","language":"en","rules":{"link":{"hold":0.5,"reject":0.9,"limits":{"most":5,"outright":9}}},"sections":{"sport":{"link":{"reject":0.1,"limits":{"most":0,"outright":0}}}}}""");
        await using var newsroom = await TestNewsroom.Open(database);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        Assert.Equal("Yayımlanır", await Decision(""));
        Assert.Equal("Reddedilir", await Decision("sport"));
        using var page = await editor.Read($"{Page}?edition=en");
        Assert.Contains("own-7", page.QuerySelector(".trial-form")!.TextContent);

        async Task<string> Decision(string section)
        {
            using var answer = await editor.Send($"{Page}?edition=en", Page, ("text", "Read more at https://example.com/a today."), ("section", section));
            using var outcome = await AtTheDesk.Parse(answer);
            Assert.Contains("own-7", outcome.QuerySelector(".trial-outcome")!.TextContent);
            return outcome.QuerySelector("[data-decision]")!.TextContent;
        }
    }

    [Fact]
    public async Task Rules_that_cannot_be_read_hold_everything_and_the_page_says_so()
    {
        await using var database = await TestDatabase.Create();
        Directory.CreateDirectory(Path.Combine(database.Folder, "house-rules"));
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "house-rules", "tr.json"), "{ bozuk");
        await using var newsroom = await TestNewsroom.Open(database);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        using var answer = await editor.Send(Page, Page, ("text", "Güzel bir haber."));

        using var page = await AtTheDesk.Parse(answer);
        Assert.Contains("okunamadı", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("Bekletilir", page.QuerySelector("[data-decision]")!.TextContent);
    }

    [Fact]
    public async Task Edited_rules_take_effect_at_once_and_broken_ones_leave_the_last_good_ones_in_force()
    {
        await using var database = await TestDatabase.Create();
        var file = Path.Combine(database.Folder, "house-rules", "tr.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var newsroom = await TestNewsroom.Open(database);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        const string Text = "Ayrıntılar https://example.com adresinde.";
        Assert.Equal(("approve", Manset.Moderation.HouseRules.Default("tr").Version), await Judged());

        await Write("""{"version":"own-1","language":"tr","rules":{"link":{"reject":0.5,"limits":{"most":0}}}}""");
        Assert.Equal(("reject", "own-1"), await Judged());

        await Write("{\n\"version\":\"own-2\",\"language\":\"tr\",\n\"rules\":{\"link\":{\n\"hold\":7}}}");
        Assert.Equal(("reject", "own-1"), await Judged());
        using (var page = await editor.Read(Page))
        {
            var alert = page.QuerySelector("[role=alert]")!.TextContent;
            Assert.Contains("own-1", alert);
            Assert.Contains("line 4, rules.link.hold", alert);
            Assert.Contains("own-1", page.QuerySelector(".trial-form")!.TextContent);
        }

        await Write("""{"version":"own-3","language":"tr","rules":{"link":{"hold":0.5,"limits":{"most":0}}}}""");
        Assert.Equal(("hold", "own-3"), await Judged());
        using (var page = await editor.Read(Page)) Assert.Null(page.QuerySelector("[role=alert]"));

        File.Delete(file);
        Assert.Equal(("approve", Manset.Moderation.HouseRules.Default("tr").Version), await Judged());

        async Task<(string?, string?)> Judged()
        {
            var verdict = await Verdict(newsroom, "tr", Text);
            return (verdict.GetProperty("decision").GetString(), verdict.GetProperty("rules").GetString());
        }

        Task Write(string rules) => File.WriteAllTextAsync(file, rules);
    }

    [Theory]
    [InlineData("", "Denenecek")]
    [InlineData(" \u200b\n", "Denenecek")]
    [InlineData("uzun", "Çok uzun")]
    public async Task What_cannot_be_tried_is_said_and_given_back(string text, string words)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var tried = text == "uzun" ? string.Concat(Enumerable.Repeat("uzun ", 5_000)) : text;

        using var answer = await editor.Send(Page, Page, ("text", tried));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var page = await AtTheDesk.Parse(answer);
        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(tried, page.QuerySelector<IHtmlTextAreaElement>("[name=text]")!.Value);
    }

    [Fact]
    public async Task Unknown_editions_and_sections_are_refused_and_a_reporter_may_not_try()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);

        using var edition = await editor.Send(Page, Page, ("text", "a"), ("edition", "xx"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, edition.StatusCode);
        using var section = await editor.Send(Page, Page, ("text", "a"), ("section", "yok"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, section.StatusCode);
        using var notYours = await reporter.Get(Page);
        Assert.Equal(HttpStatusCode.Forbidden, notYours.StatusCode);
    }

    static async Task<JsonElement> Verdict(TestNewsroom newsroom, string edition, string text)
    {
        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(newsroom.Reader, $"/api/v1/editions/{edition}/verdict", new { text });
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    static string Number(double score) => score.ToString("0.00", System.Globalization.CultureInfo.GetCultureInfo("tr-TR"));
}
