using System.Text.Json;
using Manset;
using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Manset.Pictures;
using Manset.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Seeding;

// A newsroom full of the bench's stories, ready to be served: seed DATA-FOLDER CORPUS-FOLDER
var (data, corpus) = (args[0], args[1]);

await using var app = Composition.Build(["--data", data, "--urls", "http://127.0.0.1:0"], builder => builder.Logging.ClearProviders());
var newsrooms = app.Services.GetRequiredService<IDbContextFactory<Newsroom>>();
await using (var newsroom = await newsrooms.CreateDbContextAsync()) await app.Services.GetRequiredService<Schema>().Apply(newsroom);

var (picture, refusal) = await app.Services.GetRequiredService<PictureStore>().Keep(await File.ReadAllBytesAsync(Path.Combine(corpus, "lead.png")));
if (picture is null) throw new InvalidDataException(refusal);

var archive = new Archive(newsrooms, app.Services.GetRequiredService<Paper>());
var paths = await archive.File(Path.Combine(corpus, "stories.jsonl"), picture.Id);
await archive.Comment(paths[^1].Id, Path.Combine(corpus, "comments.jsonl"));

// The program itself reads what was written: whoever starts it next finds the search index made.
await Serving.Open(app);
await archive.WaitForSearch();
await app.StopAsync();

await using var desk = await newsrooms.CreateDbContextAsync();
var token = await Tokens.Make(desk, Role.Editor, "bench", TimeProvider.System.GetUtcNow());
Console.WriteLine(JsonSerializer.Serialize(new { token, lead = paths[^1], other = paths[^2], paths = paths.Select(path => path.Path) }, Archive.Web));
