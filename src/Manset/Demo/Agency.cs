using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Demo;

/// <summary>
/// The agencies of the demo on a loopback port: what they serve depends on the time since they opened, as the script says. They hold the
/// start of the script to a whole second, so that every instant they state is exact in both formats.
/// </summary>
public sealed class Agency : IAsyncDisposable
{
    static readonly string[] Reading = ["GET", "HEAD"];

    readonly WebApplication server;
    readonly AgencyScript script;
    readonly TimeProvider clock;
    readonly DateTimeOffset start;

    Agency(AgencyScript script, TimeProvider clock, int port, DateTimeOffset? opened, Oddities? oddities)
    {
        this.script = script;
        this.clock = clock;
        start = DateTimeOffset.FromUnixTimeSeconds((opened ?? clock.GetUtcNow()).ToUnixTimeSeconds());
        Subscribers = new(script, start, clock, oddities ?? new());

        // Nothing of the newsroom's own settings or addresses may reach its agencies.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        server = builder.Build();
        server.MapMethods("/", Reading, Index);
        server.MapMethods("/{language}/rss.xml", Reading, Rss);
        server.MapMethods("/{language}/newsml.xml", Reading, NewsMl);
        server.MapMethods("/pictures/{name}.jpg", Reading, Picture);
        Subscribers.Map(server);
    }

    /// <summary>The interface for subscribers, under <c>abone/</c>.</summary>
    public SubscriberDesk Subscribers { get; }

    /// <summary>Where the feeds are: <c>tr/rss.xml</c>, <c>tr/newsml.xml</c> and the same under <c>en</c> stand under it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="opened">When its script began, of an agency that was restarted in the middle of it.</param>
    public static async Task<Agency> Start(
        AgencyScript script, TimeProvider clock, CancellationToken cancellation, int port = 0, DateTimeOffset? opened = null, Oddities? oddities = null)
    {
        var agency = new Agency(script, clock, port, opened, oddities);
        await agency.server.StartAsync(cancellation);
        agency.Address = new(agency.server.Urls.Single());
        return agency;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    FileContentHttpResult Index() => Bytes(
        Encoding.UTF8.GetBytes(string.Join('\n', Bureau.All.SelectMany(bureau => new[]
        {
            $"{bureau.Credit}: {new Uri(Address, $"{bureau.Language}/rss.xml")}",
            $"{bureau.Credit}: {new Uri(Address, $"{bureau.Language}/newsml.xml")}",
        }))),
        "text/plain; charset=utf-8",
        start);

    IResult Rss(string language, string? sections) => Feed(language, "application/rss+xml", sections?.Split(','), (bureau, items) => AgencyRss.Write(bureau, items, Address));

    IResult NewsMl(string language) => Feed(language, "application/vnd.iptc.g2.newsmessage+xml", null, AgencyNewsMl.Write);

    IResult Picture(string name) =>
        script.Pictures.ContainsKey(name) ? Bytes(AgencyScript.PictureBytes(name), "image/jpeg", start) : TypedResults.NotFound();

    /// <param name="sections">Only these, where some are named.</param>
    IResult Feed(string language, string type, string[]? sections, Func<Bureau, IReadOnlyList<AgencyItem>, XDocument> write)
    {
        if (Bureau.All.FirstOrDefault(bureau => bureau.Language == language) is not { } bureau) return TypedResults.NotFound();

        AgencyItem[] items =
        [
            .. script.After(clock.GetUtcNow() - start).Where(sent => sections is null || sections.Contains(sent.Event.Section)).Select(sent => AgencyItem.Of(bureau, sent.Event, sent.Take, script, start, Address)),
        ];
        return Bytes(ToBytes(write(bureau, items)), type + "; charset=utf-8", items.Length > 0 ? items[0].Sent : start);
    }

    static FileContentHttpResult Bytes(byte[] bytes, string type, DateTimeOffset modified) => TypedResults.Bytes(
        bytes, type, lastModified: modified, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""));

    static byte[] ToBytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true })) document.Save(writer);
        return bytes.ToArray();
    }
}
