using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModerationBench;

static partial class Texts
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

    /// <summary>Headlines and summaries of a saved feed, wherever it lies in the folder.</summary>
    public static IEnumerable<string> Titles(string folder, string file) => XDocument.Load(Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).First()).Descendants()
        .Where(element => element.Name.LocalName == "item").SelectMany(item => item.Elements().Where(element => element.Name.LocalName is "title" or "description"))
        .Select(element => Tags().Replace(element.Value, " ").Trim()).Where(text => text.Length >= 20).Distinct();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    public static IEnumerable<string> Labelled(string path, string label)
    {
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("label").GetString() == label) yield return document.RootElement.GetProperty("text").GetString()!;
        }
    }
}
