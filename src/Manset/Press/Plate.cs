using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Manset.Looks;
using Manset.Site;
using Microsoft.Extensions.Primitives;

namespace Manset.Press;

/// <summary>The very bytes a reader is sent at a path, packed in every way a reader may ask for. Never edited: pressed again.</summary>
public sealed class Plate
{
    static readonly StringValues Vary = "Accept-Encoding", Fresh = "public, max-age=0, must-revalidate", Never = "no-store";
    static readonly StringValues NoSniff = "nosniff";
    static readonly StringValues Policy = SitePolicy.Content, Referrer = SitePolicy.Referrer;

    readonly Form identity, gzip, brotli;
    readonly StringValues type, location, caching;

    Plate(Page page)
    {
        Status = page.Status;
        Keys = page.Keys;
        Keep = page.Keep;
        type = page.ContentType;
        location = page.Location;
        caching = page.Status is StatusCodes.Status200OK or StatusCodes.Status301MovedPermanently or StatusCodes.Status410Gone or StatusCodes.Status404NotFound ? Fresh : Never;
        var tag = Convert.ToHexStringLower(SHA256.HashData(page.Body).AsSpan(0, 8));
        identity = new(page.Body, default, $"\"{tag}\"");
        gzip = new(Pack(page.Body, into => new GZipStream(into, CompressionLevel.Optimal)), "gzip", $"\"{tag}-g\"");
        brotli = new(Pack(page.Body, into => new BrotliStream(into, Quick)), "br", $"\"{tag}-b\"");
        Size = page.Body.Length + gzip.Bytes.Length + brotli.Bytes.Length + page.Keys.Sum(key => 2 * key.Length) + 512;
    }

    /// <summary>Good enough to send at once: three quarters of what the slowest level saves, in a twentieth of its time.</summary>
    static BrotliCompressionOptions Quick { get; } = new() { Quality = 5 };

    public static Plate Of(Page page) => new(page);

    public int Status { get; }
    public IReadOnlyList<string> Keys { get; }
    public bool Keep { get; }
    /// <summary>Bytes of memory, about.</summary>
    public long Size { get; }
    /// <summary>Asked for since it was last looked at by the rack, which throws out what nobody asks for.</summary>
    public bool Wanted { get; set; }
    /// <summary>How often it was sent, about: readers at the same moment may be counted as one.</summary>
    public int Sent { get; private set; }

    public Task Print(HttpContext call)
    {
        Wanted = true;
        Sent++;
        var (request, headers) = (call.Request.Headers, call.Response.Headers);
        var form = FormFor(request.AcceptEncoding);
        headers.Vary = Vary;
        headers.CacheControl = caching;
        headers.ETag = form.Tag;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = Referrer;
        if (location.Count > 0) headers.Location = location;
        if (Status == StatusCodes.Status200OK && request.IfNoneMatch.Count > 0 && Matches(request.IfNoneMatch, form.Tag))
        {
            call.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        call.Response.StatusCode = Status;
        headers.ContentType = type;
        headers.ContentEncoding = form.Encoding;
        headers.ContentLength = form.Bytes.Length;
        if (HttpMethods.IsHead(call.Request.Method)) return Task.CompletedTask;

        var writing = call.Response.BodyWriter.WriteAsync(form.Bytes, call.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    Form FormFor(StringValues accepted)
    {
        if (accepted.Count == 0) return identity;

        var wish = accepted.Count == 1 ? accepted[0].AsSpan() : accepted.ToString();
        return Accepts(wish, "br") ? brotli : Accepts(wish, "gzip") ? gzip : identity;
    }

    /// <summary>Is the coding named, and not with a weight of nought (RFC 9110, 12.5.3)?</summary>
    static bool Accepts(ReadOnlySpan<char> wish, ReadOnlySpan<char> coding)
    {
        foreach (var range in wish.Split(','))
        {
            var one = wish[range].Trim();
            if (!one.StartsWith(coding, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = one[coding.Length..].Trim();
            if (rest.IsEmpty) return true;
            if (rest[0] != ';') continue;
            var weight = rest[1..].Trim();
            return !(weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality == 0);
        }
        return false;
    }

    /// <summary>Weak comparison over the list (RFC 9110, 13.1.2).</summary>
    static bool Matches(StringValues asked, StringValues tag)
    {
        foreach (var line in asked)
        {
            var tags = line.AsSpan();
            foreach (var range in tags.Split(','))
            {
                var one = tags[range].Trim();
                if (one is "*" || (one.StartsWith("W/", StringComparison.Ordinal) ? one[2..] : one).SequenceEqual(tag[0])) return true;
            }
        }
        return false;
    }

    static byte[] Pack(byte[] body, Func<Stream, Stream> through)
    {
        using var into = new MemoryStream(body.Length / 3);
        using (var packing = through(into)) packing.Write(body);
        return into.ToArray();
    }

    sealed record Form(byte[] Bytes, StringValues Encoding, StringValues Tag);
}
