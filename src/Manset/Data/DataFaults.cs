using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Manset.Data;

public static class DataFaults
{
    const int SqliteTooBig = 18, SqliteConstraint = 19, SqliteMismatch = 20;

    extension(DbUpdateException fault)
    {
        /// <summary>The database would refuse these very values again; any other fault may pass: a lock, a full disk, a lost connection.</summary>
        public bool IsOfTheData => fault.InnerException switch
        {
            // Class 22: data that it cannot hold; 23: a constraint; 54: larger than its limits.
            PostgresException { SqlState: [('2'), ('2' or '3'), ..] or ['5', '4', ..] } => true,
            SqliteException { SqliteErrorCode: SqliteTooBig or SqliteConstraint or SqliteMismatch } => true,
            System.Text.EncoderFallbackException => true,
            _ => false,
        };
    }
}
