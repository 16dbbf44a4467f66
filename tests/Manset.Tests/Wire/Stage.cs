using System.Net.Http.Json;
using Manset.Desk;
using Manset.Desk.Editing;
using Manset.Ledger;
using Manset.Tests.Data;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Wire;

/// <summary>A newsroom that plays scripts, and what must be true of it after each step: see <c>Stage.Laws.cs</c>.</summary>
sealed partial class Stage : IAsyncDisposable
{
    const string Editor = "Elif Karaca";
    static readonly DateTimeOffset Morning = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    static readonly (string Wire, string Guid)[] Items = [("aa", "1"), ("bb", "1"), ("aa", "2")];

    readonly TestDatabase database;
    readonly FakeTimeProvider clock;
    TestNewsroom newsroom;

    Stage(TestDatabase database, FakeTimeProvider clock, TestNewsroom newsroom) => (this.database, this.clock, this.newsroom) = (database, clock, newsroom);

    public static async Task<Stage> Open()
    {
        var (database, clock) = (await TestDatabase.Create(), new FakeTimeProvider(Morning));
        return new(database, clock, await Start(database, clock));
    }

    static Task<TestNewsroom> Start(TestDatabase database, FakeTimeProvider clock) => TestNewsroom.Open(database, clock, [.. AgencyCopy.Line("aa"), .. AgencyCopy.Line("bb", 1)]);

    /// <summary>A word that stands in every take of an item and in nothing else.</summary>
    static string Mark(int item) => $"isaret{item}q";

    public async Task Play(Step step)
    {
        await Do(step);
        if (step is Restarts { AtOnce: true } or Sends { Words: 4 }) return; // The next step may find the work half done.
        await Settle();
        await Hold();
    }

    async Task Do(Step step)
    {
        switch (step)
        {
            case Sends sends: await Send(sends); break;
            case Edits edits: await Edit(edits); break;
            case Publishes publishes: await AtTheDesk(publishes.Item, (desk, story) => desk.Publish(story.Id, Editor)); break;
            case TakesUntouched takes: await TakeUntouched(takes.Item); break;
            case Kills kills: await AtTheDesk(kills.Item, (desk, story) => desk.Kill(story.Id, "Masa geri çekti.", Editor)); break;
            case Waits waits: clock.Advance(TimeSpan.FromMinutes(waits.Minutes)); break;
            case SetsClock sets: clock.AdjustTime(clock.GetUtcNow().AddMinutes(sets.Minutes)); break;
            case Restarts:
                await newsroom.DisposeAsync();
                newsroom = await Start(database, clock);
                break;
        }
    }

    async Task Send(Sends sends)
    {
        var (wire, guid) = Items[sends.Item];
        // The words are those of the version: an agency that says something else counts it.
        await newsroom.Deliver(wire, AgencyCopy.Rss(AgencyCopy.Item(
            $"{Mark(sends.Item)} haberi {sends.Version}.{sends.Words}", guid, $"{Mark(sends.Item)} metni {sends.Version}.{sends.Words}.", sends.Version,
            sends.Status is WireStatus.Usable ? null : sends.Status is WireStatus.Killed ? "killed" : "withheld",
            sends.Embargo is { } minutes ? Morning.AddMinutes(minutes) : null, sends.Corrects ? "Ajansın notu." : null, sends.Corrects)));
    }

    async Task Edit(Edits edits)
    {
        if (await StoryOf(edits.Item) is not { } story) return;
        var copy = story.Copy;
        var words = $"Editörün sözü {edits.Words} {Mark(edits.Item)}";
        var done = await Desk.Save(story.Id, story.Latest, new()
        {
            Edition = story.Edition,
            Section = copy.Section,
            Headline = copy.Headline,
            Standfirst = words,
            Body = copy.Body,
            Sources = copy.Sources,
            Tags = copy.Tags,
        }, Editor);
        if (done.Refusal is null) editors[story.Id] = words;
    }

    async Task TakeUntouched(int item)
    {
        if (await StoryOf(item) is not { NewerTake: { } take } story) return;
        await newsroom.Services.GetRequiredService<WritingTable>().Settle(story.Id, (story.Latest, take), new Dictionary<int, Choice>(), onlyUntouched: true, Editor, default);
    }

    async Task AtTheDesk(int item, Func<Newsdesk, Story, Task<Done>> act)
    {
        if (await StoryOf(item) is { } story) await act(Desk, story);
    }

    Newsdesk Desk => newsroom.Services.GetRequiredService<Newsdesk>();

    Task<Story?> StoryOf(int item)
    {
        var (wire, guid) = Items[item];
        return newsroom.Ask(room => room.First(room.Stories.From(wire, guid)));
    }

    /// <summary>All that follows has been done: entries followed, embargoes whose hour has come lifted.</summary>
    async Task Settle()
    {
        await TestNewsroom.Until(async () =>
        {
            if (!await newsroom.Ask(room => room.WireItems.AnyAsync(item => item.Embargo <= clock.GetUtcNow() && !item.EmbargoLifted))) return true;
            // It looks at the clock by itself every few seconds; here no time passes.
            newsroom.Services.GetRequiredService<Bell>().Wake();
            return false;
        }, "embargoes were lifted");
        await newsroom.Settled();
    }

    public async ValueTask DisposeAsync()
    {
        await newsroom.DisposeAsync();
        await database.DisposeAsync();
    }
}
