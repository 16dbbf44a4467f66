using System.Buffers;
using System.Globalization;
using System.Text;
using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

enum Tongue { Unsure, Turkish, English, Other }

/// <summary>
/// Which language a text is in: Turkish, English, another, or too little to say. A script that neither uses decides alone; else each word
/// votes: as it stands in the lists of both, in that of common words of other languages, or by its runs of three letters.
/// </summary>
static class Tongues
{
    const int MostWords = 300;
    const float Sure = 6f;
    const float Clear = 3f;

    /// <summary>So common in Turkish or English that it says little for another language.</summary>
    const float CommonWord = 14.5f;

    static readonly SearchValues<char> Marks = SearchValues.Create("ğışĞİŞ");
    static readonly Lazy<Dictionary<string, string>> Common = new(LoadCommon);

    public static Tongue Of(Reading reading)
    {
        var (turkish, english, other, words, letters) = (0f, 0f, new Dictionary<string, float>(), 0, 0);
        var (own, foreign) = Scripts(reading.Text);
        if (foreign > own) return foreign >= 4 ? Tongue.Other : Tongue.Unsure;

        foreach (var token in reading.Tokens)
        {
            if (token.Sort is not Sort.Word || token.Length > 40) continue;
            if (++words > MostWords) break;

            var word = token.In(reading.Text);
            var bare = Letters.Fold(word);
            letters += bare.Length;
            var isName = char.IsUpper(word[0]) && token.Start > 0 ? 0.3f : 1f;
            var inTurkish = Weight(Lexicon.Turkish.Forms(bare));
            var inEnglish = Weight(Lexicon.English.Forms(bare));
            if (Common.Value.TryGetValue(Letters.Lower(word, turkish: false), out var tongues))
            {
                var isOwn = inTurkish > CommonWord || inEnglish > CommonWord;
                foreach (var tongue in tongues.Split(' ')) other[tongue] = other.GetValueOrDefault(tongue) + (isOwn ? 1f : 3f);
                if (!isOwn) continue;
            }
            if (word.ContainsAny(Marks)) turkish += 3 * isName;
            if (inTurkish > 0 || inEnglish > 0)
            {
                turkish += Vote(inTurkish, inEnglish) * isName;
                english += Vote(inEnglish, inTurkish) * isName;
            }
            else if (Spelling.Stems.Turkish.Ends(Letters.Lower(word, turkish: true)) != 0) turkish += 2.5f * isName;
            else if (!word.ContainsAny("qwx")) turkish += 0.5f * isName;
        }
        return Decide(turkish, english, other, letters);
    }

    /// <summary>How much more a word belongs to the one language than to the other, 0 to 3.</summary>
    static float Vote(float here, float there) => here <= 0 ? 0 : Math.Clamp((here - there) / 3, 0, 3);

    static float Weight(ReadOnlySpan<Form> forms)
    {
        var most = 0f;
        foreach (var form in forms) most = Math.Max(most, form.Weight);
        return most;
    }

    static Tongue Decide(float turkish, float english, Dictionary<string, float> others, int letters)
    {
        var other = others.Count == 0 ? 0 : others.Values.Max();
        var most = Math.Max(turkish, Math.Max(english, other));
        var second = most == turkish ? Math.Max(english, other) : most == english ? Math.Max(turkish, other) : Math.Max(turkish, english);
        if (most < Sure || most - second < Clear || most < 1.5f * second || letters < 12) return Tongue.Unsure;
        return most == turkish ? Tongue.Turkish : most == english ? Tongue.English : Tongue.Other;
    }

    /// <summary>Letters of the Latin script, and those of any other.</summary>
    static (int Latin, int Other) Scripts(string text)
    {
        var (latin, other, seen) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) || rune == Rune.ReplacementChar) continue;
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00 or >= 0xFF21 and <= 0xFF5A) latin++;
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter) other++;
            if (++seen > 4000) break;
        }
        return (latin, other);
    }

    static Dictionary<string, string> LoadCommon()
    {
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = typeof(Tongues).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            var parts = line.Split(' ');
            foreach (var word in parts.AsSpan(1)) common[word] = common.TryGetValue(word, out var tongues) ? $"{tongues} {parts[0]}" : parts[0];
        }
        return common;
    }
}
