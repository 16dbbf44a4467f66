using Manset.Comments;
using Manset.Data;
using Manset.Editions;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset;

/// <summary><c>manset doctor</c>: each thing that can be wrong, and what to do about it.</summary>
static class Doctor
{
    public static async Task<int> Run(IReadOnlyList<string> settings, TextWriter output, CancellationToken stop)
    {
        var healthy = true;
        WebApplication? app = null;
        await Look("settings", "Mend settings.json in the data folder, or take it away.", () =>
        {
            app = Composition.Build(settings, builder => builder.Logging.ClearProviders());
            _ = app.Services.GetRequiredService<IOptions<Wires>>().Value;
            return Task.FromResult($"{app.Services.GetRequiredService<Paper>().Editions.Count} editions");
        });
        if (app is null) return 1;

        await using (app)
        {
            var folder = app.Services.GetRequiredService<DataFolder>();
            await Look("data folder", $"Let the program's user write in {folder.Root}.", () =>
            {
                var trial = Path.Combine(folder.Root, $".doctor-{Environment.ProcessId}");
                File.WriteAllText(trial, "");
                File.Delete(trial);
                return Task.FromResult(folder.Root);
            });
            await using var scope = app.Services.CreateAsyncScope();
            var newsroom = scope.ServiceProvider.GetRequiredService<Newsroom>();
            await Look("database", "Is ConnectionStrings__Newsroom right, and does the server run? For SQLite: is the disk full or the file locked?", async () =>
            {
                await scope.ServiceProvider.GetRequiredService<Schema>().Apply(newsroom, stop);
                if (newsroom.Database.IsSqlite())
                {
                    var answer = (await newsroom.Database.SqlQuery<string>($"pragma quick_check").ToListAsync(stop))[0];
                    if (answer != "ok") throw new InvalidDataException(answer);
                }
                return newsroom.Database.IsSqlite() ? "SQLite" : "PostgreSQL";
            });
            foreach (var edition in app.Services.GetRequiredService<Paper>().Editions)
            {
                await Look($"house rules of {edition.Code}", $"Mend house-rules/{edition.Code}.json in the data folder.", () =>
                    Task.FromResult($"version {app.Services.GetRequiredService<Bench>().RulesOf(edition.Code).Version}"));
            }
            await Look("retention", "Mend KeepFor of the lines under Wires in settings.json.", async () =>
            {
                var due = await app.Services.GetRequiredService<Retention>().Foresee(stop);
                return due.Count == 0 ? "every wire is kept for good" : string.Join("; ", due.Select(wire => $"{wire.Wire}: {wire.Items} items and {wire.Deliveries} deliveries are past their time and will go"));
            });
            await Look("accounts", "Start the program and open the one-time link, or run: manset user add --email E --role administrator", async () =>
                await app.Services.GetRequiredService<Staff.Welcome>().IsAnyoneHere(stop) ? "there are some" : throw new InvalidDataException("nobody can sign in"));
        }
        return healthy ? 0 : 1;

        async Task Look(string what, string mend, Func<Task<string>> at)
        {
            try
            {
                await output.WriteLineAsync($"well   {what}: {await at()}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                healthy = false;
                await output.WriteLineAsync($"WRONG  {what}: {fault.GetBaseException().Message}\n       {mend}");
            }
        }
    }
}
