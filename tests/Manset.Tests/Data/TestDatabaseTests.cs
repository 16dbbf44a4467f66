using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Manset.Tests.Data;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Each_test_has_an_empty_database_of_its_own()
    {
        await using var one = await TestDatabase.Create();
        await using var other = await TestDatabase.Create();

        await Run(one, "CREATE TABLE story (headline text)");
        await Run(one, "INSERT INTO story VALUES ('Işık')");
        await Run(other, "CREATE TABLE story (headline text)");

        Assert.Equal("Işık", await Run(one, "SELECT headline FROM story"));
        Assert.Null(await Run(other, "SELECT headline FROM story"));
    }

    [Fact]
    public async Task A_database_is_of_the_kind_that_the_run_asks_for()
    {
        await using var database = await TestDatabase.Create();

        var version = await Run(database, TestDatabase.IsPostgres ? "SELECT version()" : "SELECT 'SQLite ' || sqlite_version()");

        Assert.StartsWith(TestDatabase.IsPostgres ? "PostgreSQL" : "SQLite", (string?)version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_database_is_left_behind()
    {
        var database = await TestDatabase.Create();
        await Run(database, "CREATE TABLE story (headline text)");

        await database.DisposeAsync();

        Assert.False(Directory.Exists(database.Folder));
        if (TestDatabase.IsPostgres)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => Run(database, "SELECT 1"));
            Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refusal.SqlState);
        }
    }

    static async Task<object?> Run(TestDatabase database, string sql)
    {
        await using DbConnection connection = TestDatabase.IsPostgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
