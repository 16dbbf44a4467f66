using System.Net.Http.Json;
using Manset.Desk;
using Manset.Press;
using Manset.Site;
using Manset.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Press;

/// <summary>Acts at random over many stories; then every plate on the rack is what would be made now, byte for byte.</summary>
public sealed class NoStaleByteTests
{
    static readonly string[] Sections = ["politics", "world", "sport"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_any_series_of_acts_no_plate_is_stale(int seed)
    {
        var chance = new Random(seed);
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await newsroom.Staff(Role.Editor);
        var stories = new List<Filed>();
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        var pages = newsroom.Services.GetRequiredService<Pages>();
        var paths = new HashSet<string> { "/tr/", "/en/", "/tr/feed.xml", "/en/feed.xml", "/robots.txt", "/tr/imprint" };
        foreach (var section in new[] { "/tr/siyaset/", "/tr/dunya/", "/tr/spor/", "/en/politics/", "/en/world/", "/en/sport/" }) paths.UnionWith([section, $"{section}feed.xml"]);
        for (var number = 0; number < 75; number++) await Publish();

        var compared = 0;
        for (var round = 0; round < 8; round++)
        {
            foreach (var path in paths) using (await newsroom.Reader.GetAsync(path)) { }
            for (var acts = chance.Next(1, 4); acts > 0; acts--) await Act();
            foreach (var path in paths)
            {
                if (rack.Find(path) is not { } plate) continue;
                var fresh = await pages.Make(path);
                using var served = await newsroom.Reader.GetAsync(path);
                Assert.True((await served.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(fresh.Body), $"{path} is stale in round {round} of {seed}");
                Assert.Equal(plate.Status, fresh.Status);
                compared++;
            }
        }
        Assert.True(compared > 300, $"Only {compared} plates stood to be compared.");

        async Task Publish()
        {
            var turkish = chance.Next(3) > 0;
            var original = chance.Next(4) == 0 && stories.Count > 0 ? stories[chance.Next(stories.Count)] : null;
            var story = await newsroom.FileAndPublish(TestNewsroom.Copy(
                $"Haber {stories.Count}", turkish ? "tr" : "en", Sections[chance.Next(3)], translationOf: original?.Id));
            stories.Add(story);
            paths.Add(story.Path);
            newsroom.Clock.Advance(TimeSpan.FromSeconds(chance.Next(0, 3)));
        }

        async Task Act()
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(chance.Next(0, 90)));
            // The newest stand on most pages.
            var at = chance.Next(2) == 0 ? chance.Next(stories.Count) : stories.Count - 1 - chance.Next(20);
            var story = stories[at];
            switch (chance.Next(6))
            {
                case 0: await Publish(); break;
                case 1: using (await newsroom.Comment(story.Path, $"Bu gelişmeyi {chance.Next(1000)} gündür izliyoruz.", $"Okur {chance.Next(1000)}")) { } break;
                case 2: using (await newsroom.Kill(story)) { } break;
                case 3: await newsroom.Services.GetRequiredService<Newsdesk>().MakeLead(story.Id, "elif"); break;
                default: await Update(at, corrected: chance.Next(2) == 0); break;
            }
        }

        async Task Update(int at, bool corrected)
        {
            using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{stories[at].Id}")
            {
                Headers = { { "If-Match", $"\"{stories[at].Revision}\"" } },
                Content = JsonContent.Create(TestNewsroom.Copy($"Haber {at} değişti {chance.Next(1000)}", stories[at].Path[1..3], Sections[chance.Next(3)])),
            });
            if (!saved.IsSuccessStatusCode) return; // withdrawn
            using var sent = corrected
                ? await editor.PostAsJsonAsync($"/api/v1/stories/{stories[at].Id}/corrections", new { note = "Sayı yanlıştı." })
                : await editor.PostAsync($"/api/v1/stories/{stories[at].Id}/publication", null);
            sent.EnsureSuccessStatusCode();
            stories[at] = (await sent.Content.ReadFromJsonAsync<Filed>())!;
            paths.Add(stories[at].Path);
        }
    }

    [Fact]
    public async Task An_act_drops_the_pages_it_changes_and_leaves_the_others_standing()
    {
        await using var newsroom = await TestNewsroom.Open();
        var (story, other, elsewhere) = (
            await newsroom.FileAndPublish(), await newsroom.FileAndPublish(TestNewsroom.Copy("Başka haber", section: "dunya")),
            await newsroom.FileAndPublish(TestNewsroom.Copy("A warm day", "en", "politics")));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        string[] all = [story.Path, other.Path, elsewhere.Path, "/tr/", "/en/", "/tr/siyaset/", "/tr/dunya/", "/tr/spor/", "/tr/feed.xml", "/tr/dunya/feed.xml", "/en/feed.xml"];
        var rack = newsroom.Services.GetRequiredService<PlateRack>();

        await Read();
        using var sent = await newsroom.Comment(story.Path, "Bu gelişmeyi yakından izliyoruz.");
        sent.EnsureSuccessStatusCode();
        Assert.Equal([story.Path], Dropped());

        await Read();
        using var editor = await newsroom.Staff();
        using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
        {
            Headers = { { "If-Match", "\"1\"" } },
            Content = JsonContent.Create(TestNewsroom.Copy(body: "<p>Yeni.</p>")),
        });
        Assert.Empty(Dropped());
        using var updated = await newsroom.Publish(story);
        Assert.Equal([story.Path, "/tr/", "/tr/siyaset/", "/tr/feed.xml"], Dropped());

        await Read();
        await newsroom.FileAndPublish(TestNewsroom.Copy("Sporda", section: "spor"));
        Assert.Equal(["/tr/", "/tr/spor/", "/tr/feed.xml"], Dropped());

        async Task Read()
        {
            foreach (var path in all) await newsroom.Page(path);
        }

        IEnumerable<string> Dropped() => all.Where(path => rack.Find(path) is null);
    }
}
