using System.IO.Compression;
using System.Text.Json;

namespace ModerationBench;

static class Texts
{
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    public static IEnumerable<string> Field(string path, string name)
    {
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.GetProperty(name).GetString()!;
        }
    }

    public static IEnumerable<string> Labelled(string path, string label)
    {
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("label").GetString() == label) yield return document.RootElement.GetProperty("text").GetString()!;
        }
    }
}
