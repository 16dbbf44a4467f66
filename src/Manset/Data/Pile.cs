using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Manset.Data;

/// <summary>
/// Many new rows of one table, written as a stream: on SQLite by one prepared statement, on PostgreSQL by COPY. None is tracked; each
/// has its number already.
/// </summary>
sealed class Pile(Type kind, IReadOnlyList<object> rows)
{
    sealed record Column(string Name, string Type, Func<object, object?> Value);

    /// <summary>Within the transaction that the newsroom has open.</summary>
    public async Task Insert(Newsroom newsroom)
    {
        var table = newsroom.Model.FindEntityType(kind)!;
        var columns = table.GetProperties().Select(ColumnOf).ToList();
        try
        {
            if (newsroom.Database.GetDbConnection() is NpgsqlConnection postgres) await Copy(postgres, table.GetTableName()!, columns);
            else Write(newsroom.Database.GetDbConnection(), newsroom.Database.CurrentTransaction!.GetDbTransaction(), table.GetTableName()!, columns);
        }
        catch (DbException fault) { throw new DbUpdateException($"Rows of {table.GetTableName()} could not be kept.", fault); }
    }

    static Column ColumnOf(IProperty property)
    {
        var (getter, mapping) = (property.GetGetter(), property.GetRelationalTypeMapping());
        return new(property.GetColumnName(), mapping.StoreType,
            row => getter.GetClrValue(row) is { } value ? mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value : null);
    }

    async Task Copy(NpgsqlConnection postgres, string table, List<Column> columns)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"copy {table} ({Names(columns)}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value) await copy.WriteAsync(value, column.Type);
                else await copy.WriteNullAsync();
            }
        }
        await copy.CompleteAsync();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are our own.")]
    void Write(DbConnection connection, DbTransaction transaction, string table, List<Column> columns)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"insert into {table} ({Names(columns)}) values ({string.Join(", ", columns.Select((_, at) => $"${at}"))})";
        var places = columns.Select((_, at) => new SqliteParameter { ParameterName = $"${at}" }).ToArray();
        insert.Parameters.AddRange(places);
        foreach (var row in rows)
        {
            for (var at = 0; at < places.Length; at++) places[at].Value = columns[at].Value(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    static string Names(List<Column> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
