using System.Net.ServerSentEvents;
using System.Text.Json;
using Manset.Staff;
using Manset.Tests.Data;
using Manset.Tests.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class WireStreamTests
{
    [Fact]
    public async Task An_open_list_is_told_what_comes_and_what_becomes_of_it_and_nothing_that_it_did_not_ask_for()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        using var page = await reporter.Read("/desk/wire?section=sport");
        await using var line = await Line.Open(reporter, page.QuerySelector("[data-live]")!.GetAttribute("data-stream")!);

        await newsroom.Send(Item("Meclis toplandı", "aa:1"), Item("Derbi ertelendi", "aa:2", version: 1, category: "spor"));
        var came = await line.Next(news => news.Row is not null);
        Assert.Contains("Derbi ertelendi", came.Row);
        Assert.True(came.Fresh);

        await newsroom.Send(Item("Derbi iptal", "aa:2", version: 2, status: "killed", category: "spor"));
        var killed = await line.Next(news => news.Row is not null);
        Assert.Equal(came.Thread, killed.Thread);
        Assert.Contains("Geri çekildi", killed.Row);
        Assert.DoesNotContain(line.Told, news => news.Row?.Contains("Meclis", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Who_lost_the_line_comes_back_to_all_that_was_missed_and_to_nothing_twice()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        using var page = await reporter.Read("/desk/wire");
        var address = page.QuerySelector("[data-live]")!.GetAttribute("data-stream")!;
        string last;
        await using (var line = await Line.Open(reporter, address))
        {
            await newsroom.Send(Item("Birinci", "aa:1", category: "spor"));
            await line.Next(news => news.Row is not null);
            last = line.Last!;
        }
        await newsroom.Send(Item("İkinci", "aa:2", category: "spor"));
        await newsroom.Send(Item("Üçüncü", "aa:3", category: "spor"));

        await using var again = await Line.Open(reporter, address, last);
        var news = new[] { await again.Next(each => each.Row is not null), await again.Next(each => each.Row is not null) };
        Assert.Contains("İkinci", news[0].Row);
        Assert.Contains("Üçüncü", news[1].Row);
        Assert.DoesNotContain(again.Told, each => each.Row?.Contains("Birinci", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_one_node_takes_in_a_list_on_another_is_told()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.Create();
        await using var one = await TestNewsroom.WithWire(database);
        await using var other = await TestNewsroom.WithWire(database);
        using var reporter = await AtTheDesk.SignedIn(other, Role.Reporter);
        await using var line = await Line.Open(reporter, "/desk/wire/stream");

        await one.Deliver("aa", Rss(Item("Öbür düğümden", "aa:9", category: "spor")));

        Assert.Contains("Öbür düğümden", (await line.Next(news => news.Row is not null)).Row);
    }

    [Fact]
    public async Task A_silent_feed_is_alarmed_at_the_desk_until_it_speaks()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, AgencyCopy.Line(more: [("SilentAfter", "00:30:00")]));
        using var reporter = await AtTheDesk.SignedIn(newsroom, Role.Reporter);
        await newsroom.Send(Item());
        using (var quiet = await reporter.Read("/desk/stories")) Assert.Null(quiet.QuerySelector("[data-silence] .notice"));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(31));
        using (var alarmed = await reporter.Read("/desk/stories")) Assert.Contains("aa hattı sessiz", alarmed.QuerySelector("[data-silence] .notice")!.TextContent);
        using (var feeds = await reporter.Read("/desk/feeds")) Assert.Contains("Sessiz", feeds.QuerySelector("tbody tr")!.TextContent);

        await newsroom.Send(Item("Yeni", "aa:5"));
        using (var over = await reporter.Read("/desk/stories")) Assert.Null(over.QuerySelector("[data-silence] .notice"));
        using var page = await reporter.Read("/desk/feeds");
        Assert.Contains("2", page.QuerySelector("tbody tr")!.TextContent);
    }

    sealed record News(string? Thread, string? Row, bool Fresh);

    /// <summary>A browser's line to the stream, kept open.</summary>
    sealed class Line(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

        public string? Last { get; private set; }
        public List<News> Told { get; } = [];

        public static async Task<Line> Open(AtTheDesk who, string address, string? last = null)
        {
            var answer = await who.Listen(address, last);
            Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
            return new(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
        }

        public async Task<News> Next(Func<News, bool> wanted)
        {
            while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)))
            {
                Last = events.Current.EventId ?? Last;
                Told.Add(JsonSerializer.Deserialize<News>(events.Current.Data, Web)!);
                if (wanted(Told[^1])) return Told[^1];
            }
            throw new InvalidOperationException("The stream ended.");
        }

        public async ValueTask DisposeAsync()
        {
            answer.Dispose();
            try { await events.DisposeAsync(); }
            catch (Exception fault) when (fault is IOException or ObjectDisposedException or NotSupportedException) { }
        }
    }
}
