using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Manset.Data;

/// <summary>
/// The schema: numbered SQL per dialect, each file one transaction, applied at start. A crash in the middle of a file leaves
/// the schema as it was before it.
/// </summary>
public sealed partial class Schema(ILogger<Schema> logger)
{
    /// <exception cref="NewerSchemaException">The database was written by a later program; nothing was touched.</exception>
    public async Task Apply(Newsroom newsroom, CancellationToken stop = default)
    {
        var sqlite = newsroom.Database.IsSqlite();
        var files = Files(sqlite ? "Sqlite" : "Postgres");
        await newsroom.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = newsroom.Database.GetDbConnection();
            if (sqlite) await Execute(connection, null, "pragma journal_mode = wal", stop);
            await Execute(connection, null, "create table if not exists schema_version (number integer primary key, name text not null)", stop);

            foreach (var file in files)
            {
                await using var transaction = await connection.BeginTransactionAsync(stop);
                // Two nodes that start together take turns: SQLite by its write lock, PostgreSQL by the table's.
                if (!sqlite) await Execute(connection, transaction, "lock table schema_version in exclusive mode", stop);
                var current = await Current(connection, transaction, stop);
                if (current > files[^1].Number) throw new NewerSchemaException(current, files[^1].Number);
                if (current >= file.Number) continue;

                await Execute(connection, transaction, file.Sql(), stop);
                await Execute(connection, transaction, $"insert into schema_version values ({file.Number}, '{file.Name}')", stop);
                await transaction.CommitAsync(stop);
                LogApplied(file.Name);
            }
        }
        finally
        {
            await newsroom.Database.CloseConnectionAsync();
        }
    }

    static async Task<int> Current(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select coalesce(max(number), 0) from schema_version";
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    static List<File> Files(string dialect) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains($".Schema.{dialect}.", StringComparison.Ordinal))
            .Select(name => new File(name, name.Split('.')[^2]))
            .OrderBy(file => file.Number),
    ];

    sealed record File(string Resource, string Name)
    {
        public int Number => int.Parse(Name.AsSpan(0, 4), CultureInfo.InvariantCulture);

        public string Sql()
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }

    [LoggerMessage(LogLevel.Information, "Applied schema {Name}")] partial void LogApplied(string name);
}

public sealed class NewerSchemaException(int found, int known) : Exception(
    $"This database has schema {found}; this program knows schemas up to {known}. Start the newer program, or restore a backup made with this one.");
