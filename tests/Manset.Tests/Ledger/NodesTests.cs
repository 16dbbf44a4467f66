using Manset.Press;
using Manset.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Ledger;

/// <summary>Two nodes on one PostgreSQL: what is published on one is soon on the other.</summary>
public sealed class NodesTests
{
    [Fact]
    public async Task What_one_node_publishes_corrects_and_withdraws_another_shows_soon()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.Create();
        await using var one = await TestNewsroom.Open(database);
        await using var other = await TestNewsroom.Open(database);
        Assert.DoesNotContain("ılık bir gün", await other.Page("/tr/"));

        var story = await one.FileAndPublish();
        await TestNewsroom.Until(async () => (await other.Page("/tr/")).Contains(story.Path), "the front of the other node shows it");
        Assert.Contains("İlk paragraf.", await other.Page(story.Path));

        using var sent = await one.Comment(story.Path, "Bu gelişmeyi yakından izliyoruz.");
        sent.EnsureSuccessStatusCode();
        await TestNewsroom.Until(async () => (await other.Page(story.Path)).Contains("yakından izliyoruz"), "the other node shows the comment");

        using var killed = await one.Kill(story);
        await TestNewsroom.Until(async () => (await other.Reader.GetAsync(story.Path)).StatusCode is System.Net.HttpStatusCode.Gone, "the other node answers 410");
        Assert.DoesNotContain(story.Path, await other.Page("/tr/"));
    }

    [Fact]
    public async Task A_node_that_lost_its_bell_hears_it_again_and_reads_on()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.Create();
        await using var one = await TestNewsroom.Open(database);
        await using var other = await TestNewsroom.Open(database);
        await other.Page("/tr/");

        await using (var admin = new Npgsql.NpgsqlConnection(database.ConnectionString))
        {
            await admin.OpenAsync();
            await using var cut = new Npgsql.NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'manset bell' and datname = current_database()", admin);
            await cut.ExecuteNonQueryAsync();
        }
        var story = await one.FileAndPublish();

        await TestNewsroom.Until(async () =>
        {
            one.Clock.Advance(TimeSpan.FromSeconds(1));
            other.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await other.Page("/tr/")).Contains(story.Path);
        }, "the other node reads on");
    }

    [Fact]
    public async Task A_node_counts_what_it_wrote_itself_once()
    {
        await using var newsroom = await TestNewsroom.Open();
        var story = await newsroom.FileAndPublish();
        await newsroom.Page(story.Path);
        var rack = newsroom.Services.GetRequiredService<PlateRack>();
        var made = rack.Made;

        for (var time = 0; time < 20; time++) await newsroom.Page(story.Path);

        Assert.Equal(made, rack.Made);
    }
}
