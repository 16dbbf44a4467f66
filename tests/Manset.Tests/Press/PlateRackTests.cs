using System.Text;
using Manset.Press;
using Manset.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Press;

public sealed class PlateRackTests
{
    [Fact]
    public async Task A_page_that_was_just_dropped_is_made_once_for_five_hundred_who_ask()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        await newsroom.Page(story.Path);
        using var sent = await newsroom.Comment(story.Path, "Bu gelişmeyi yakından izliyoruz.");
        sent.EnsureSuccessStatusCode();
        var made = rack.Made;

        var pages = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => newsroom.Page(story.Path)));

        Assert.Equal(made + 1, rack.Made);
        Assert.All(pages, page => Assert.Contains("yakından izliyoruz", page));
    }

    [Fact]
    public async Task Readers_on_many_threads_who_find_nothing_start_one_making()
    {
        var rack = new PlateRack(1 << 20);
        for (var round = 0; round < 200; round++)
        {
            var (path, made) = ($"/{round}", 0);
            await Parallel.ForAsync(0, 16, async (_, _) => await rack.Get(path, async _ =>
            {
                Interlocked.Increment(ref made);
                await Task.Yield();
                return Plate("x");
            }));
            Assert.Equal(1, made);
        }
    }

    [Fact]
    public async Task What_was_being_made_while_its_key_was_dropped_is_not_kept_and_not_shared_with_later_readers()
    {
        var rack = new PlateRack(1 << 20);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var early = rack.Get("/a", async _ =>
        {
            begun.SetResult();
            await go.Task;
            return Plate("old", "story:1");
        });
        await begun.Task;
        rack.Drop(["story:1"]);

        var late = await rack.Get("/a", _ => Task.FromResult(Plate("new", "story:1")));
        go.SetResult();
        await early;

        Assert.Same(late, rack.Find("/a"));
    }

    [Fact]
    public async Task A_failed_making_fails_those_who_waited_and_the_next_begins_anew()
    {
        var rack = new PlateRack(1 << 20);

        await Assert.ThrowsAsync<InvalidOperationException>(() => rack.Get("/a", _ => Task.FromException<Plate>(new InvalidOperationException())));

        Assert.NotNull(await rack.Get("/a", _ => Task.FromResult(Plate("well"))));
    }

    [Fact]
    public async Task The_budget_is_obeyed_and_what_nobody_asks_for_goes_first()
    {
        const long budget = 200_000;
        var rack = new PlateRack(budget);
        await Make("/wanted");
        for (var page = 0; page < 500; page++)
        {
            await Make($"/{page}");
            rack.Find("/wanted")!.Wanted = true;
            Assert.InRange(rack.Size, 1, budget);
        }

        Assert.NotNull(rack.Find("/wanted"));
        Assert.Null(rack.Find("/0"));
        Assert.NotNull(rack.Find("/499"));
        Assert.Equal(rack.Plates, Enumerable.Range(0, 500).Count(page => rack.Find($"/{page}") is not null) + 1);

        rack.Drop(["every"]);
        Assert.Equal((0, 0), (rack.Plates, rack.Size));

        Task<Plate> Make(string path) => rack.Get(path, _ => Task.FromResult(Plate(new string('x', 4000), "every")));
    }

    [Fact]
    public async Task Dropping_and_making_again_a_thousand_times_leaves_no_more_than_one_plate()
    {
        var rack = new PlateRack(1 << 20);
        for (var round = 0; round < 1000; round++)
        {
            await rack.Get("/a", _ => Task.FromResult(Plate("x", "k")));
            if (round < 999) Assert.Single(rack.Drop(["k", "other"]));
        }

        Assert.Equal((1, rack.Find("/a")!.Size), (rack.Plates, rack.Size));
    }

    [Fact]
    public async Task A_page_larger_than_the_budget_is_sent_and_not_kept()
    {
        var rack = new PlateRack(1000);

        Assert.NotNull(await rack.Get("/a", _ => Task.FromResult(Plate(new string('x', 5000)))));
        Assert.Equal((0, 0), (rack.Plates, rack.Size));
    }

    [Fact]
    public async Task A_page_in_demand_is_made_ahead_of_its_readers_and_a_page_that_is_not_waits_for_one()
    {
        await using var newsroom = await TestNewsroom.Open();
        var (asked, forgotten) = (await newsroom.FileAndPublish(), await newsroom.FileAndPublish(TestNewsroom.Copy("Az okunan haber")));
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        await newsroom.Page(forgotten.Path);
        for (var time = 0; time < 40; time++) await newsroom.Page(asked.Path);
        var old = rack.Find(asked.Path);

        foreach (var story in new[] { forgotten, asked })
        {
            using var sent = await newsroom.Comment(story.Path, $"Bu gelişmeyi {story.Id} gündür yakından izliyoruz.");
            sent.EnsureSuccessStatusCode();
        }

        await TestNewsroom.Until(() => Task.FromResult(rack.Find(asked.Path) is { } plate && plate != old), "the page in demand is made again");
        Assert.Null(rack.Find(forgotten.Path));
        Assert.Contains("yakından izliyoruz", await newsroom.Page(asked.Path));
    }

    [Theory]
    [InlineData("/tr/")]
    [InlineData("/tr/siyaset/")]
    [InlineData("/tr/feed.xml")]
    public async Task Queries_that_mean_nothing_add_no_plates(string path)
    {
        await using var newsroom = await TestNewsroom.Open();
        await newsroom.FileAndPublish();
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        var page = await newsroom.Page(path);
        var (plates, made) = (rack.Plates, rack.Made);

        foreach (var query in new[] { "?", "?utm_source=a", "?_=1", "?q=%F0%9F%98%80", "?after=", "?after=-1", "?after=x", "?a[]=1&&&=" })
            Assert.Equal(page, await newsroom.Page(path + query));
        Assert.Equal((plates, made), (rack.Plates, rack.Made));

        for (var cursor = 0; cursor < 30; cursor++) await newsroom.Page($"{path}?after={cursor}");
        Assert.Equal(plates, rack.Plates);
    }

    [Fact]
    public async Task Addresses_where_nothing_stands_add_no_plates()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        var plates = rack.Plates;

        for (var number = 0; number < 30; number++)
        {
            using var nowhere = await newsroom.Reader.GetAsync($"/tr/siyaset/yok-{1000 + number}");
            using var elsewhere = await newsroom.Reader.GetAsync($"/tr/siyaset/eski-{number}-{story.Id}");
            using var unknown = await newsroom.Reader.GetAsync($"/tr/{number}");
        }

        Assert.Equal(plates, rack.Plates);
    }

    static Plate Plate(string text, params IReadOnlyList<string> keys) =>
        Manset.Press.Plate.Of(new(200, Page.Html, Encoding.UTF8.GetBytes(text), keys));
}
