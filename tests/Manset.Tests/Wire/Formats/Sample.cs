using System.Text;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>Small documents of our own, one a format, beside the tests.</summary>
static class Sample
{
    static string Folder => Path.Combine(Repository.Root, "tests", "Manset.Tests", "Wire", "Formats", "Samples");

    public static readonly Uri Address = new("https://ajans.example/");

    public static IReadOnlyList<string> Names => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Teleprinter samples are written with the pictures of their control characters (U+2400 and up), so that one can read them.</summary>
    public static byte[] Bytes(string name, Encoding? encoding = null)
    {
        if (!name.EndsWith(".txt", StringComparison.Ordinal)) return File.ReadAllBytes(Path.Combine(Folder, name));
        var text = string.Concat(File.ReadAllText(Path.Combine(Folder, name)).Select(character => character is >= '\u2400' and < '\u2420' ? (char)(character - '\u2400') : character));
        return (encoding ?? Encoding.UTF8).GetBytes(text);
    }

    public static Reading Read(string name) => Manset.Wire.Formats.Read(Bytes(name), null, Address);

    public static Reading Of(string document) => Manset.Wire.Formats.Read(Encoding.UTF8.GetBytes(document), null, Address);
}
