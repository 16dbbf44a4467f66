using SkiaSharp;

namespace Manset.Pictures;

/// <summary>Reads the bytes of pictures, whoever made them, and makes smaller ones of them. Pure: nothing is kept.</summary>
public static class Darkroom
{
    /// <summary>A picture of more pixels, or longer on a side, is refused before anything is allocated for it.</summary>
    public const long MostPixels = 50_000_000;
    public const int LongestSide = 30_000;
    /// <summary>Smaller ones count readers; they show nothing.</summary>
    public const int ShortestSide = 16;

    public sealed record Look(string Type, int Width, int Height);

    /// <returns>What the bytes show, as it is to be held upright, or the reason why they are none that we can show.</returns>
    public static (Look? Look, string? Refusal) Examine(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        var type = codec?.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Png => "image/png",
            SKEncodedImageFormat.Webp => "image/webp",
            _ => null,
        };
        if (codec is null || type is null) return (null, "Not a JPEG, PNG or WebP picture.");

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels || Math.Max(width, height) > LongestSide) return (null, $"{width} × {height} pixels are more than are taken.");
        if (Math.Min(width, height) < ShortestSide) return (null, $"{width} × {height} pixels are too few to show anything.");

        using var decoded = Decode(codec, 0);
        if (decoded is null) return (null, "The picture is damaged.");
        return (IsOnItsSide(codec.EncodedOrigin) ? new(type, height, width) : new(type, width, height), null);
    }

    /// <summary>A JPEG of that width or of the picture's own when it is narrower, upright, on white where it is transparent.</summary>
    public static byte[]? Print(ReadOnlySpan<byte> original, int width)
    {
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels) return null;

        var aside = IsOnItsSide(codec.EncodedOrigin);
        var (fullWidth, fullHeight) = aside ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        width = Math.Min(width, fullWidth);
        var height = Math.Max(1, (int)Math.Round((double)fullHeight * width / fullWidth));

        using var decoded = Decode(codec, (float)width / fullWidth);
        if (decoded is null) return null;
        using var print = decoded.Resize(aside ? new SKImageInfo(height, width) : new SKImageInfo(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var paper = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (print is null || paper is null) return null;
        paper.Canvas.Clear(SKColors.White);
        paper.Canvas.SetMatrix(Upright(codec.EncodedOrigin, print.Width, print.Height));
        using var scaled = SKImage.FromBitmap(print);
        paper.Canvas.DrawImage(scaled, 0, 0, SKSamplingOptions.Default);
        using var image = paper.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, 82);
        return encoded?.ToArray();
    }

    /// <summary>All of its pixels, at the smallest size the format can be read in that is no smaller than the scale; null when any is missing.</summary>
    static SKBitmap? Decode(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(Math.Clamp(scale, 0.125f, 1f));
        var pixels = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (pixels.GetPixels() != IntPtr.Zero && codec.GetPixels(pixels.Info, pixels.GetPixels()) is SKCodecResult.Success) return pixels;
        pixels.Dispose();
        return null;
    }

    static bool IsOnItsSide(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>How a camera that was held otherwise says it was held.</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
