using System.Text.Json;

namespace Manset.Wire;

/// <summary>Asks Anadolu Agency: every request paced by the account's reader, both places of an error looked at, haste mended by waiting.</summary>
sealed class AnadoluApi(Anadolu account, FeedReader reader, TimeProvider clock)
{
    const int MostTries = 4;
    static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(5);

    public Task<(JsonElement? Data, AnadoluFault? Fault)> Labels(CancellationToken stop) => Data($"abone/discover/{account.Labels}", null, stop);

    public Task<(JsonElement? Data, AnadoluFault? Fault)> Subscription(CancellationToken stop) => Data("abone/subscription/", null, stop);

    public Task<(JsonElement? Data, AnadoluFault? Fault)> Search(IReadOnlyDictionary<string, string> form, CancellationToken stop) => Data("abone/search/", form, stop);

    /// <summary>The item itself: NewsML, or NewsML within JSON.</summary>
    public async Task<(Fetched.Document? Document, AnadoluFault? Fault)> Document(string id, CancellationToken stop) =>
        await Ask(account.At($"abone/document/{Anadolu.Escaped(id)}/{account.Format}"), null, stop);

    /// <summary>Where the pictures of a series are, for a day and for us alone.</summary>
    public async Task<(IReadOnlyList<Uri> Links, AnadoluFault? Fault)> Series(string group, CancellationToken stop)
    {
        var (data, fault) = await Data($"abone/multitoken/{Anadolu.Escaped(group)}/{account.Picture}", null, stop);
        return data is { } told ? (AnadoluReply.Links(told), null) : ([], fault);
    }

    /// <summary>A picture at such a link: what is none by its first bytes is refused, whatever the server calls it.</summary>
    public async Task<(byte[]? Picture, AnadoluFault? Fault)> Picture(Uri link, CancellationToken stop)
    {
        var (document, fault) = await Ask(link, null, stop);
        if (document is null) return (null, fault);
        return AnadoluReply.IsPicture(document.Bytes.Span) ? (document.Bytes.ToArray(), null) : (null, new(502, "What came in place of a picture is none."));
    }

    async Task<(JsonElement? Data, AnadoluFault? Fault)> Data(string path, IReadOnlyDictionary<string, string>? form, CancellationToken stop)
    {
        var (document, fault) = await Ask(account.At(path), form, stop);
        return document is null ? (null, fault) : AnadoluReply.Data(document.Bytes);
    }

    async Task<(Fetched.Document? Document, AnadoluFault? Fault)> Ask(Uri address, IReadOnlyDictionary<string, string>? form, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var (document, fault) = Read(form is null ? await reader.Fetch(address, null, stop) : await reader.Post(address, form, stop));
            if (fault is not { Code: 429 } || tries == MostTries || fault.Wait > LongestPatience) return (document, fault);

            await Task.Delay(fault.Wait ?? TimeSpan.FromSeconds(tries), clock, stop);
        }
    }

    static (Fetched.Document? Document, AnadoluFault? Fault) Read(Fetched fetched) => fetched switch
    {
        Fetched.Document came => AnadoluReply.Fault(came.Bytes.Span) is { } within ? (null, within) : (came, null),
        Fetched.Refused refused => (null, new(refused.Status ?? 0, refused.Reason, refused.RetryAfter)),
        _ => (null, new(0, "Nothing came.")),
    };
}
