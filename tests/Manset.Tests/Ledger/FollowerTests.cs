using System.Collections.Concurrent;
using Manset.Data;
using Manset.Ledger;
using Manset.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Manset.Tests.Ledger;

/// <summary>Whoever follows the ledger meets every entry, and what it did stands once, whatever crashes.</summary>
public sealed class FollowerTests
{
    const long Apart = 1000;

    [Fact]
    public async Task A_follower_takes_up_where_its_last_process_stopped()
    {
        await using var newsroom = await TestNewsroom.Open();
        var counting = new Counting("counting");
        await Enter(newsroom, 1, 2, 3);
        await using (await Lead(newsroom, counting)) await Reached(newsroom, counting, 3);
        await Enter(newsroom, 4, 5);

        var (again, other) = (new Counting("counting"), new Counting("another"));
        await using (await Lead(newsroom, again, other))
        {
            await Reached(newsroom, again, 5);
            await Reached(newsroom, other, 5);
        }

        Assert.Equal([1, 2, 3], counting.Met);
        Assert.Equal([4, 5], again.Met);
        Assert.Equal([1, 2, 3, 4, 5], other.Met);
    }

    [Fact]
    public async Task What_a_follower_did_before_it_crashed_is_undone_or_its_place_is_saved()
    {
        await using var newsroom = await TestNewsroom.Open();
        var counting = new Counting("counting") { Crash = entry => entry.Subject == 2 };
        await Enter(newsroom, 1, 2, 3);

        await using (await Lead(newsroom, counting))
        {
            await TestNewsroom.Until(() => Task.FromResult(counting.Crashed > 0), "it crashes");
            counting.Crash = _ => false;
            await Reached(newsroom, counting, 3);
        }

        Assert.Equal([1, 2, 3], await Written(newsroom, "counting"));
    }

    [Fact]
    public async Task Two_nodes_that_follow_side_by_side_do_everything_once()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.Create();
        await using var one = await TestNewsroom.Open(database);
        await using var other = await TestNewsroom.Open(database);
        // Two runs under one name, as on two nodes.
        var (here, there) = (new Counting("counting"), new Counting("counting"));

        await using (await Lead(one, here))
        await using (await Lead(other, there))
        {
            for (var subject = 1; subject <= 40; subject += 2)
            {
                await Enter(one, subject);
                await Enter(other, subject + 1);
            }
            await Reached(one, here, 40);
        }

        Assert.Equal(Enumerable.Range(1, 40).Select(subject => (long)subject), await Written(one, "counting"));
    }

    [Fact]
    public async Task An_entry_that_fails_again_and_again_is_passed_over_and_stops_nobody_else()
    {
        await using var newsroom = await TestNewsroom.Open();
        var (failing, well) = (new Counting("failing") { Crash = entry => entry.Subject == 2 }, new Counting("well"));
        await Enter(newsroom, 1, 2, 3);

        await using (await Lead(newsroom, failing, well))
        {
            await Reached(newsroom, well, 3);
            await Reached(newsroom, failing, 3);
        }

        Assert.Equal([1, 3], await Written(newsroom, "failing"));
        Assert.Equal([1, 2, 3], await Written(newsroom, "well"));
        Assert.InRange(failing.Crashed, 2, 10);
    }

    [Fact]
    public async Task A_transaction_that_entered_first_and_commits_last_is_not_skipped()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one writer at a time");
        await using var newsroom = await TestNewsroom.Open();
        var counting = new Counting("counting");
        await using var running = await Lead(newsroom, counting);

        await using var slow = Open(newsroom);
        await using var transaction = await slow.Database.BeginTransactionAsync();
        slow.Ledger.Add(EntryOf(newsroom, 1));
        await slow.SaveChangesAsync();
        var quick = Task.Run(() => Enter(newsroom, 2));
        await Task.Delay(300);
        Assert.False(quick.IsCompleted, "A higher id became visible before a lower one.");
        Assert.Empty(counting.Met);
        await transaction.CommitAsync();
        await quick;

        await Reached(newsroom, counting, 2);
        Assert.Equal([1, 2], counting.Met);
    }

    [Fact]
    public async Task A_transaction_that_is_undone_leaves_a_gap_that_stops_nobody()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one writer at a time");
        await using var newsroom = await TestNewsroom.Open();
        var counting = new Counting("counting");
        await using var running = await Lead(newsroom, counting);

        await using (var undone = Open(newsroom))
        {
            await using var transaction = await undone.Database.BeginTransactionAsync();
            undone.Ledger.Add(EntryOf(newsroom, 1));
            await undone.SaveChangesAsync();
        }
        await Enter(newsroom, 2);

        await Reached(newsroom, counting, 2);
        Assert.Equal([2], counting.Met);
    }

    [Fact]
    public async Task The_bell_rings_when_a_transaction_is_committed_and_not_before()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "No transaction is begun by hand on SQLite");
        await using var newsroom = await TestNewsroom.Open();
        var heard = new ConcurrentQueue<long>();
        newsroom.Services.GetRequiredService<Bell>().Heard += entries => { foreach (var entry in entries) heard.Enqueue(entry.Subject); };

        await using var context = Open(newsroom);
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Ledger.Add(EntryOf(newsroom, 9));
        await context.SaveChangesAsync();
        Assert.Empty(heard);
        await transaction.CommitAsync();

        Assert.Equal([9], heard);
    }

    static Newsroom Open(TestNewsroom newsroom) => newsroom.Services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContext();

    static Entry EntryOf(TestNewsroom newsroom, long subject) => Entry.Of(Act.Filed, subject, "test", newsroom.Now);

    static async Task Enter(TestNewsroom newsroom, params long[] subjects)
    {
        foreach (var subject in subjects)
        {
            await using var context = Open(newsroom);
            context.Ledger.Add(EntryOf(newsroom, subject));
            await context.SaveChangesAsync();
        }
    }

    static async Task<Running> Lead(TestNewsroom newsroom, params Follower[] followers)
    {
        var services = newsroom.Services;
        var run = new FollowerRun(followers, services.GetRequiredService<IDbContextFactory<Newsroom>>(), services.GetRequiredService<Bell>(), newsroom.Clock, NullLogger<FollowerRun>.Instance);
        await run.StartAsync(default);
        return new(run);
    }

    /// <summary>Until its place is behind the entry of that subject; time passes, for whoever rests after a failure.</summary>
    static Task Reached(TestNewsroom newsroom, Follower follower, long subject) => TestNewsroom.Until(async () =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var context = Open(newsroom);
        var entry = await context.Ledger.Where(entry => entry.Subject == subject).MaxAsync(entry => entry.Id);
        return await context.Places.AnyAsync(place => place.Follower == follower.Name && place.Entry >= entry);
    }, $"{follower.Name} reaches {subject}");

    static async Task<IReadOnlyList<long>> Written(TestNewsroom newsroom, string name)
    {
        await using var context = Open(newsroom);
        return await context.Database.SqlQuery<long>($"select rowid % {Apart} as \"Value\" from search where edition = {name} order by rowid").ToListAsync();
    }

    sealed class Running(FollowerRun run) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await run.StopAsync(default);
            run.Dispose();
        }
    }

    /// <summary>Writes a row for every entry by plain SQL, as the search index does; a second row for one entry would be an error.</summary>
    sealed class Counting(string name) : Follower
    {
        public override bool Heeds(Act act) => true;

        public override string Name => name;
        public ConcurrentQueue<long> Met { get; } = [];
        public Func<Entry, bool> Crash { get; set; } = _ => false;
        public int Crashed { get; private set; }

        public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
        {
            Met.Enqueue(entry.Subject);
            if (Crash(entry) && newsroom.Database.IsSqlite()) Fail();
            await newsroom.Database.ExecuteSqlAsync($"insert into search (headline, text, edition, at, rowid) values ('', '', {name}, {Now(newsroom)}, {Row(entry.Subject)})", stop);
            if (Crash(entry)) Fail();
        }

        void Fail()
        {
            Crashed++;
            throw new InvalidOperationException("as the test wants");
        }

        /// <summary>Rows of two followers lie apart.</summary>
        long Row(long subject) => name is "well" or "another" ? Apart + subject : subject;

        static object Now(Newsroom newsroom) => newsroom.Database.IsNpgsql() ? DateTimeOffset.UnixEpoch : 0L;
    }
}
