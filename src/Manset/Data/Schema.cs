using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Manset.Data;

/// <summary>
/// The schema: numbered SQL per dialect, each script one transaction, applied at start. A crash in the middle of a script leaves
/// the schema as it was before it.
/// </summary>
public sealed partial class Schema(Func<string, IReadOnlyList<SchemaScript>> scripts, ILogger<Schema> logger)
{
    /// <summary>What PostgreSQL locks by while two nodes start on one database.</summary>
    const long Turn = 7205759403793;

    /// <exception cref="NewerSchemaException">The database was written by a later program; nothing was touched.</exception>
    public async Task Apply(Newsroom newsroom, CancellationToken stop = default)
    {
        var sqlite = newsroom.Database.IsSqlite();
        var steps = scripts(sqlite ? SchemaScript.Sqlite : SchemaScript.Postgres);
        await newsroom.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = newsroom.Database.GetDbConnection();
            Refuse(await Current(connection, null, sqlite, stop), steps);
            if (sqlite) await Execute(connection, null, "pragma journal_mode = wal", stop);

            foreach (var step in steps)
            {
                await using var transaction = await connection.BeginTransactionAsync(stop);
                // Two nodes that start together take turns: SQLite by its write lock, PostgreSQL by one of ours.
                if (!sqlite) await Execute(connection, transaction, $"select pg_advisory_xact_lock({Turn})", stop);
                var current = await Current(connection, transaction, sqlite, stop);
                Refuse(current, steps);
                if (current >= step.Number) continue;

                await Execute(connection, transaction, "create table if not exists schema_version (number integer primary key, name text not null)", stop);
                await Execute(connection, transaction, step.Sql, stop);
                await Execute(connection, transaction, $"insert into schema_version values ({step.Number}, '{step.Name}')", stop);
                await transaction.CommitAsync(stop);
                LogApplied(step.Name);
            }
        }
        finally
        {
            await newsroom.Database.CloseConnectionAsync();
        }
    }

    static void Refuse(int current, IReadOnlyList<SchemaScript> steps)
    {
        if (current > steps[^1].Number) throw new NewerSchemaException(current, steps[^1].Number);
    }

    /// <summary>The number of the last script that was applied; 0 in an empty database.</summary>
    static async Task<int> Current(DbConnection connection, DbTransaction? transaction, bool sqlite, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sqlite
            ? "select count(*) from sqlite_master where name = 'schema_version'"
            : "select count(*) from pg_class where oid = to_regclass('schema_version')";
        if (Convert.ToInt32(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) == 0) return 0;

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

    [LoggerMessage(LogLevel.Information, "Applied schema {Name}")] partial void LogApplied(string name);
}

public sealed class NewerSchemaException(int found, int known) : Exception(
    $"This database has schema {found}; this program knows schemas up to {known}. Start the newer program, or restore a backup made with this one.");
