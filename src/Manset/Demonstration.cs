using Manset.Data;
using Manset.Demo;
using Manset.Editions;
using Manset.Ledger;
using Manset.Staff;

namespace Manset;

/// <summary><c>manset demo</c>: a whole newsroom in a throw-away folder. Its agency, its readers and its copy are made up; every road they take is the real one.</summary>
public static class Demonstration
{
    public const string Editor = "editor@manset.example", Moderator = "moderator@manset.example";

    public static async Task<int> Run(string urls, TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("manset-demo-");
        try
        {
            var clock = TimeProvider.System;
            await using var agency = await Agency.Start(AgencyScript.Load(), clock, stop);
            await using var app = Composition.Build(
                ["--data", folder.FullName, "--urls", urls, $"--{nameof(Paper)}:{nameof(Paper.Origin)}", urls, .. Wires(agency)],
                builder => builder.Logging.AddFilter("Manset", LogLevel.Warning));
            try
            {
                await Serving.Open(app, stop);
            }
            catch (IOException fault)
            {
                await output.WriteLineAsync($"It cannot listen at {urls}: {fault.Message} Choose another with --urls.");
                return 1;
            }
            var site = new Uri(app.Urls.First());
            await Greet(app, agency, site, folder.FullName, output, stop);

            var telling = new Telling(app.Services, output);
            app.Services.GetRequiredService<Tail>().Read += telling.Hear;
            using var readers = new HttpClient { BaseAddress = site };
            var editions = app.Services.GetRequiredService<Paper>().Editions.Select(edition => edition.Code);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
            var reading = Readers.Run(readers, editions, clock, telling.Say, ended.Token);
            await app.WaitForShutdownAsync(stop);
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whatever their urgency; of culture and science only what is urgent, the rest waits for an editor.</summary>
    static readonly string[] OutAtOnce = ["politics", "turkey", "world", "economy", "sport", "health"];

    /// <summary>What the Turkish wire has by RSS; the rest comes over the interface for subscribers.</summary>
    static readonly string[] ByRss = ["politics", "turkey", "world", "economy"];

    /// <summary>RSS and the interface for subscribers for the Turkish edition, NewsML-G2 for the English one.</summary>
    static IEnumerable<string> Wires(Agency agency) => Numbered(
    [
        ("agency-tr", "tr", [("Address", new Uri(agency.Address, $"tr/rss.xml?sections={string.Join(',', ByRss)}").ToString())]),
        ("agency-en", "en", [("Address", new Uri(agency.Address, "en/newsml.xml").ToString())]),
        ("agency-abone", "tr",
        [
            ("Anadolu:Address", agency.Address.ToString()), ("Anadolu:User", SubscriberDesk.User), ("Anadolu:Password", SubscriberDesk.Password),
            .. SubscriberLists.LabelsBeside(ByRss).Select((label, place) => ($"Anadolu:Categories:{place}", label)),
        ]),
    ]);

    static IEnumerable<string> Numbered(IReadOnlyList<(string Name, string Edition, (string Name, string Value)[] Source)> lines)
    {
        for (var number = 0; number < lines.Count; number++)
        {
            var line = $"--{nameof(Wire.Wires)}:{nameof(Wire.Wires.Lines)}:{number}:";
            (string Name, string Value)[] settings =
            [
                ("Name", lines[number].Name), ("Edition", lines[number].Edition), .. lines[number].Source,
                ("Every", "00:00:02"), ("AllowPrivate", "true"),
                ("Publish:0:Urgency", "4"),
                .. OutAtOnce.Select((section, place) => ($"Publish:1:Sections:{place}", section)),
            ];
            foreach (var (name, value) in settings)
            {
                yield return line + name;
                yield return value;
            }
        }
    }

    static async Task Greet(WebApplication app, Agency agency, Uri site, string folder, TextWriter output, CancellationToken stop)
    {
        var welcome = app.Services.GetRequiredService<Welcome>();
        var password = Secret.New()[..14];
        await welcome.Add(Editor, "Elif Karaca", Role.Editor, password, stop);
        await welcome.Add(Moderator, "Ömer Şahin", Role.Moderator, password, stop);
        await using var scope = app.Services.CreateAsyncScope();
        var token = await Tokens.Make(scope.ServiceProvider.GetRequiredService<Newsroom>(), Role.Editor, "demo", TimeProvider.System.GetUtcNow(), stop);

        foreach (var edition in app.Services.GetRequiredService<Paper>().Editions) await output.WriteLineAsync($"{edition.Code}      {new Uri(site, edition.Path)}");
        await output.WriteLineAsync(
            $"""
            desk    {new Uri(site, "/desk/")}
                    {Editor} and {Moderator}, password {password}
            api     {new Uri(site, "/openapi/v1.json")}   Authorization: Bearer {token}
            agency  {agency.Address}
            data    {folder} (deleted at the end; press Ctrl+C)

            """);
    }
}
