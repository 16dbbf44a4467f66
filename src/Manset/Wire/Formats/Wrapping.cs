using System.IO.Compression;

namespace Manset.Wire;

/// <summary>What a document comes wrapped in, and what is no document at all, by the first bytes.</summary>
static class Wrapping
{
    public static bool IsGzip(ReadOnlySpan<byte> document) => document is [0x1F, 0x8B, 8, ..];

    /// <summary>No more is unpacked than a document may be large, and all that lies within one may be together.</summary>
    /// <returns>Both, when the archive breaks off in the middle.</returns>
    public static (byte[]? Document, string? Fault) Unpacked(ReadOnlyMemory<byte> packed, Wraps wraps)
    {
        var most = Math.Min(Formats.LargestDocument, wraps.Left);
        using var output = new MemoryStream();
        try
        {
            using var archive = new GZipStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var block = new byte[64 * 1024];
            while (archive.Read(block) is > 0 and var count)
            {
                if (output.Length + count > most) return (null, most < Formats.LargestDocument ? "Unpacks, with what lies beside it, to more than is read." : $"Unpacks to more than {Formats.LargestDocument / 1024 / 1024} MB.");
                output.Write(block, 0, count);
                wraps.Unpacked(count);
            }
        }
        catch (InvalidDataException)
        {
            return (output.Length > 0 ? output.ToArray() : null, "A broken gzip archive.");
        }
        return output.Length > 0 ? (output.ToArray(), null) : (null, "A broken gzip archive.");
    }

    /// <summary>Null for what may be text.</summary>
    public static string? OtherThanText(ReadOnlySpan<byte> document) => document switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "A JPEG picture",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "A PNG picture",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "A GIF picture",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "A PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "A ZIP archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "An Office document",
        _ => null,
    };
}
