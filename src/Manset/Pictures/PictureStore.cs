using System.Security.Cryptography;
using Manset.Data;
using Microsoft.EntityFrameworkCore;

namespace Manset.Pictures;

/// <summary>Originals as they came, and derivatives of the few widths that pages ask for, made at the first demand.</summary>
public sealed class PictureStore(IDbContextFactory<Newsroom> newsrooms, DataFolder folder, TimeProvider clock) : IDisposable
{
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];
    /// <summary>Pictures are large once they are unpacked: few at a time.</summary>
    readonly SemaphoreSlim darkroom = new(2);

    /// <returns>The picture, or the reason why the bytes are none that we can show.</returns>
    public async Task<(Picture? Picture, string? Refusal)> Keep(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var (look, refusal) = await InDarkroom(() => Darkroom.Examine(bytes.Span), stop);
        if (look is null) return (null, refusal);

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (!File.Exists(Original(hash))) await WriteWhole(Original(hash), bytes, stop);
        if (await newsroom.Pictures.FirstOrDefaultAsync(row => row.Hash == hash, stop) is { } known) return (known, null);

        var picture = new Picture { Hash = hash, Type = look.Type, Width = look.Width, Height = look.Height, Kept = clock.GetUtcNow() };
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

        var original = await File.ReadAllBytesAsync(Original(picture.Hash), stop);
        var bytes = await InDarkroom(() => Darkroom.Print(original, width), stop);
        if (bytes is not null) await WriteWhole(path, bytes, stop);
        return bytes;
    }

    /// <summary>Its derivatives leave the folder; the original stays, for whoever may see it.</summary>
    public void DropPrints(Picture picture)
    {
        if (!Directory.Exists(folder.Pictures)) return;
        foreach (var print in Directory.EnumerateFiles(folder.Pictures, $"{picture.Hash}-*.jpg")) File.Delete(print);
    }

    string Original(string hash) => Path.Combine(folder.Pictures, hash);

    async Task<T> InDarkroom<T>(Func<T> work, CancellationToken stop)
    {
        await darkroom.WaitAsync(stop);
        try
        {
            return work();
        }
        finally
        {
            darkroom.Release();
        }
    }

    public void Dispose() => darkroom.Dispose();

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
