using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Manset.Data;

public static class DataComposition
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        var folder = new DataFolder(Path.GetFullPath(builder.Configuration["data"] ?? "data"));
        Directory.CreateDirectory(folder.Root);
        var postgres = builder.Configuration.GetConnectionString("Newsroom");

        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton<Ids>();
        builder.Services.AddSingleton(services => new Schema(SchemaScript.In, services.GetRequiredService<ILogger<Schema>>()));
        builder.Services.AddSingleton(new WriterTurns(oneAtATime: postgres is null));
        builder.Services.TryAddClock();
        builder.Services.AddDbContextFactory<Newsroom>((services, options) =>
        {
            if (postgres is null) options.UseSqlite(Sqlite(folder)).AddInterceptors(Durable.Instance);
            else options.UseNpgsql(postgres);
            options.UseApplicationServiceProvider(services).AddInterceptors(services.GetServices<IInterceptor>());
        });
        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContext());
    }

    static void TryAddClock(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider))) services.AddSingleton(TimeProvider.System);
    }

    static string Sqlite(DataFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = folder.Database,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ConnectionString;

    /// <summary>What was acknowledged survives a power cut: every commit is flushed to the disk.</summary>
    sealed class Durable : DbConnectionInterceptor
    {
        /// <summary>The pool hands a connection out again and again; it needs to be told once.</summary>
        readonly ConditionalWeakTable<object, object> told = [];

        public static Durable Instance { get; } = new();

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        void Set(System.Data.Common.DbConnection connection)
        {
            if (connection is SqliteConnection { Handle: { } handle } && !told.TryAdd(handle, this)) return;

            using var pragma = connection.CreateCommand();
            pragma.CommandText = "pragma synchronous = full; pragma busy_timeout = 30000; pragma mmap_size = 268435456; pragma temp_store = memory";
            pragma.ExecuteNonQuery();
        }
    }
}
