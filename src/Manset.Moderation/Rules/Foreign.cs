using Manset.Moderation.Language;

namespace Manset.Moderation.Rules;

/// <summary>A remark in a language that is not the edition's: its editors may not be able to judge it.</summary>
static class Foreign
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading =>
    {
        if (reading.Tongue is Tongue.Unsure || reading.Tongue == reading.Bench.Tongue) return [];
        return [new("language", 0, reading.Text.Length, 0.8, say[reading.Tongue is Tongue.Other ? "language" : "language.known"])];
    };
}
