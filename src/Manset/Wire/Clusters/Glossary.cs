using System.Collections.Frozen;
using System.Reflection;

namespace Manset.Wire.Clusters;

/// <summary>What things of the news are called in Turkish and in English, and which words say nothing; the words are data (<c>glossary.txt</c>).</summary>
sealed class Glossary
{
    const int Shortest = 2, Longest = 14;
    static readonly (FrozenDictionary<string, Glossary> ByLanguage, Glossary None) Loaded = Load();

    readonly FrozenDictionary<string, string> stems;
    readonly FrozenSet<string> common;

    Glossary(string language, IReadOnlyDictionary<string, string> stems, IEnumerable<string> common) =>
        (Language, this.stems, this.common) = (language, stems.ToFrozenDictionary(), common.ToFrozenSet());

    public string Language { get; }

    public static Glossary In(string language) => Loaded.ByLanguage.GetValueOrDefault(language.Split('-')[0]) ?? Loaded.None;

    public bool IsCommon(string word) => common.Contains(word);

    /// <summary>By the longest beginning that the list has; a stem that ends in a point is a whole word.</summary>
    public string? Thing(string word)
    {
        if (stems.TryGetValue($"{word}.", out var whole)) return whole;
        for (var length = Math.Min(word.Length, Longest); length >= Shortest; length--)
            if (stems.TryGetValue(word[..length], out var thing)) return thing;
        return null;
    }

    static (FrozenDictionary<string, Glossary>, Glossary) Load()
    {
        var (turkish, english) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var common = new Dictionary<string, string[]> { ["tr"] = [], ["en"] = [] };
        using var lines = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Manset.Wire.Clusters.glossary.txt")!);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(':') is [var language, var words]) common[language] = [.. common[language], .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            else if (line.Split('=') is [var here, var there])
            {
                foreach (var stem in here.Split(' ', StringSplitOptions.RemoveEmptyEntries)) turkish[stem] = there.Trim();
                foreach (var stem in there.Split(' ', StringSplitOptions.RemoveEmptyEntries)) english[stem] = there.Trim();
            }
        }
        return (new Dictionary<string, Glossary> { ["tr"] = new("tr", turkish, common["tr"]), ["en"] = new("en", english, common["en"]) }.ToFrozenDictionary(), new("", new Dictionary<string, string>(), []));
    }
}
