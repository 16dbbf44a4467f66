using Npgsql;

namespace Manset.Tests.Data;

/// <summary>
/// An empty database of a test's own: a SQLite file in a folder of its own, or, where <c>MANSET_TEST_POSTGRES</c> says which
/// server, a new PostgreSQL database. Gone when the test is done with it.
/// </summary>
sealed class TestDatabase : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("MANSET_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    readonly string? name;

    TestDatabase(string? name)
    {
        this.name = name;
        Folder = Directory.CreateTempSubdirectory("manset-test-").FullName;
        ConnectionString = name is null
            ? $"Data Source={Path.Combine(Folder, "manset.db")}"
            : new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    public static bool IsPostgres => Server is not null;

    public string ConnectionString { get; }

    /// <summary>An empty folder that lives as long as the database; on SQLite the file is in it.</summary>
    public string Folder { get; }

    public static async Task<TestDatabase> Create()
    {
        if (!IsPostgres) return new(null);

        var name = $"manset_{Guid.CreateVersion7():n}";
        await OnServer($"CREATE DATABASE {name}");
        return new(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (name is not null)
        {
            using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
            await OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            using var pooled = new Microsoft.Data.Sqlite.SqliteConnection(ConnectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        }
        Directory.Delete(Folder, recursive: true);
    }

    static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
