using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Manset.Moderation;

/// <summary>What a reader is told, in the language of the house rules.</summary>
sealed class Explanations
{
    readonly FrozenDictionary<string, string> texts;
    readonly CultureInfo culture;

    Explanations(FrozenDictionary<string, string> texts, CultureInfo culture) => (this.texts, this.culture) = (texts, culture);

    public string this[string key, params ReadOnlySpan<object?> holes] => string.Format(culture, texts[key], holes);

    public static Explanations In(string language)
    {
        using var stream = typeof(Explanations).Assembly.GetManifestResourceStream($"explanations.{language}.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(
            document.RootElement.EnumerateObject().ToFrozenDictionary(text => text.Name, text => text.Value.GetString()!),
            CultureInfo.GetCultureInfo(language == "tr" ? "tr-TR" : "en-GB"));
    }
}
