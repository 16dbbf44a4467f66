using Manset.Data;
using Manset.Editions;
using Manset.Staff;

namespace Manset;

/// <summary>Brings a newsroom up and keeps it up.</summary>
public static class Serving
{
    public static async Task<int> Run(IReadOnlyList<string> settings, CancellationToken stop)
    {
        await using var app = Composition.Build(settings);
        try
        {
            await Open(app, stop);
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync($"It cannot listen at {string.Join(", ", app.Urls)}: {fault.Message}");
            return 1;
        }
        Console.WriteLine($"Manşet serves {string.Join(", ", app.Urls)}");
        var welcome = app.Services.GetRequiredService<Welcome>();
        if (!await welcome.IsAnyoneHere(stop))
            Console.WriteLine($"No account yet. Make the first administrator here, once: {WelcomeLink(app.Services, await welcome.Invite(null, Role.Administrator, stop), app.Urls.First())}");

        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>Schema first, then everything else.</summary>
    public static async Task Open(WebApplication app, CancellationToken stop = default)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Schema>().Apply(scope.ServiceProvider.GetRequiredService<Newsroom>(), stop);
        await app.StartAsync(stop);
    }

    public static string WelcomeLink(IServiceProvider services, string key, string? origin = null) =>
        new Uri(new Uri(origin ?? services.GetRequiredService<Paper>().Origin.ToString()), $"/desk/welcome?key={key}").ToString();
}
