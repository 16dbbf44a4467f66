using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Manset.Tests.Press;

/// <summary>After an act has been acknowledged, no answer that is begun later shows what was before.</summary>
public sealed partial class FreshnessTests
{
    const int Rounds = 200;

    [Fact]
    public async Task No_answer_begun_after_an_acknowledged_publication_is_older_than_it()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish(Marked(0));
        string[] paths = [story.Path, "/tr/", "/tr/siyaset/", "/tr/feed.xml", "/tr/siyaset/feed.xml"];
        using var editor = await newsroom.Staff();
        var (acknowledged, read) = (0, 0);
        using var over = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 4).Select(each => Task.Run(async () =>
        {
            using var reader = newsroom.Client();
            for (var turn = each; !over.IsCancellationRequested; turn++)
            {
                var least = Volatile.Read(ref acknowledged);
                var shown = MarkIn(await reader.GetStringAsync(paths[turn % paths.Length]));
                Assert.True(shown >= least, $"{paths[turn % paths.Length]} showed {shown} after {least} had been acknowledged");
                Interlocked.Increment(ref read);
            }
        })).ToArray();

        for (var round = 1; round <= Rounds && !readers.Any(reader => reader.IsFaulted); round++)
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(20)); // so that only the first publication is a first one
            using var saved = await editor.SendAsync(new(HttpMethod.Put, $"/api/v1/stories/{story.Id}")
            {
                Headers = { { "If-Match", $"\"{round}\"" } },
                Content = JsonContent.Create(Marked(round)),
            });
            saved.EnsureSuccessStatusCode();
            using var sent = round % 3 == 0
                ? await editor.PostAsJsonAsync($"/api/v1/stories/{story.Id}/corrections", new { note = $"Düzeltme {round}." })
                : await editor.PostAsync($"/api/v1/stories/{story.Id}/publication", null);
            sent.EnsureSuccessStatusCode();
            Volatile.Write(ref acknowledged, round);
        }
        await over.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Equal(Rounds, acknowledged);
        Assert.True(read > Rounds, $"Only {read} answers were read meanwhile.");
    }

    [Fact]
    public async Task A_withdrawn_story_is_on_no_page_after_the_acknowledgement_however_many_are_asking()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var over = new CancellationTokenSource();
        Filed? gone = null;

        var readers = Enumerable.Range(0, 3).Select(each => Task.Run(async () =>
        {
            using var reader = newsroom.Client();
            for (var turn = each; !over.IsCancellationRequested; turn++)
            {
                var withdrawn = Volatile.Read(ref gone);
                var path = (turn % 3) switch { 0 => "/tr/", 1 => "/tr/siyaset/", _ => "/tr/feed.xml" };
                var page = await reader.GetStringAsync(path);
                if (withdrawn is not null) Assert.DoesNotContain(withdrawn.Path, page);
            }
        })).ToArray();
        for (var round = 0; round < 12; round++)
        {
            var story = await newsroom.FileAndPublish(Marked(round));
            using var killed = await newsroom.Kill(story);
            killed.EnsureSuccessStatusCode();
            Volatile.Write(ref gone, story);
        }
        await over.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_comment_is_in_the_next_answer_even_while_others_comment_and_read()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();

        await Parallel.ForAsync(0, 8, async (reader, stop) =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                var text = $"Bu haberde {reader} numaralı okurun {turn} numaralı sözü var, {Guid.NewGuid():n} diye biter.";
                using var sent = await newsroom.Comment(story.Path, text, $"Okur {reader} {turn}");
                var page = await newsroom.Page(story.Path);
                if (sent.StatusCode is HttpStatusCode.Created) Assert.Contains(text.Split(' ')[^3], page);
                else Assert.DoesNotContain(text.Split(' ')[^3], page);
            }
        });
    }

    static object Marked(int mark) => TestNewsroom.Copy($"Köprüde son durum mim{mark}mim", body: $"<p>Sayı {mark} oldu.</p>");

    /// <summary>The oldest mark on a page; its permalink keeps the first headline, written in another way.</summary>
    static int MarkIn(string page) =>
        Mark.Matches(page).Min(found => int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("son durum mim([0-9]+)mim")]
    static partial Regex Mark { get; }
}
