using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Data;

/// <summary>What was acknowledged is there after SIGKILL.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task A_process_killed_in_a_burst_has_every_acknowledged_save_publication_and_comment_after_restart()
    {
        await using var database = await TestDatabase.Create();
        var token = (await TestProgram.Run(database, ["token", "--role", "editor"])).Output.Trim();
        var (saves, published, comments) = (new ConcurrentDictionary<long, int>(), new ConcurrentBag<long>(), new ConcurrentBag<long>());

        await using (var program = await TestProgram.Serve(database))
        {
            var clients = Enumerable.Range(0, 4).Select(client => Burst(program.Address, client)).ToArray();
            await TestNewsroom.Until(() => Task.FromResult(saves.Values.Sum() > 60 && comments.Count > 15), "the burst is under way");
            await program.Kill();
            await Task.WhenAll(clients);
        }

        await using var newsroom = await TestNewsroom.Open(database);
        await using var kept = newsroom.Services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContext();
        foreach (var (story, revision) in saves)
        {
            // One more may have been saved whose answer was never read; never one fewer, and never half of one.
            Assert.InRange((await kept.Story(story))!.Latest, revision, revision + 1);
            Assert.Equal($"Sürüm {revision}", (await kept.Revisions.SingleAsync(row => row.StoryId == story && row.Number == revision)).Copy.Headline);
        }
        foreach (var story in published)
        {
            Assert.True(await kept.Ledger.AnyAsync(entry => entry.Subject == story && entry.Act == Act.Published));
            Assert.Contains("Sürüm", await newsroom.Page((await newsroom.Json($"/api/v1/stories/{story}")).GetProperty("path").GetString()!));
        }
        Assert.Empty(comments.Except(await kept.Comments.Select(comment => comment.Id).ToListAsync()));
        Assert.Equal(await kept.Comments.CountAsync(), await kept.Ledger.CountAsync(entry => entry.By == "reader"));

        async Task Burst(Uri address, int client)
        {
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            try
            {
                while (true)
                {
                    var story = await Told(await http.PostAsJsonAsync("/api/v1/stories", TestNewsroom.Copy("Sürüm 1")));
                    saves[story.Id] = 1;
                    await Told(await http.PostAsync($"/api/v1/stories/{story.Id}/publication", null));
                    published.Add(story.Id);
                    for (var revision = 2; revision < 12; revision++)
                    {
                        using var save = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
                        {
                            Headers = { { "If-Match", $"\"{revision - 1}\"" } },
                            Content = JsonContent.Create(TestNewsroom.Copy($"Sürüm {revision}")),
                        };
                        await Told(await http.SendAsync(save));
                        saves[story.Id] = revision;
                        using var sent = await http.PostAsJsonAsync($"{story.Path}/comments", new { name = $"Okur {client} {story.Id}", text = $"Bu gelişmeyi {revision} gündür {story.Id} kişi izliyoruz." });
                        if (sent.IsSuccessStatusCode) comments.Add((await sent.Content.ReadFromJsonAsync<Sent>())!.Id);
                    }
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException) { }
        }
    }

    static async Task<Filed> Told(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<Filed>())!;
        }
    }

    sealed record Sent(long Id);
}
