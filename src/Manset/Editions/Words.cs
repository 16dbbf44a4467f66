using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Manset.Editions;

/// <summary>
/// What the program says on screen, in one language. Each slice keeps its own in <c>words.tr.json</c> and <c>words.en.json</c>:
/// flat objects of key to text, a key beginning with the slice's name (<c>site.latest</c>), holes written <c>{0}</c>.
/// </summary>
public sealed class Words
{
    static readonly FrozenDictionary<string, Words> Spoken = new[] { "tr", "en" }.ToFrozenDictionary(language => language, Load);

    readonly FrozenDictionary<string, string> texts;
    readonly IFormatProvider culture;

    Words(Dictionary<string, string> texts, string language)
    {
        this.texts = texts.ToFrozenDictionary();
        culture = System.Globalization.CultureInfo.GetCultureInfo(language == "tr" ? "tr-TR" : "en-GB");
    }

    /// <summary>The words of a language; English for a language that the program does not speak.</summary>
    public static Words In(string language) => Spoken.TryGetValue(language, out var words) ? words : Spoken["en"];

    /// <summary>The words for a program: in the language that it asks for, in English when it asks for none.</summary>
    public static Words AskedBy(HttpRequest request) =>
        In(request.Headers.AcceptLanguage.ToString().Trim().StartsWith("tr", StringComparison.OrdinalIgnoreCase) ? "tr" : "en");

    public IEnumerable<string> Keys => texts.Keys;

    /// <exception cref="KeyNotFoundException">A key that no slice has: a bug, found by the test that walks every page.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No words for '{key}'.");

    public string this[string key, params object?[] holes] => string.Format(culture, this[key], holes);

    static Words Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".words.{language}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) texts.Add(key, text);
        }
        return new(texts, language);
    }
}
