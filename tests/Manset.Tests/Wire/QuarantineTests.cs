using System.Net;
using System.Text;
using System.Text.Json;
using Manset.Staff;
using Manset.Tests.Data;
using Manset.Tests.Desk;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

/// <summary>What is refused is kept, looked at, tried again and laid aside: at the desk and by the command line.</summary>
public sealed class QuarantineTests
{
    const string HalfBroken = "<rss version=\"2.0\"><channel><language>tr</language>\n<item><title>İyi haber</title><guid>iyi</guid></item>\n<item><title>Yarım</channel></rss>";
    const string German = "<rss version=\"2.0\"><channel><language>de</language><item><title>Auf Deutsch</title><guid>de-1</guid></item></channel></rss>";

    [Fact]
    public async Task A_document_with_a_fault_yields_its_items_and_is_kept_with_its_reason()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        await newsroom.Deliver("aa", HalfBroken);
        await newsroom.Deliver("aa", HalfBroken);

        var kept = Assert.Single(await newsroom.Ask(room => room.Quarantine.AsNoTracking().ToListAsync()));
        Assert.Equal((1, 2, 3), (kept.Refusals, kept.Times, kept.Faults[0].Line));
        Assert.Equal(1, await newsroom.Ask(room => room.WireItems.CountAsync(item => item.Guid == "iyi")));

        using var list = await editor.Read("/desk/quarantine");
        var link = Assert.Single(list.QuerySelectorAll("[data-open]")).GetAttribute("href")!;
        using var page = await editor.Read(link);
        Assert.Contains("<item><title>Yarım</channel></rss>", page.QuerySelector(".excerpt [aria-current]")!.TextContent);
        Assert.Contains("3c 69 74 65 6d", page.QuerySelector(".excerpt-bytes")!.TextContent);

        using var download = await editor.Get($"{link}/document");
        Assert.Equal(HalfBroken, await download.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Tried_again_after_the_mend_it_is_taken_in_and_leaves()
    {
        await using var database = await TestDatabase.Create();
        await using (var newsroom = await TestNewsroom.Open(database))
        {
            Assert.Equal(Outcome.Refused, Assert.Single(await newsroom.Deliver("dpa", German)).Outcome);
            using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
            using var again = await editor.Send(await PageOf(editor), await PageOf(editor) + "/readmission");
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }

        await using (var newsroom = await TestNewsroom.Open(database, null, ("Wires:Lines:0:Name", "dpa"), ("Wires:Lines:0:Edition", "en")))
        {
            using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor, "Zeynep");
            var page = await PageOf(editor);
            using var again = await editor.Send("/desk/quarantine", "/desk/quarantine/readmission");
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);

            Assert.Equal("Auf Deutsch", await newsroom.Ask(room => room.WireItems.Where(item => item.Guid == "de-1").Select(item => item.Headline).SingleAsync()));
            var left = await newsroom.Ask(room => room.Quarantine.AsNoTracking().Include(row => row.Left).Include(row => row.Bytes).SingleAsync());
            Assert.Equal(("Zeynep", null, null, 0), (left.Left!.By, left.Left.Why, left.Bytes, left.Kept));
            using var shown = await editor.Read(page);
            Assert.Contains("Zeynep", shown.QuerySelector(".notice")!.TextContent);
            using var list = await editor.Read("/desk/quarantine");
            Assert.Empty(list.QuerySelectorAll("[data-open]"));
        }
    }

    [Fact]
    public async Task Laid_aside_it_keeps_its_reason_and_does_not_come_back_by_itself()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor, "Ali");
        await newsroom.Deliver("dpa", German);
        var page = await PageOf(editor);

        using var silent = await editor.Send(page, page + "/discard", ("why", " "));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        using var aside = await editor.Send(page, page + "/discard", ("why", "Almanca yayımlamıyoruz."));
        Assert.Equal(HttpStatusCode.Redirect, aside.StatusCode);
        await newsroom.Deliver("dpa", German);

        var left = await newsroom.Ask(room => room.Quarantine.AsNoTracking().Include(row => row.Left).SingleAsync());
        Assert.Equal(("Ali", "Almanca yayımlamıyoruz.", 2), (left.Left!.By, left.Left.Why, left.Times));
        using var gone = await editor.Read("/desk/quarantine?left=1");
        Assert.Single(gone.QuerySelectorAll("[data-open]"));
        using var download = await editor.Get(page + "/document");
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
    }

    [Fact]
    public async Task Room_is_bounded_and_what_has_lain_longest_makes_way_with_its_reason_kept()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, ("Wires:QuarantineMegabytes", "1"));
        for (var number = 0; number < 4; number++)
        {
            var junk = new byte[400_000];
            new Random(number).NextBytes(junk);
            await newsroom.Services.GetRequiredService<Intake>().Take(new() { Name = "aa" }, junk, null, null, $"{number}.bin");
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var kept = await newsroom.Ask(room => room.Quarantine.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([false, false, true, true], kept.Select(row => row.Kept > 0));
        Assert.All(kept, row => Assert.NotEmpty(row.Faults));
        Assert.Equal(2, await newsroom.Ask(room => room.Set<QuarantinedBytes>().CountAsync()));
    }

    [Fact]
    public async Task A_reporter_does_not_see_it_and_a_source_or_a_fault_never_acts_on_the_page()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        await newsroom.Services.GetRequiredService<Intake>().Take(new() { Name = "aa" }, Encoding.UTF8.GetBytes("\u0007<script>alert(1)</script>\u202E"), null, null, "<img src=x onerror=alert(1)>\u202E.xml");

        using var refused = await reporter.Get("/desk/quarantine");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var page = await editor.Read(await PageOf(editor));
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.DoesNotContain('\u202E', page.DocumentElement.OuterHtml);
        Assert.DoesNotContain('\u0007', page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task The_command_line_lists_shows_tries_again_and_lays_aside()
    {
        await using var database = await TestDatabase.Create();
        var file = Path.Combine(database.Folder, "yarim.xml");
        await File.WriteAllTextAsync(file, HalfBroken);
        Assert.Equal(1, (await TestProgram.Run(database, ["ingest", "--wire", "aa", file])).Code);

        var (code, output, error) = await TestProgram.Run(database, ["quarantine", "list"]);
        Assert.Equal((0, ""), (code, error));
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("yarim.xml", "aa"), (line.GetProperty("source").GetString(), line.GetProperty("wire").GetString()));
        Assert.StartsWith("line 3: ", line.GetProperty("reason").GetString());
        var id = line.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (_, shown, _) = await TestProgram.Run(database, ["quarantine", "show", id]);
        Assert.Contains(">      3  <item><title>Yarım</channel></rss>", shown);
        var (_, raw, _) = await TestProgram.Run(database, ["quarantine", "show", id, "--raw"]);
        Assert.Equal(HalfBroken, raw);

        var (still, said, _) = await TestProgram.Run(database, ["quarantine", "replay"]);
        Assert.Equal(1, still);
        Assert.Contains("\"repeat\"", said);
        Assert.Contains("\"refused\"", said);

        Assert.Equal(2, (await TestProgram.Run(database, ["quarantine", "discard", id])).Code);
        Assert.Equal(0, (await TestProgram.Run(database, ["quarantine", "discard", id, "--why", "Ajans yeniden gönderdi.", "--by", "işletmen"])).Code);
        Assert.Equal("", (await TestProgram.Run(database, ["quarantine", "list"])).Output);
        Assert.Contains("işletmen", (await TestProgram.Run(database, ["quarantine", "list", "--left"])).Output);
        Assert.Equal(1, (await TestProgram.Run(database, ["quarantine", "replay", id])).Code);
    }

    [Fact]
    public async Task What_cannot_be_kept_in_quarantine_is_not_acknowledged()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Ask(room => room.Database.ExecuteSqlRawAsync("alter table quarantine rename to elsewhere"));

        await Assert.ThrowsAnyAsync<Exception>(() => newsroom.Deliver("aa", HalfBroken));
        Assert.Equal(0, await newsroom.Ask(room => room.WireItems.CountAsync()));

        await newsroom.Ask(room => room.Database.ExecuteSqlRawAsync("alter table elsewhere rename to quarantine"));
        await newsroom.Deliver("aa", HalfBroken);
        Assert.Equal((1, 1), (await newsroom.Ask(room => room.WireItems.CountAsync()), await newsroom.Ask(room => room.Quarantine.CountAsync())));
    }

    static async Task<string> PageOf(AtTheDesk editor)
    {
        using var list = await editor.Read("/desk/quarantine");
        return Assert.Single(list.QuerySelectorAll("[data-open]")).GetAttribute("href")!;
    }
}
