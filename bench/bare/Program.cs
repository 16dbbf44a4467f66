using System.Net;
using Bare;

// The measure of our press: an endpoint of a bare Kestrel that answers from memory the very bytes another server answered for
// some pages, in the packing that is asked for.   bare --urls URL --like http://127.0.0.1:PORT --pages /en/,/en/feed.xml
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();

using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(builder.Configuration["like"]!) };
foreach (var page in builder.Configuration["pages"]!.Split(',')) app.MapGet(page, (await Copy.Of(client, page)).Write);
app.Run();
