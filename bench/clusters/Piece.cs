using System.IO.Compression;
using System.Text.Json;
using Manset.Demo;
using Manset.Wire.Clusters;

namespace ClusterBench;

/// <summary>An item of a corpus; pieces of one <see cref="Event"/> tell the same.</summary>
sealed record Piece(string Id, string Event, string Language, string Headline, string Text, DateTime At)
{
    static readonly string[] Languages = ["tr", "en"];

    public Traits Traits { get; } = Traits.Of(Headline, Text, Language);

    public static IEnumerable<Piece> News(string data, string file, string language) =>
        from item in Lines(Path.Combine(data, file))
        select new Piece(Field(item, "id"), Field(item, "id"), language, Field(item, "title"), Field(item, "text"),
            DateTime.Parse(Field(item, "date")[..Math.Min(19, Field(item, "date").Length)], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Each document once in Turkish and once in English.</summary>
    public static IEnumerable<Piece> Parallel(string data) =>
        from item in Lines(Path.Combine(data, "corpus-tr-en-parallel/pud.jsonl.gz"))
        where Field(item, "kind") == "news"
        from language in Languages
        let text = Field(item, language)
        select new Piece($"{Field(item, "id")}-{language}", Field(item, "id"), language, "", text, default);

    /// <summary>The last take of each event of our own script, as its Turkish and its English agency tell it.</summary>
    public static IEnumerable<Piece> Script() =>
        from happening in AgencyScript.Load().Events
        let copy = happening.Takes[^1].Copy
        from language in Languages
        where copy.ContainsKey(language)
        let words = copy[language]
        select new Piece($"{happening.Slug}-{language}", happening.Slug, language, words.Headline,
            $"{words.Standfirst}\n{string.Join('\n', words.Body.Select(block => block.Text))}", default);

    static IEnumerable<JsonElement> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<JsonElement>(line);
    }

    static string Field(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
