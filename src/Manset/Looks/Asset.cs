using System.IO.Compression;
using System.Security.Cryptography;

namespace Manset.Looks;

/// <summary>One file, with its compressed forms made when first asked for.</summary>
public sealed class Asset
{
    readonly Lazy<byte[]> brotli, gzip;

    public Asset(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string Name { get; }
    public byte[] Bytes { get; }
    public string Hash { get; }
    public string Path => $"/assets/{Hash}/{Name}";
    public ReadOnlyMemory<byte> Brotli => brotli.Value;
    public ReadOnlyMemory<byte> Gzip => gzip.Value;

    public string Type => System.IO.Path.GetExtension(Name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".wav" => "audio/wav",
        ".txt" => "text/plain; charset=utf-8",
        var unknown => throw new InvalidOperationException($"{Name}: what is a {unknown}?"),
    };

    /// <summary>Fonts and pictures are compressed already.</summary>
    public bool Compresses => Type.StartsWith("text/", StringComparison.Ordinal) || Name.EndsWith(".svg", StringComparison.Ordinal);

    byte[] Compress(Func<Stream, Stream> through)
    {
        using var into = new MemoryStream();
        using (var compressing = through(into)) compressing.Write(Bytes);
        return into.ToArray();
    }
}
