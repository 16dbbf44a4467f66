using System.Security.Cryptography;
using Manset.Data;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Manset.Pictures;

/// <summary>Originals as they came, and derivatives of the few widths that pages ask for, made at the first demand.</summary>
public sealed class PictureStore(IDbContextFactory<Newsroom> newsrooms, DataFolder folder, TimeProvider clock)
{
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];
    /// <summary>A picture of more pixels is refused before anything is allocated for it.</summary>
    const long MostPixels = 100_000_000;

    /// <returns>The picture, or the reason why the bytes are none that we can show.</returns>
    public async Task<(Picture? Picture, string? Refusal)> Keep(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        if (Look(bytes, out var size) is not { } type) return (null, "Not a JPEG, PNG or WebP picture.");
        if ((long)size.Width * size.Height > MostPixels) return (null, $"{size.Width} × {size.Height} pixels are more than are taken.");

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Pictures.FirstOrDefaultAsync(row => row.Hash == hash, stop) is { } known) return (known, null);

        await WriteWhole(Original(hash), bytes, stop);
        var picture = new Picture { Hash = hash, Type = type, Width = size.Width, Height = size.Height, Kept = clock.GetUtcNow() };
        newsroom.Pictures.Add(picture);
        try
        {
            await newsroom.SaveChangesAsync(stop);
            return (picture, null);
        }
        catch (DbUpdateException)
        {
            await using var again = await newsrooms.CreateDbContextAsync(stop);
            return (await again.Pictures.SingleAsync(row => row.Hash == hash, stop), null);
        }
    }

    /// <summary>A JPEG of that width, or of the original's when it is narrower. Null when the original is gone from the folder.</summary>
    public async Task<byte[]?> Derive(Picture picture, int width, CancellationToken stop)
    {
        var path = Path.Combine(folder.Pictures, $"{picture.Hash}-{width}.jpg");
        if (File.Exists(path)) return await File.ReadAllBytesAsync(path, stop);
        if (!File.Exists(Original(picture.Hash))) return null;

        var bytes = Scale(await File.ReadAllBytesAsync(Original(picture.Hash), stop), width);
        if (bytes is not null) await WriteWhole(path, bytes, stop);
        return bytes;
    }

    string Original(string hash) => Path.Combine(folder.Pictures, hash);

    static string? Look(ReadOnlyMemory<byte> bytes, out SKSizeI size)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        size = codec?.Info.Size ?? SKSizeI.Empty;
        return codec?.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Png => "image/png",
            SKEncodedImageFormat.Webp => "image/webp",
            _ => null,
        };
    }

    static byte[]? Scale(byte[] original, int width)
    {
        using var picture = SKBitmap.Decode(original);
        if (picture is null) return null;

        if (picture.Width <= width) width = picture.Width;
        var height = Math.Max(1, (int)Math.Round((double)picture.Height * width / picture.Width));
        using var scaled = picture.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var image = SKImage.FromBitmap(scaled);
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, 82);
        return encoded.ToArray();
    }

    /// <summary>Whoever finds the file finds all of it.</summary>
    static async Task WriteWhole(string path, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = File.Create(unfinished))
        {
            await file.WriteAsync(bytes, stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
