using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Manset.Looks;

/// <summary>Serves what pages are dressed with. An address whose hash is of an older make gets the file of today, not to be kept.</summary>
public static class AssetRoutes
{
    /// <summary>What any page needs to be printed. Letters leave as they are: without the encoders <c>İ</c> would leave as a number.</summary>
    public static void AddLooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton<PageRenderer>();
        builder.Services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
    }

    public static void MapAssets(this WebApplication app)
    {
        app.MapMethods("/assets/{hash}/{**name}", ["GET", "HEAD"], Serve).ExcludeFromDescription();
        // Browsers and feed readers ask for it by habit, whatever a page says.
        app.MapMethods("/favicon.ico", ["GET", "HEAD"], (HttpContext context, Assets assets) => Serve("", "img/mark.png", context, assets)).ExcludeFromDescription();
    }

    static Results<FileContentHttpResult, StatusCodeHttpResult, NotFound> Serve(string hash, string? name, HttpContext context, Assets assets)
    {
        if (name is null || assets.Find(name) is not { } asset) return TypedResults.NotFound();

        var headers = context.Response.Headers;
        headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        headers.XContentTypeOptions = "nosniff";

        var (coding, bytes) = Choose(asset, context.Request.Headers.AcceptEncoding.ToString());
        if (asset.Compresses) headers.Vary = HeaderNames.AcceptEncoding;
        if (coding is not null) headers.ContentEncoding = coding;
        return TypedResults.Bytes(bytes, asset.Type, entityTag: new($"\"{asset.Hash}{coding}\""));
    }

    static (string? Coding, ReadOnlyMemory<byte> Bytes) Choose(Asset asset, string accepted) => asset switch
    {
        { Compresses: false } => (null, asset.Bytes),
        _ when accepted.Contains("br", StringComparison.OrdinalIgnoreCase) => ("br", asset.Brotli),
        _ when accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) => ("gzip", asset.Gzip),
        _ => (null, asset.Bytes),
    };
}
