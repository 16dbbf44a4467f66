namespace Manset.Wire;

/// <summary>A finished file in a watched folder.</summary>
public sealed class WatchedFile(FileInfo file)
{
    public string Name => file.Name;
    public string Path => file.FullName;

    /// <summary>Its bytes; of a file larger than any document, one more than that, so that the reader refuses it.</summary>
    public async Task<ReadOnlyMemory<byte>> Read(CancellationToken cancellation)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        var bytes = new byte[Math.Min(stream.Length, Formats.LargestDocument + 1)];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return bytes.AsMemory(0, count);
    }

    public void Done() => MoveTo("done");

    /// <param name="reason">Kept beside the file, for whoever looks there.</param>
    public void Refuse(string reason) => File.WriteAllText(MoveTo("refused") + ".reason.txt", reason + Environment.NewLine);

    /// <summary>A name may come again: the earlier file stays.</summary>
    string MoveTo(string outcome)
    {
        var folder = System.IO.Path.Combine(file.DirectoryName!, outcome);
        Directory.CreateDirectory(folder);
        for (var copy = 1; ; copy++)
        {
            var name = copy == 1 ? file.Name : $"{System.IO.Path.GetFileNameWithoutExtension(file.Name)}-{copy}{file.Extension}";
            var target = System.IO.Path.Combine(folder, name);
            if (File.Exists(target)) continue;
            File.Move(file.FullName, target);
            return target;
        }
    }
}
