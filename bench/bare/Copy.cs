using Microsoft.Extensions.Primitives;

namespace Bare;

/// <summary>A page in every packing, with no more headers than a cache needs: what we send beside them is ours to pay for.</summary>
sealed class Copy
{
    static readonly StringValues Fresh = "public, max-age=0, must-revalidate", Vary = "Accept-Encoding";

    readonly StringValues type;
    readonly Packed plain, gzip, brotli;

    Copy(StringValues type, Packed plain, Packed gzip, Packed brotli) => (this.type, this.plain, this.gzip, this.brotli) = (type, plain, gzip, brotli);

    public static async Task<Copy> Of(HttpClient client, string page)
    {
        var (plain, type) = await Ask(client, page, default);
        return new(type, plain, (await Ask(client, page, "gzip")).Packed, (await Ask(client, page, "br")).Packed);
    }

    static async Task<(Packed Packed, StringValues Type)> Ask(HttpClient client, string page, StringValues packing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (packing.Count > 0) request.Headers.Add("Accept-Encoding", packing.ToArray());
        using var answer = await client.SendAsync(request);
        var content = answer.EnsureSuccessStatusCode().Content;
        return (new(await content.ReadAsByteArrayAsync(), packing, answer.Headers.ETag!.ToString()), content.Headers.ContentType!.ToString());
    }

    public Task Write(HttpContext call)
    {
        var wish = call.Request.Headers.AcceptEncoding.ToString();
        var packed = wish.Contains("br", StringComparison.Ordinal) ? brotli : wish.Contains("gzip", StringComparison.Ordinal) ? gzip : plain;
        var headers = call.Response.Headers;
        headers.ContentType = type;
        headers.ContentEncoding = packed.Encoding;
        headers.ContentLength = packed.Body.Length;
        headers.ETag = packed.Tag;
        headers.CacheControl = Fresh;
        headers.Vary = Vary;
        var writing = call.Response.BodyWriter.WriteAsync(packed.Body);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    sealed record Packed(byte[] Body, StringValues Encoding, StringValues Tag);
}
