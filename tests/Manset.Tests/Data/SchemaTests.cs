using System.Data.Common;
using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Manset.Tests.Data;

public sealed class SchemaTests
{
    static readonly SchemaScript First = new("0001-first", "create table stands (what text not null); insert into stands values ('first');");

    [Fact]
    public async Task Scripts_are_applied_in_order_and_once()
    {
        await using var database = await TestDatabase.Create();
        SchemaScript[] both = [First, new("0002-second", "insert into stands values ('second')")];

        await Apply(database, First);
        await Apply(database, both);
        await Apply(database, both);

        Assert.Equal(["first", "second"], await Read(database, "select what from stands"));
        Assert.Equal(["0001-first", "0002-second"], await Read(database, "select name from schema_version order by number"));
    }

    [Fact]
    public async Task A_script_that_fails_in_the_middle_leaves_the_schema_before_it()
    {
        await using var database = await TestDatabase.Create();
        await Apply(database, First);
        var broken = new SchemaScript("0002-broken", "create table half (what text); insert into stands values ('half'); insert into nowhere values (1)");

        await Assert.ThrowsAnyAsync<DbException>(() => Apply(database, First, broken));

        Assert.Equal(["first"], await Read(database, "select what from stands"));
        Assert.Equal(["0001-first"], await Read(database, "select name from schema_version"));
        await Assert.ThrowsAnyAsync<DbException>(() => Read(database, "select what from half"));
        // Mended, the same step goes through.
        await Apply(database, First, broken with { Sql = "create table half (what text); insert into stands values ('whole')" });
        Assert.Equal(["first", "whole"], await Read(database, "select what from stands"));
    }

    [Fact]
    public async Task The_very_first_script_too_leaves_nothing_when_it_fails()
    {
        await using var database = await TestDatabase.Create();

        await Assert.ThrowsAnyAsync<DbException>(() => Apply(database, First with { Sql = $"{First.Sql}; insert into nowhere values (1)" }));

        await Assert.ThrowsAnyAsync<DbException>(() => Read(database, "select what from stands"));
        await Assert.ThrowsAnyAsync<DbException>(() => Read(database, "select name from schema_version"));
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_a_script_leaves_the_schema_before_it()
    {
        await using var database = await TestDatabase.Create();
        await Apply(database, First);

        await using (var connection = Connect(database))
        {
            await connection.OpenAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "create table half (what text); insert into schema_version values (2, '0002-half')";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(["0001-first"], await Read(database, "select name from schema_version"));
        await Apply(database, First, new("0002-half", "create table half (what text)"));
        Assert.Empty(await Read(database, "select what from half"));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_in_words_and_nothing_is_touched()
    {
        await using var database = await TestDatabase.Create();
        await Apply(database, First, new("0007-later", "insert into stands values ('later')"));

        var refusal = await Assert.ThrowsAsync<NewerSchemaException>(() => Apply(database, First, new("0002-ours", "insert into stands values ('ours')")));

        Assert.Contains("schema 7", refusal.Message);
        Assert.Contains("up to 2", refusal.Message);
        Assert.Equal(["first", "later"], await Read(database, "select what from stands"));
        Assert.Equal(["0001-first", "0007-later"], await Read(database, "select name from schema_version order by number"));
    }

    [Fact]
    public async Task Two_nodes_may_start_at_once_on_one_empty_database()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var database = await TestDatabase.Create();

            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Apply(database, [.. SchemaScript.In(Dialect)]))));

            Assert.Equal([.. SchemaScript.In(Dialect).Select(script => script.Name)], await Read(database, "select name from schema_version order by number"));
        }
    }

    [Fact]
    public void Both_dialects_have_the_same_steps_without_a_gap()
    {
        var sqlite = SchemaScript.In(SchemaScript.Sqlite).Select(script => script.Name).ToList();

        Assert.Equal(sqlite, SchemaScript.In(SchemaScript.Postgres).Select(script => script.Name));
        Assert.Equal(Enumerable.Range(1, sqlite.Count), SchemaScript.In(SchemaScript.Sqlite).Select(script => script.Number));
    }

    static string Dialect => TestDatabase.IsPostgres ? SchemaScript.Postgres : SchemaScript.Sqlite;

    static async Task Apply(TestDatabase database, params SchemaScript[] scripts)
    {
        var options = new DbContextOptionsBuilder<Newsroom>();
        if (TestDatabase.IsPostgres) options.UseNpgsql(database.ConnectionString);
        else options.UseSqlite(database.ConnectionString);
        using var turns = new WriterTurns(oneAtATime: false);
        await using var newsroom = new Newsroom(options.Options, turns);
        await new Schema(_ => scripts, NullLogger<Schema>.Instance).Apply(newsroom);
    }

    static DbConnection Connect(TestDatabase database) => TestDatabase.IsPostgres
        ? new Npgsql.NpgsqlConnection(database.ConnectionString)
        : new Microsoft.Data.Sqlite.SqliteConnection(database.ConnectionString);

    static async Task<IReadOnlyList<string>> Read(TestDatabase database, string sql)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync()) read.Add(rows.GetString(0));
        return read;
    }
}
